package org.clearlane.app.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearlane.judgement.HoldReason;
import org.clearlane.judgement.JudgedClaim;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;

/**
 * Whether claims could go to one payer, as the service would decide it. What it would hold, or send to another payer, is
 * said as a warning, because nothing is wrong with such a claim.
 *
 * @param asked the payer asked about
 * @param payers all payers the service knows, the one asked about among them
 */
record PayerQuestion(PayerProfile asked, List<PayerProfile> payers) {

    private static final int PAYER_SNIP = 7;

    PayerQuestion {
        payers = List.copyOf(payers);
    }

    /** Why the claim would not go straight to the payer asked about; empty when it would, or is refused anyway. */
    Optional<Finding> answer(JudgedClaim judged) {
        Claim claim = judged.claim();
        return switch (judged.outcome()) {
            case REJECTED -> Optional.empty();
            case HELD -> Optional.of(hold(claim, judged.holdReason()));
            case ACCEPTED ->
                asked.payerIds().contains(claim.payer().id()) ? Optional.empty() : Optional.of(elsewhere(claim));
        };
    }

    private Finding hold(Claim claim, HoldReason reason) {
        String message = "The claim would be held: " + reason.inWords() + ".";
        return switch (reason) {
            case UNKNOWN_PAYER ->
                warning("claim.held", atPayer(claim), message, "Send " + ids(asked) + " for " + asked.id() + ".");
            case USAGE_DOES_NOT_FIT_ROUTE ->
                warning(
                        "claim.held",
                        atClaim(claim),
                        message,
                        "Send the file with the ISA15 of the route, " + (claim.test() ? "P" : "T")
                                + ", or change the payer's profile.");
            case BILLING_PROVIDER_NOT_ENROLLED ->
                warning("claim.held", atClaim(claim), message, "Enrol the billing provider for the practice.");
            case KIND_NOT_TAKEN_BY_PAYER ->
                warning(
                        "claim.held",
                        atPayer(claim),
                        message,
                        "Add " + claim.kind().transaction() + " to kinds in the payer's profile if it takes them.");
            case PREDETERMINATION ->
                warning("claim.held", atClaim(claim), message, "Send it to the payer by the way you have with it.");
        };
    }

    private Finding elsewhere(Claim claim) {
        String other = payers.stream()
                .filter(payer -> payer.payerIds().contains(claim.payer().id()))
                .map(PayerProfile::id)
                .findFirst()
                .orElseThrow();
        return warning(
                "claim.other-payer",
                atPayer(claim),
                "The claim would go to " + other + ", not to " + asked.id() + ".",
                "Send " + ids(asked) + " if it is meant for " + asked.id() + ".");
    }

    private static String ids(PayerProfile payer) {
        return "payer id " + payer.payerIds().stream().sorted().collect(Collectors.joining(" or "));
    }

    private static Place atPayer(Claim claim) {
        return Place.ofSegment("2010BB", "NM1", claim.payer().position()).atElement(9);
    }

    private static Place atClaim(Claim claim) {
        return Place.ofSegment("2300", "CLM", claim.position());
    }

    private static Finding warning(String code, Place place, String message, String mend) {
        return new Finding(code, PAYER_SNIP, Severity.WARNING, place, AckCodes.NONE, null, "", message, mend, null);
    }
}
