package org.clearlane.remittance;

import java.io.IOException;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;

/**
 * A remittance as a table for a practice (RFC 4180, CRLF): a row for the payment, each claim, each service line, each
 * adjustment and each provider adjustment, told apart by {@code row}. Every amount stands in one row only, so each
 * column can be summed for one kind of row.
 *
 * <p>Text that a spreadsheet would take for a formula gets an apostrophe before it; amounts, negative ones too, are
 * numbers and stay as they are. Streams; for one payment after another and one thread.
 */
public final class RemittanceCsv {

    private static final String HEADING = "row,trace,payment_date,payer,payee,patient_control_number,"
            + "payer_control_number,claim_status,line,service_date,procedure,modifiers,units,charge,paid,"
            + "patient_responsibility,group,reason,adjustment,text,remarks,line_control_number";

    private final Appendable out;
    private final AdjustmentLabels labels;
    private final StringBuilder row = new StringBuilder(256);
    private PaymentHeader header;
    private ClaimPayment claim;

    /** Writes the heading. */
    public RemittanceCsv(Appendable out, AdjustmentLabels labels) throws IOException {
        this.out = out;
        this.labels = labels;
        out.append(HEADING).append("\r\n");
    }

    /** A payment begins. */
    public void payment(PaymentHeader next) throws IOException {
        header = next;
        begin("payment");
        text("").text("").text("").text("").text("").text("").text("").text("");
        text("").money(header.amount()).text("").text("").text("").text("");
        text(header.method()).text("").text("");
        end();
    }

    /** One claim of the payment at hand. */
    public void claim(ClaimPayment next) throws IOException {
        claim = next;
        begin("claim");
        claimCells("").text(claim.serviceFrom()).text("").text("").text("");
        money(claim.charge()).money(claim.paid()).money(claim.patientResponsibility());
        text("").text("").text("").text(labels.text(claim)).text("").text("");
        end();
        adjustments("", claim.adjustments(), claim.serviceFrom(), "", List.of(), "");
        int number = 0;
        for (LinePayment line : claim.lines()) {
            line(Integer.toString(++number), line);
        }
    }

    private void line(String number, LinePayment line) throws IOException {
        begin("line");
        claimCells(number).text(line.serviceDate()).text(line.procedure()).text(String.join(" ", line.modifiers()));
        text(line.units()).money(line.charge()).money(line.paid()).text("");
        text("").text("").text("").text("").text(String.join(" ", line.remarks()));
        text(line.lineControlNumber());
        end();
        adjustments(
                number,
                line.adjustments(),
                line.serviceDate(),
                line.procedure(),
                line.modifiers(),
                line.lineControlNumber());
    }

    private void adjustments(
            String number,
            List<Adjustment> adjustments,
            String date,
            String procedure,
            List<String> modifiers,
            String controlNumber)
            throws IOException {
        for (Adjustment adjustment : adjustments) {
            begin("adjustment");
            claimCells(number).text(date).text(procedure).text(String.join(" ", modifiers));
            text(adjustment.quantity()).text("").text("").text("");
            text(adjustment.group()).text(adjustment.reason()).money(adjustment.amount());
            text(labels.text(adjustment)).text("").text(controlNumber);
            end();
        }
    }

    /** One provider adjustment of the payment at hand. */
    public void providerAdjustment(ProviderAdjustment adjustment) throws IOException {
        begin("provider_adjustment");
        text("").text(adjustment.identifier()).text("").text("");
        text("").text("").text("").text("").text("").text("").text("");
        text("PLB").text(adjustment.reason()).money(adjustment.amount());
        text(labels.text(adjustment)).text("").text("");
        end();
    }

    private void begin(String kind) {
        row.setLength(0);
        row.append(kind);
        text(header.trace()).text(header.date() == null ? "" : header.date().toString());
        text(header.payerName()).text(header.payeeNpi().isEmpty() ? header.payeeTaxId() : header.payeeNpi());
    }

    private RemittanceCsv claimCells(String line) {
        return text(claim.patientControlNumber())
                .text(claim.payerControlNumber())
                .text(claim.status())
                .text(line);
    }

    private RemittanceCsv money(Money amount) {
        row.append(',').append(amount);
        return this;
    }

    private RemittanceCsv text(String value) {
        row.append(',').append(cell(value));
        return this;
    }

    private void end() throws IOException {
        out.append(row).append("\r\n");
    }

    /** Text as one cell: made harmless to spreadsheets, and quoted where RFC 4180 asks for it. */
    public static String cell(String value) {
        String harmless = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quote = false;
        for (int i = 0; i < harmless.length() && !quote; i++) {
            char c = harmless.charAt(i);
            quote = c == ',' || c == '"' || c == '\r' || c == '\n';
        }
        return quote ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
