package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimDetail;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.LineDetail;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.NamedParty;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.RemittanceLedger.Decided;
import org.clearlane.store.ledger.RemittanceLedger.LineOf;

/**
 * What remittances pay for claims, their lines and why not more, entered in rounds: {@link #add}, then {@link #flush}.
 * Not safe for use by several threads.
 */
public final class ClaimPaymentRows {

    private static final String CLAIM_COLUMNS =
            "id, remittance_id, ordinal, practice_id, claim_id, patient_control_number, "
                    + "status, charge_cents, paid_cents, patient_cents, patient_share_cents, payer_control_number, rendering_npi, "
                    + "service_from, contractual_cents, other_cents, decision, outcome, posted, matched_by, filing_indicator, "
                    + "facility, frequency, service_to, original_number, crossover_name, crossover_id, remarks, covered_cents, "
                    + "interest_cents, print";
    private static final String LINE_COLUMNS =
            "claim_payment_id, ordinal, practice_id, qualifier, procedure, modifiers, "
                    + "charge_cents, paid_cents, units, service_date, line_control_number, remarks, claim_line, matched_by, "
                    + "confidence, submitted_procedure, submitted_units, revenue_code, allowed_cents";
    private static final String ADJUSTMENT_COLUMNS =
            "claim_payment_id, ordinal, line_ordinal, practice_id, group_code, reason, amount_cents, quantity";

    private final Tx tx;
    private final CopyRows claims = new CopyRows("entering_claim_payments", CLAIM_COLUMNS);
    private final CopyRows lines = new CopyRows("entering_line_payments", LINE_COLUMNS);
    private final CopyRows adjustments = new CopyRows("entering_adjustments", ADJUSTMENT_COLUMNS);

    /** Rows to be entered in this transaction. */
    public ClaimPaymentRows(Tx tx) throws SQLException {
        this.tx = tx;
        temporary("claim_payments", CLAIM_COLUMNS);
        temporary("line_payments", LINE_COLUMNS);
        temporary("adjustments", ADJUSTMENT_COLUMNS);
    }

    private void temporary(String table, String columns) throws SQLException {
        Sql.update(
                tx.connection(),
                "create temporary table if not exists entering_" + table + " on commit delete rows as select " + columns
                        + " from " + table + " with no data");
    }

    /** One claim payment and what was decided about it. */
    public void add(String remittanceId, int ordinal, ClaimPayment payment, Decided decided) {
        String id = tx.ids().next("pay_");
        ClaimDetail detail = payment.detail();
        claims.text(id)
                .text(remittanceId)
                .number(ordinal)
                .text(decided.practiceId())
                .text(decided.claimId())
                .text(payment.patientControlNumber())
                .text(payment.status())
                .number(payment.charge().cents())
                .number(payment.paid().cents())
                .number(payment.patientResponsibility().cents())
                .number(decided.patientShare().cents())
                .text(payment.payerControlNumber())
                .text(payment.renderingNpi())
                .text(payment.serviceFrom())
                .number(decided.contractual().cents())
                .number(decided.other().cents())
                .text(decided.decision())
                .text(decided.outcome())
                .flag(decided.posted())
                .text(decided.matchedBy())
                .text(payment.filingIndicator())
                .text(detail.facility())
                .text(detail.frequency())
                .text(Fact.first(detail.dates(), "233"))
                .text(Fact.first(detail.references(), "F8"))
                .text(detail.party("TT").map(NamedParty::name).orElse(""))
                .text(detail.party("TT").map(NamedParty::id).orElse(""))
                .text(String.join(" ", detail.remarks()))
                .numberOrNull(cents(detail.amounts(), "AU"))
                .numberOrNull(cents(detail.amounts(), "I"))
                .text(decided.print())
                .end();
        int adjustment = adjustments(id, decided.practiceId(), null, 0, payment.adjustments());
        int number = 0;
        for (LinePayment line : payment.lines()) {
            line(id, decided, ++number, line);
            adjustment = adjustments(id, decided.practiceId(), number, adjustment, line.adjustments());
        }
    }

    private static Long cents(List<Fact> amounts, String qualifier) {
        for (Fact amount : amounts) {
            if (amount.name().equals(qualifier)) {
                return amount.amount().map(Money::cents).orElse(null);
            }
        }
        return null;
    }

    private void line(String paymentId, Decided decided, int number, LinePayment line) {
        LineDetail detail = line.detail();
        LineOf of = null;
        for (LineOf candidate : decided.lines()) {
            of = candidate.paidLine() == number ? candidate : of;
        }
        lines.text(paymentId)
                .number(number)
                .text(decided.practiceId())
                .text(line.qualifier())
                .text(line.procedure())
                .text(String.join(" ", line.modifiers()))
                .number(line.charge().cents())
                .number(line.paid().cents())
                .text(line.units())
                .text(line.serviceDate())
                .text(line.lineControlNumber())
                .text(String.join(" ", line.remarks()))
                .numberOrNull(of == null ? null : of.claimLine())
                .text(of == null ? "" : of.matchedBy())
                .text(of == null ? "" : of.confidence())
                .text(line.submittedProcedure())
                .text(detail.submittedUnits())
                .text(detail.revenueCode())
                .numberOrNull(cents(detail.amounts(), "B6"))
                .end();
    }

    private int adjustments(String paymentId, String practiceId, Integer line, int from, List<Adjustment> all) {
        int ordinal = from;
        for (Adjustment adjustment : all) {
            adjustments
                    .text(paymentId)
                    .number(++ordinal)
                    .numberOrNull(line)
                    .text(practiceId)
                    .text(adjustment.group())
                    .text(adjustment.reason())
                    .number(adjustment.amount().cents())
                    .text(adjustment.quantity())
                    .end();
        }
        return ordinal;
    }

    /** Enters what was added since the last time. */
    public void flush() throws SQLException {
        enter("claim_payments", CLAIM_COLUMNS, claims);
        enter("line_payments", LINE_COLUMNS, lines);
        enter("adjustments", ADJUSTMENT_COLUMNS, adjustments);
    }

    private void enter(String table, String columns, CopyRows rows) throws SQLException {
        rows.flush(tx.connection());
        Sql.update(
                tx.connection(),
                "insert into " + table + " (" + columns + ") select " + columns + " from entering_" + table);
        Sql.update(tx.connection(), "truncate entering_" + table);
    }
}
