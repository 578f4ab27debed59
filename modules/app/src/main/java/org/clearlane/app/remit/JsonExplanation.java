package org.clearlane.app.remit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.Balance;
import org.clearlane.remittance.BalanceProof;
import org.clearlane.remittance.RunningSums;

/**
 * For programs: one object on one line, amounts as text with two decimals, null for what was not sent. A payment's
 * {@code balanced} comes before its claims, so the file has been read once before.
 */
final class JsonExplanation implements Explanation {

    private final String file;
    private final boolean good;
    private final IntPredicate known;
    private final Writer out;
    private final AdjustmentLabels labels;
    private final JsonGenerator json;
    private final List<KeptSegment> kept = new ArrayList<>();
    private int payment;

    /**
     * @param file its name
     * @param known the same file, added up before
     */
    JsonExplanation(String file, RunningSums known, Writer out, AdjustmentLabels labels) throws IOException {
        this.file = file;
        this.good = known.balancedPayments() == known.payments() && known.whole();
        this.known = known::balanced;
        this.out = out;
        this.labels = labels;
        this.json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        begin();
    }

    /**
     * As part of another object, whose field name was written last.
     *
     * @param balanced whether the one payment that will be told balances
     */
    JsonExplanation(JsonGenerator json, String file, boolean balanced, AdjustmentLabels labels) throws IOException {
        this.file = file;
        this.good = balanced;
        this.known = unused -> balanced;
        this.out = null;
        this.labels = labels;
        this.json = json;
        begin();
    }

    private void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeBooleanField("balanced", good);
        json.writeArrayFieldStart("payments");
    }

    @Override
    public void payment(PaymentHeader header) throws IOException {
        json.writeStartObject();
        text("trace", header.trace());
        json.writeObjectFieldStart("payer");
        text("name", header.payerName());
        text("id", header.payerId());
        json.writeEndObject();
        json.writeObjectFieldStart("payee");
        text("name", header.payeeName());
        text("npi", header.payeeNpi());
        text("taxId", header.payeeTaxId());
        json.writeEndObject();
        amount("amount", header.amount());
        text("method", header.method());
        text("date", header.date() == null ? "" : header.date().toString());
        json.writeBooleanField("balanced", known.test(payment++));
        json.writeArrayFieldStart("claims");
    }

    @Override
    public void claim(ClaimPayment claim, boolean balanced) throws IOException {
        json.writeStartObject();
        text("patientControlNumber", claim.patientControlNumber());
        text("payerControlNumber", claim.payerControlNumber());
        text("status", claim.status());
        amount("charge", claim.charge());
        amount("paid", claim.paid());
        amount("patientResponsibility", claim.patientResponsibility());
        json.writeBooleanField("balanced", balanced);
        adjustments(claim.adjustments());
        json.writeArrayFieldStart("lines");
        for (LinePayment line : claim.lines()) {
            line(line);
        }
        json.writeEndArray();
        balances(Balance.of(claim).proofs());
        json.writeArrayFieldStart("kept");
        segments(claim.detail().rest());
        for (LinePayment line : claim.lines()) {
            segments(line.detail().rest());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void kept(KeptSegment segment) {
        kept.add(segment);
    }

    private void segments(List<KeptSegment> segments) throws IOException {
        for (KeptSegment segment : segments) {
            json.writeStartObject();
            text("loop", segment.loop());
            json.writeNumberField("position", segment.position());
            text("segment", segment.text());
            json.writeEndObject();
        }
    }

    private void balances(List<BalanceProof> proofs) throws IOException {
        json.writeArrayFieldStart("balances");
        for (BalanceProof proof : proofs) {
            json.writeStartObject();
            text("level", proof.level().name().toLowerCase(Locale.ROOT));
            text("subject", proof.subject());
            text("arithmetic", proof.inWords());
            amount("difference", proof.difference());
            json.writeBooleanField("balanced", proof.balanced());
            json.writeBooleanField("binding", proof.binding());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void line(LinePayment line) throws IOException {
        json.writeStartObject();
        text("procedure", line.procedure());
        texts("modifiers", line.modifiers());
        amount("charge", line.charge());
        amount("paid", line.paid());
        // SVC05 left out means one.
        text("units", line.units().isEmpty() ? "1" : line.units());
        adjustments(line.adjustments());
        texts("remarks", line.remarks());
        text("lineControlNumber", line.lineControlNumber());
        json.writeEndObject();
    }

    private void adjustments(List<Adjustment> adjustments) throws IOException {
        json.writeArrayFieldStart("adjustments");
        for (Adjustment adjustment : adjustments) {
            json.writeStartObject();
            text("group", adjustment.group());
            text("reason", adjustment.reason());
            amount("amount", adjustment.amount());
            text("quantity", adjustment.quantity());
            text("text", labels.text(adjustment));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void end(List<ProviderAdjustment> providerAdjustments, PaymentVerdict verdict) throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("providerAdjustments");
        for (ProviderAdjustment adjustment : providerAdjustments) {
            json.writeStartObject();
            text("reason", adjustment.reason());
            text("identifier", adjustment.identifier());
            amount("amount", adjustment.amount());
            text("text", labels.text(adjustment));
            json.writeEndObject();
        }
        json.writeEndArray();
        List<BalanceProof> proofs = new ArrayList<>(verdict.sums().summaries());
        proofs.add(verdict.sums().transaction());
        balances(proofs);
        json.writeArrayFieldStart("kept");
        segments(kept);
        json.writeEndArray();
        kept.clear();
        json.writeEndObject();
    }

    @Override
    public void end(RemitVerdict verdict) throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        if (out != null) {
            json.close();
            out.write("\n");
        }
    }

    private void text(String name, String value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    private void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void amount(String name, Money amount) throws IOException {
        json.writeStringField(name, amount.toString());
    }
}
