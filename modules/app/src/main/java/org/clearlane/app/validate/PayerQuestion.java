package org.clearlane.app.validate;

import java.util.List;
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
 * Whether claims could go to one payer, as the service would decide it: what it would hold is said as a warning, because
 * nothing is wrong with such a claim.
 *
 * @param profile the payer asked about
 */
record PayerQuestion(PayerProfile profile) {

    private static final int PAYER_SNIP = 7;

    /** Where claims may go. */
    List<PayerProfile> payers() {
        return List.of(profile);
    }

    /** Why the service would hold this claim. */
    Finding hold(JudgedClaim judged) {
        Claim claim = judged.claim();
        HoldReason reason = judged.holdReason();
        return switch (reason) {
            case UNKNOWN_PAYER ->
                held(
                        Place.ofSegment("2010BB", "NM1", claim.payer().position())
                                .atElement(9),
                        claim.payer().id(),
                        reason,
                        " It names a payer that is not " + profile.id() + " ("
                                + profile.payerIds().stream().sorted().collect(Collectors.joining(", ")) + ").",
                        "Send the payer's id in 2010BB NM109, or ask about the payer the claim is meant for.");
            case USAGE_DOES_NOT_FIT_ROUTE ->
                held(
                        Place.ofSegment("2300", "CLM", claim.position()),
                        "",
                        reason,
                        "",
                        "The route to " + profile.id() + " takes ISA15 "
                                + profile.envelope().usage() + ": send the file with that, or change the profile.");
            case BILLING_PROVIDER_NOT_ENROLLED ->
                held(
                        Place.ofSegment("2300", "CLM", claim.position()),
                        "",
                        reason,
                        "",
                        "Enrol the billing provider for the practice.");
        };
    }

    private static Finding held(Place place, String value, HoldReason reason, String detail, String mend) {
        return new Finding(
                "claim.held",
                PAYER_SNIP,
                Severity.WARNING,
                place,
                AckCodes.NONE,
                null,
                value,
                "The claim would be held: " + reason.inWords() + "." + detail,
                mend,
                null);
    }
}
