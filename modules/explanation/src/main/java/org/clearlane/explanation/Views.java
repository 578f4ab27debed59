package org.clearlane.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.explanation.ClaimView.ShareView;
import org.clearlane.explanation.ClosingView.ProviderAdjustmentView;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.NamedParty;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.AdjustmentLabels.Kind;
import org.clearlane.remittance.AdjustmentLabels.Label;
import org.clearlane.remittance.Allowed;
import org.clearlane.remittance.Balance;
import org.clearlane.remittance.BalanceProof;
import org.clearlane.remittance.ClaimBalance;
import org.clearlane.remittance.RemittanceVerdict;

/** From an 835 to what is shown of it. What the payer sent is text and stays text; characters no page may hold become a mark. */
final class Views {

    /** How CAS groups are called in a table's narrow column. */
    private static final Map<String, String> BEARERS = Map.of(
            "CO", "borne by the practice, which may not bill the patient for it",
            "PR", "owed by the patient",
            "PI", "kept back by the payer on its own account",
            "OA", "another adjustment, owed by neither",
            "CR", "correction of an earlier decision");

    private final AdjustmentLabels labels;

    Views(AdjustmentLabels labels) {
        this.labels = labels;
    }

    PaymentView payment(PaymentHeader header) {
        List<String> payee = new ArrayList<>();
        if (!header.payeeNpi().isEmpty()) {
            payee.add("NPI " + header.payeeNpi());
        }
        if (!header.payeeTaxId().isEmpty()) {
            payee.add("tax number " + header.payeeTaxId());
        }
        return new PaymentView(
                named(header.payerName()),
                clean(header.payerId()),
                named(header.payeeName()),
                clean(String.join(", ", payee)),
                header.amount().toString(),
                method(header.method()),
                header.date() == null ? "no date sent" : header.date().toString(),
                clean(header.trace()));
    }

    private static String named(String name) {
        return name.isBlank() ? "(no name sent)" : clean(name);
    }

    private static String method(String code) {
        return switch (code) {
            case "ACH" -> "bank transfer (ACH)";
            case "CHK" -> "cheque";
            case "FWT" -> "wire transfer";
            case "BOP" -> "a way the payer chose";
            case "NON" -> "no money moves";
            default -> code.isEmpty() ? "a way that was not said" : clean(code);
        };
    }

    ClaimView claim(int number, ClaimPayment claim, boolean readable) {
        ClaimBalance balance = Balance.of(claim);
        Allowed allowed = Allowed.of(claim);
        List<LineView> lines = new ArrayList<>();
        int ordinal = 0;
        for (LinePayment line : claim.lines()) {
            lines.add(line(++ordinal, line));
        }
        Money share = Balance.adjusted(claim, "PR");
        return new ClaimView(
                "claim-" + number,
                clean(claim.patientControlNumber()),
                clean(claim.payerControlNumber()),
                clean(claim.detail().party("QC").map(NamedParty::name).orElse("")),
                day(claim.serviceFrom()),
                clean(labels.text(claim)),
                mend(Kind.STATUS, claim.status()),
                claim.charge().toString(),
                allowed.amount().toString(),
                allowed.stated(),
                claim.paid().toString(),
                share.toString(),
                shares(claim),
                adjustments(claim.adjustments()),
                lines,
                remarks(claim.detail().remarks()),
                balance.proofs().stream()
                        .filter(proof -> proof.level() == BalanceProof.Level.CLAIM || !proof.balanced())
                        .map(Views::inWords)
                        .toList(),
                readable && balance.balanced(),
                next(claim, share));
    }

    private static String inWords(BalanceProof proof) {
        return clean(proof.subject() + ": " + proof.inWords() + (proof.binding() ? "" : " (for information)"));
    }

    /** What it means for the patient, in one sentence. */
    private static String next(ClaimPayment claim, Money share) {
        if (claim.isReversal()) {
            return "An earlier payment of this claim is taken back; what counts is the decision that follows it.";
        }
        if (claim.status().equals("25")) {
            return "This is an estimate. Nothing is paid and nothing is owed yet.";
        }
        boolean passedOn = List.of("19", "20", "21", "23").contains(claim.status());
        if (share.cents() <= 0) {
            return passedOn
                    ? "This payer leaves nothing to the patient; another payer has the claim now."
                    : "By this decision the patient owes nothing.";
        }
        return passedOn
                ? "This payer leaves " + share + " to the patient; another payer has the claim now and may pay part of it."
                : "By this decision the patient owes " + share + ", unless another plan pays it or it has been paid already.";
    }

    private static List<ShareView> shares(ClaimPayment claim) {
        Map<String, Money> sums = new LinkedHashMap<>();
        claim.adjustments().forEach(each -> add(sums, each));
        claim.lines().forEach(line -> line.adjustments().forEach(each -> add(sums, each)));
        return sums.entrySet().stream()
                .map(sum -> new ShareView(clean(sum.getKey()), bearer(sum.getKey()), sum.getValue().toString()))
                .toList();
    }

    private static void add(Map<String, Money> sums, Adjustment adjustment) {
        sums.merge(adjustment.group(), adjustment.amount(), Money::plus);
    }

    private static String bearer(String group) {
        return BEARERS.getOrDefault(group, "under a group we do not know");
    }

    private LineView line(int number, LinePayment line) {
        Allowed allowed = Allowed.of(line);
        Money adjusted = Money.ZERO;
        Money patient = Money.ZERO;
        for (Adjustment adjustment : line.adjustments()) {
            adjusted = adjusted.plus(adjustment.amount());
            patient = adjustment.group().equals("PR") ? patient.plus(adjustment.amount()) : patient;
        }
        List<String> procedure = new ArrayList<>();
        procedure.add(line.procedure().isEmpty() ? line.detail().revenueCode() : line.procedure());
        procedure.addAll(line.modifiers());
        return new LineView(
                number,
                day(line.serviceDate()),
                clean(String.join("-", procedure)),
                clean(line.submittedProcedure()),
                line.units().isEmpty() ? "1" : clean(line.units()),
                line.charge().toString(),
                allowed.amount().toString(),
                allowed.stated(),
                adjusted.toString(),
                line.paid().toString(),
                patient.toString(),
                adjustments(line.adjustments()),
                remarks(line.remarks()));
    }

    private List<AdjustmentView> adjustments(List<Adjustment> adjustments) {
        return adjustments.stream()
                .map(each -> new AdjustmentView(
                        clean(each.code()),
                        each.amount().toString(),
                        clean(labels.text(each)),
                        bearer(each.group()),
                        mend(Kind.CARC, each.reason())))
                .toList();
    }

    private String mend(Kind kind, String code) {
        return labels.find(kind, code).map(Label::mend).orElse("");
    }

    private List<String> remarks(List<String> codes) {
        return codes.stream().map(code -> clean(code + ": " + labels.text(Kind.RARC, code))).toList();
    }

    ClosingView closing(List<ProviderAdjustment> adjustments, RemittanceVerdict verdict, List<String> warnings) {
        List<String> arithmetic = new ArrayList<>();
        verdict.summaries().forEach(proof -> arithmetic.add(inWords(proof)));
        arithmetic.add(clean(verdict.transaction().inWords()));
        return new ClosingView(
                adjustments.stream().map(this::outside).toList(),
                Long.toString(verdict.claims()),
                verdict.paid().toString(),
                arithmetic,
                verdict.balanced() && warnings.isEmpty(),
                warnings);
    }

    private ProviderAdjustmentView outside(ProviderAdjustment adjustment) {
        boolean added = adjustment.amount().isNegative();
        return new ProviderAdjustmentView(
                clean(adjustment.reason()),
                clean(adjustment.identifier()),
                clean(labels.text(adjustment)),
                added ? "added to the payment" : "taken from the payment",
                (added ? adjustment.amount().negated() : adjustment.amount()).toString());
    }

    /** CCYYMMDD as people write it; anything else as it was sent. */
    static String day(String sent) {
        return sent.matches("\\d{8}")
                ? sent.substring(0, 4) + "-" + sent.substring(4, 6) + "-" + sent.substring(6)
                : clean(sent);
    }

    /** Without what neither XML nor a reader can bear: controls, halves of pairs, marks that turn the writing round. */
    static String clean(String sent) {
        StringBuilder text = new StringBuilder(sent.length());
        sent.codePoints().forEach(c -> {
            boolean bad = c < 0x20
                    || c >= 0x7F && c <= 0x9F
                    || c >= 0xD800 && c <= 0xDFFF
                    || c >= 0x202A && c <= 0x202E
                    || c >= 0x2066 && c <= 0x2069
                    || c >= 0xFFFE && c <= 0xFFFF;
            text.appendCodePoint(bad ? '?' : c);
        });
        return text.toString();
    }
}
