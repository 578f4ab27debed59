package org.clearlane.transactions.t837;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.transactions.t837.SecondaryResult.Impossible;
import org.clearlane.transactions.t837.SecondaryResult.Made;
import org.clearlane.x12.Delimiters;

/**
 * Makes the claim for the second payer out of the one the first payer decided (005010X222A1): what the practice wrote stays
 * as it wrote it, the two coverages change places, and what the first payer decided stands in loops 2320, 2330A, 2330B and
 * 2430. Clinical content is not touched.
 */
public final class SecondaryClaim {


    private final SegmentTexts texts;
    private final List<String> provider;
    private final List<String> subscriber;
    private final List<String> patient;
    private final List<String> claim;
    private final Delimiters delimiters;

    /** @param original the claim as it went to the first payer */
    public SecondaryClaim(OutboundClaim original) {
        this.delimiters = original.sourceDelimiters();
        this.texts = new SegmentTexts(delimiters);
        this.provider = SegmentTexts.of(original.provider(), delimiters);
        this.subscriber = SegmentTexts.of(original.subscriber(), delimiters);
        this.patient = original.patient() == null ? null : SegmentTexts.of(original.patient(), delimiters);
        this.claim = SegmentTexts.of(original.claim(), delimiters);
    }

    /**
     * Makes it.
     *
     * @param payment what the first payer decided
     * @param decidedOn BPR16
     * @param lineOf which line of the claim (LX01) each line of the payment, from 1, is about
     */
    public SecondaryResult make(
            ClaimPayment payment, LocalDate decidedOn, Map<Integer, Integer> lineOf, SecondaryCoverage second) {
        Coverage first = firstCoverage();
        if (first == null) {
            return new Impossible("the claim names no first payer (2010BB NM109)", "Correct the claim and send it again.");
        }
        OtherPayerDecision decision = new OtherPayerDecision(delimiters, payment, first.payerCode(texts), decidedOn);
        if (decision.isTooMuch()) {
            return new Impossible("the decision has more reasons than five CAS hold", "Send it on paper.");
        }
        for (int line = 1; line <= payment.lines().size(); line++) {
            if (!lineOf.containsKey(line)) {
                return new Impossible(
                        "line " + line + " of the payment fits no line of the claim",
                        "Compare the 835 with the claim; make the secondary claim by hand.");
            }
        }
        String rank = texts.at(first.sbr(), 1).equals("P") ? "S" : texts.at(first.sbr(), 1).equals("S") ? "T" : "";
        if (rank.isEmpty()) {
            return new Impossible("the claim went to neither a first nor a second payer (SBR01)", "Make it by hand.");
        }
        List<Coverage> others = otherCoverages();
        Coverage own = others.stream()
                .filter(coverage -> coverage.payerCode(texts).equals(second.payerCode()))
                .findFirst()
                .orElse(null);
        if (own == null && second.memberId().isEmpty()) {
            return new Impossible(
                    "the claim has no loop 2320 of the second payer, so the member's number there is not known",
                    "Give it with --member, where the patient is the subscriber of the second plan too.");
        }
        if (own == null && patient != null) {
            return new Impossible(
                    "the patient is not the subscriber, and the claim has no loop 2320 of the second payer",
                    "Put the second coverage into the claim (2320, 2330A, 2330B).");
        }
        if (own != null && !own.relationship(texts).equals(patient == null ? "18" : relationshipOfPatient())) {
            return new Impossible(
                    "the patient is not to the subscriber of the second plan what it is to that of the first",
                    "Make the secondary claim by hand.");
        }
        List<String> all = new ArrayList<>();
        all.add(texts.make("HL", "1", "", "20", "1"));
        all.addAll(provider);
        all.add(texts.make("HL", "2", "1", "22", patient == null ? "0" : "1"));
        all.addAll(secondSubscriber(own, second, rank));
        if (patient != null) {
            all.add(texts.make("HL", "3", "2", "23", "0"));
            all.addAll(patient);
        }
        all.addAll(claim(first, decision, others, own, payment, lineOf));
        return new Made(all);
    }

    /** One coverage: SBR, the subscriber's segments and the payer's. */
    private record Coverage(String sbr, List<String> insured, List<String> payer) {

        String payerCode(SegmentTexts texts) {
            return payer.isEmpty() ? "" : texts.at(payer.getFirst(), 9);
        }

        String relationship(SegmentTexts texts) {
            return texts.at(sbr, 2);
        }
    }

    /** 2000B as it was sent: SBR, 2010BA, 2010BB. */
    private Coverage firstCoverage() {
        String sbr = subscriber.stream().filter(each -> texts.is(each, "SBR")).findFirst().orElse(null);
        List<String> insured = party(subscriber, "IL");
        List<String> payer = party(subscriber, "PR");
        return sbr == null || insured.isEmpty() || payer.isEmpty() || texts.at(payer.getFirst(), 9).isEmpty()
                ? null
                : new Coverage(sbr, insured, payer);
    }

    /** NM1 of this role and what belongs to it, to the next NM1. */
    private List<String> party(List<String> segments, String role) {
        List<String> found = new ArrayList<>();
        boolean in = false;
        for (String segment : segments) {
            in = texts.is(segment, "NM1") ? texts.is(segment, "NM1", role) : in;
            if (in) {
                found.add(segment);
            }
        }
        return found;
    }

    /** Every loop 2320 of the claim, to the first LX. */
    private List<Coverage> otherCoverages() {
        List<Coverage> all = new ArrayList<>();
        List<String> loop = null;
        for (String segment : claim) {
            if (texts.is(segment, "LX")) {
                break;
            }
            if (texts.is(segment, "SBR")) {
                add(all, loop);
                loop = new ArrayList<>();
            }
            if (loop != null) {
                loop.add(segment);
            }
        }
        add(all, loop);
        return all;
    }

    private void add(List<Coverage> all, List<String> loop) {
        if (loop != null) {
            all.add(new Coverage(loop.getFirst(), party(loop, "IL"), party(loop, "PR")));
        }
    }

    /** 2000B of the second payer. */
    private List<String> secondSubscriber(Coverage own, SecondaryCoverage second, String rank) {
        List<String> all = new ArrayList<>();
        if (own == null) {
            all.add(texts.make("SBR", rank, "18", "", "", "", "", "", "", second.filing()));
            for (String segment : party(subscriber, "IL")) {
                boolean number = texts.is(segment, "REF");
                if (texts.is(segment, "NM1")) {
                    all.add(withMember(segment, second.memberId()));
                } else if (!number) {
                    all.add(segment);
                }
            }
        } else {
            String sbr = own.sbr();
            all.add(texts.make(
                    "SBR", rank, patient == null ? "18" : "", texts.at(sbr, 3), texts.at(sbr, 4), "", "", "", "",
                    texts.at(sbr, 9)));
            all.addAll(own.insured().stream()
                    .filter(each -> texts.is(each, "NM1") || texts.is(each, "N3") || texts.is(each, "N4"))
                    .toList());
            boolean address = own.insured().stream().anyMatch(each -> texts.is(each, "N3"));
            for (String segment : party(subscriber, "IL")) {
                boolean copied = texts.is(segment, "DMG") || !address && (texts.is(segment, "N3") || texts.is(segment, "N4"));
                if (copied && patient == null) {
                    all.add(segment);
                }
            }
        }
        all.add(texts.make("NM1", "PR", "2", second.payerName(), "", "", "", "", "PI", second.payerCode()));
        return all;
    }

    private String withMember(String nm1, String memberId) {
        return texts.make(
                "NM1", "IL", texts.at(nm1, 2), texts.at(nm1, 3), texts.at(nm1, 4), texts.at(nm1, 5), "", texts.at(nm1, 7),
                "MI", memberId);
    }

    /** CLM to the end, the first payer's loop 2320 in its place, and each line's 2430. */
    private List<String> claim(
            Coverage first,
            OtherPayerDecision decision,
            List<Coverage> others,
            Coverage own,
            ClaimPayment payment,
            Map<Integer, Integer> lineOf) {
        List<String> all = new ArrayList<>();
        boolean skipping = false;
        boolean placed = false;
        int coverage = -1;
        int line = 0;
        for (String segment : claim) {
            if (texts.is(segment, "SBR")) {
                if (!placed) {
                    all.addAll(firstPayer(first, decision));
                    placed = true;
                }
                skipping = others.get(++coverage) == own;
            } else if (texts.is(segment, "LX")) {
                if (!placed) {
                    all.addAll(firstPayer(first, decision));
                    placed = true;
                }
                skipping = false;
                line = closeLine(all, decision, payment, lineOf, line);
                line = whole(texts.at(segment, 1));
            } else if (texts.is(segment, "LQ") && line > 0) {
                line = closeLine(all, decision, payment, lineOf, line);
            }
            boolean ourNumber = texts.is(segment, "REF", "D9");
            if (!skipping && !ourNumber) {
                all.add(segment);
            }
        }
        closeLine(all, decision, payment, lineOf, line);
        return all;
    }

    /** Adds what was decided of the line that ends here; there is no line then. */
    private static int closeLine(
            List<String> all, OtherPayerDecision decision, ClaimPayment payment, Map<Integer, Integer> lineOf, int line) {
        if (line > 0) {
            int paid = 0;
            for (LinePayment each : payment.lines()) {
                if (lineOf.get(++paid) == line) {
                    all.addAll(decision.line(each));
                }
            }
        }
        return 0;
    }

    private static int whole(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** Loops 2320, 2330A and 2330B of the first payer. */
    private List<String> firstPayer(Coverage first, OtherPayerDecision decision) {
        String clm = claim.getFirst();
        String sbr = first.sbr();
        List<String> all = new ArrayList<>();
        String relationship = patient == null ? "18" : relationshipOfPatient();
        all.add(texts.make(
                "SBR", texts.at(sbr, 1), relationship, texts.at(sbr, 3), texts.at(sbr, 4), texts.at(sbr, 5), "", "", "", texts.at(sbr, 9)));
        all.addAll(decision.amounts());
        all.add(texts.make("OI", "", "", texts.at(clm, 8), texts.at(clm, 10), "", texts.at(clm, 9)));
        all.addAll(decision.remarks());
        for (String segment : first.insured()) {
            if (texts.is(segment, "NM1") || texts.is(segment, "N3") || texts.is(segment, "N4")) {
                all.add(segment);
            }
        }
        all.add(first.payer().getFirst());
        all.addAll(decision.payerFacts());
        return all;
    }

    /** PAT01 of 2000C. */
    private String relationshipOfPatient() {
        return patient.stream()
                .filter(each -> texts.is(each, "PAT"))
                .map(each -> texts.at(each, 1))
                .findFirst()
                .orElse("");
    }
}
