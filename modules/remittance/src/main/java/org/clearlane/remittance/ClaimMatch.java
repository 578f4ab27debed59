package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.remittance.MatchResult.Ambiguous;
import org.clearlane.remittance.MatchResult.Confidence;
import org.clearlane.remittance.MatchResult.Matched;
import org.clearlane.remittance.MatchResult.Unmatched;

/**
 * Finds the claim a payment is about: by CLP01, then by payee, payer, charge and dates. No single key is trusted:
 * practices use control numbers again, payers cut them to twenty characters, pad them, or change their case.
 *
 * <p>A claim whose billing provider is certainly not the payee is no candidate, so that a payment can never be told to
 * another practice; neither is one that never left the house.
 */
public final class ClaimMatch {

    /** CLM01 is answered in CLP01 with at most this many characters by payers that keep to the old length. */
    private static final int CUT_AT = 20;

    private ClaimMatch() {}

    /**
     * Decides among claims that the ledger looked up by control number.
     *
     * @param payerIds all ids by which the payer of the 835 is known, N104 and REF*2U among them; empty when unknown
     */
    public static MatchResult match(
            ClaimPayment payment, PaymentHeader header, Set<String> payerIds, Collection<LedgerClaim> candidates) {
        List<LedgerClaim> named = candidates.stream()
                .filter(claim -> sameNumber(claim, payment) || nearlySameNumber(claim, payment))
                .toList();
        if (named.isEmpty()) {
            return new Unmatched("no claim has this patient control number");
        }
        List<LedgerClaim> ours =
                named.stream().filter(claim -> mayBePaidTo(claim, header)).toList();
        if (ours.isEmpty()) {
            return new Unmatched("the payee of the remittance is not the billing provider of the claim");
        }
        List<LedgerClaim> sent =
                ours.stream().filter(claim -> wasSent(claim.state())).toList();
        if (sent.isEmpty()) {
            return new Unmatched("the claim was never sent to a payer");
        }
        return best(payment, payerIds, sent);
    }

    private static MatchResult best(ClaimPayment payment, Set<String> payerIds, List<LedgerClaim> claims) {
        Map<Confidence, List<Matched>> ranked = new EnumMap<>(Confidence.class);
        for (LedgerClaim claim : claims) {
            Matched matched = judge(claim, payment, payerIds);
            ranked.computeIfAbsent(matched.confidence(), unused -> new ArrayList<>())
                    .add(matched);
        }
        List<Matched> top = ranked.values().iterator().next();
        if (top.size() == 1) {
            return top.getFirst();
        }
        return new Ambiguous(top.stream().map(Matched::claim).toList());
    }

    private static Matched judge(LedgerClaim claim, ClaimPayment payment, Set<String> payerIds) {
        boolean number = sameNumber(claim, payment);
        boolean charge =
                Math.abs(claim.charge().cents()) == Math.abs(payment.charge().cents());
        boolean dated = !payment.serviceFrom().isEmpty() && !claim.serviceFrom().isEmpty();
        boolean date = dated && within(payment.serviceFrom(), claim);
        boolean payerKnown = !payerIds.isEmpty() && !claim.payerId().isEmpty();
        boolean payer = !payerKnown || payerIds.contains(claim.payerId());
        String why = (number ? "control number" : "control number but for case, padding or length")
                + (charge ? ", charge" : "")
                + (date ? ", date of service" : "")
                + (payerKnown && payer ? ", payer" : "");
        return new Matched(claim, confidence(number, charge, dated, date, payer), why + " agree");
    }

    private static Confidence confidence(boolean number, boolean charge, boolean dated, boolean date, boolean payer) {
        boolean dateContradicts = dated && !date;
        if (number && charge && !dateContradicts && payer) {
            return Confidence.HIGH;
        }
        // Payers split and bundle lines, which changes the charge; payer ids differ between houses. One such
        // difference is everyday, two of them mean another claim.
        int contradictions = (charge ? 0 : 1) + (dateContradicts ? 1 : 0) + (payer ? 0 : 1) + (number ? 0 : 1);
        return contradictions == 1 && (charge || date) ? Confidence.MEDIUM : Confidence.LOW;
    }

    private static boolean sameNumber(LedgerClaim claim, ClaimPayment payment) {
        return claim.patientControlNumber().equals(payment.patientControlNumber());
    }

    /** Whether the numbers agree but for case, leading zeros, blanks, or being cut to twenty characters. */
    private static boolean nearlySameNumber(LedgerClaim claim, ClaimPayment payment) {
        String sent = bare(claim.patientControlNumber());
        String answered = bare(payment.patientControlNumber());
        if (sent.isEmpty() || answered.isEmpty()) {
            return false;
        }
        return sent.equals(answered)
                || (payment.patientControlNumber().strip().length() == CUT_AT
                        && claim.patientControlNumber().strip().length() > CUT_AT
                        && sent.startsWith(answered));
    }

    private static String bare(String number) {
        String text = number.strip().toUpperCase(Locale.ROOT);
        int at = 0;
        while (at < text.length() - 1 && text.charAt(at) == '0') {
            at++;
        }
        return text.substring(at);
    }

    /** False only where NPI or tax number are known on both sides and none agrees. */
    private static boolean mayBePaidTo(LedgerClaim claim, PaymentHeader header) {
        boolean npiKnown = !header.payeeNpi().isEmpty() && !claim.billingNpi().isEmpty();
        boolean taxKnown = !header.payeeTaxId().isEmpty() && !claim.taxId().isEmpty();
        if (!npiKnown && !taxKnown) {
            return true;
        }
        return (npiKnown && header.payeeNpi().equals(claim.billingNpi()))
                || (taxKnown && digits(header.payeeTaxId()).equals(digits(claim.taxId())));
    }

    private static String digits(String taxId) {
        return taxId.replace("-", "").strip();
    }

    private static boolean wasSent(ClaimState state) {
        return switch (state) {
            case BATCHED,
                    UNKNOWN_OUTCOME,
                    SENT,
                    REJECTED_999,
                    ACKED_999,
                    PAYER_REJECTED,
                    PAYER_ACCEPTED,
                    PAID,
                    PARTLY_PAID,
                    DENIED,
                    REVERSED -> true;
            case RECEIVED, REJECTED_FILE, REJECTED_CLAIM, HELD, QUEUED -> false;
        };
    }

    private static boolean within(String date, LedgerClaim claim) {
        String to = claim.serviceTo().isEmpty() ? claim.serviceFrom() : claim.serviceTo();
        return date.compareTo(claim.serviceFrom()) >= 0 && date.compareTo(to) <= 0;
    }
}
