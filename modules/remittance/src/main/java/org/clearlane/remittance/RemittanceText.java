package org.clearlane.remittance;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimDetail;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.NamedParty;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;

/**
 * A remittance in plain words: what was billed, why less was paid and who bears the rest, and the balances as
 * arithmetic. Streams; for one payment after another and one thread.
 */
public final class RemittanceText {

    private final Appendable out;
    private final AdjustmentLabels labels;

    public RemittanceText(Appendable out, AdjustmentLabels labels) {
        this.out = out;
        this.labels = labels;
    }

    /** A payment begins. */
    public void payment(PaymentHeader header) throws IOException {
        put("Payment " + header.trace() + (header.date() == null ? "" : " of " + header.date()) + " over "
                + header.amount() + " by " + method(header.method()));
        put("  from " + named(header.payerName(), header.payerId(), "id"));
        put("  to   " + named(header.payeeName(), header.payeeNpi(), "NPI")
                + (header.payeeTaxId().isEmpty() ? "" : ", tax number " + header.payeeTaxId()));
    }

    private static String named(String name, String id, String kind) {
        return (name.isEmpty() ? "(no name sent)" : name) + (id.isEmpty() ? "" : ", " + kind + " " + id);
    }

    private static String method(String code) {
        return switch (code) {
            case "ACH" -> "bank transfer (ACH)";
            case "CHK" -> "cheque";
            case "FWT" -> "wire transfer";
            case "BOP" -> "a way the payer chose";
            case "NON" -> "nothing: no money moves";
            default -> code.isEmpty() ? "an unknown way" : code;
        };
    }

    /** One claim of the payment at hand. */
    public void claim(ClaimPayment claim) throws IOException {
        put("");
        put("  Claim " + claim.patientControlNumber()
                + (claim.payerControlNumber().isEmpty() ? "" : ", payer's number " + claim.payerControlNumber()) + ": "
                + labels.text(claim));
        put("    billed " + claim.charge() + ", paid " + claim.paid() + ", patient's share "
                + Balance.adjusted(claim, "PR"));
        detail(claim.detail());
        adjustments("    ", claim.adjustments());
        int number = 0;
        for (LinePayment line : claim.lines()) {
            line(++number, line);
        }
        for (BalanceProof proof : Balance.of(claim).proofs()) {
            boolean worthSaying = proof.level() == BalanceProof.Level.CLAIM || !proof.balanced();
            if (worthSaying) {
                put("    " + (proof.isBroken() ? "! " : "") + proof.subject() + ": " + proof.inWords()
                        + (proof.binding() ? "" : " (for information)"));
            }
        }
    }

    private void detail(ClaimDetail detail) throws IOException {
        Optional<NamedParty> carrier = detail.party("TT");
        if (carrier.isPresent()) {
            put("    forwarded to " + named(carrier.get().name(), carrier.get().id(), "id"));
        }
        String interest = Fact.first(detail.amounts(), "I");
        if (!interest.isEmpty()) {
            put("    interest " + interest + ", paid beside the claim");
        }
        for (String remark : detail.remarks()) {
            put("    " + remark + "  " + labels.text(AdjustmentLabels.Kind.RARC, remark));
        }
        for (KeptSegment segment : detail.rest()) {
            kept(segment);
        }
    }

    /** A segment that says what nothing else here has a word for, as it was sent. */
    public void kept(KeptSegment segment) throws IOException {
        put("    also sent" + (segment.loop().isEmpty() ? "" : ", loop " + segment.loop()) + ", segment "
                + segment.position() + ": " + segment.text());
    }

    private void line(int number, LinePayment line) throws IOException {
        StringBuilder head =
                new StringBuilder("    line ").append(number).append("  ").append(line.procedure());
        line.modifiers().forEach(modifier -> head.append('-').append(modifier));
        if (!line.serviceDate().isEmpty()) {
            head.append(" on ").append(line.serviceDate());
        }
        if (!line.submittedProcedure().isEmpty()) {
            head.append(" (sent as ").append(line.submittedProcedure()).append(')');
        }
        put(head + ": billed " + line.charge() + ", paid " + line.paid());
        for (KeptSegment segment : line.detail().rest()) {
            kept(segment);
        }
        adjustments("      ", line.adjustments());
        for (String remark : line.remarks()) {
            put("      " + remark + "  " + labels.text(AdjustmentLabels.Kind.RARC, remark));
        }
    }

    private void adjustments(String indent, List<Adjustment> adjustments) throws IOException {
        for (Adjustment adjustment : adjustments) {
            put(indent + adjustment.code() + "  " + adjustment.amount() + "  " + labels.text(adjustment));
            String mend = labels.find(AdjustmentLabels.Kind.CARC, adjustment.reason())
                    .map(AdjustmentLabels.Label::mend)
                    .orElse("");
            put(indent + "    " + labels.whoOwes(adjustment) + (mend.isEmpty() ? "" : " To do: " + mend));
        }
    }

    /** The end of the payment at hand: money outside claims, and whether it all adds up. */
    public void end(List<ProviderAdjustment> providerAdjustments, RemittanceVerdict verdict) throws IOException {
        put("");
        for (ProviderAdjustment adjustment : providerAdjustments) {
            Money amount = adjustment.amount();
            put("  Outside claims: " + adjustment.reason()
                    + (adjustment.identifier().isEmpty() ? "" : " for " + adjustment.identifier()) + "  "
                    + (amount.isNegative() ? amount.negated() + " added to" : amount + " taken from")
                    + " the payment  " + labels.text(adjustment));
        }
        for (BalanceProof summary : verdict.summaries()) {
            put("  " + (summary.isBroken() ? "! " : "") + summary.subject() + ": " + summary.inWords());
        }
        put("  " + (verdict.transaction().isBroken() ? "! " : "")
                + verdict.transaction().inWords());
        put(
                verdict.balanced()
                        ? "  Everything adds up."
                        : "  It does not add up in " + verdict.brokenCount() + " places: nothing of it is posted.");
    }

    private void put(String line) throws IOException {
        out.append(line).append('\n');
    }
}
