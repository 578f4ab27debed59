package org.clearlane.pipeline.judging;

import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;

/** What only the ledger can find: something came before. */
final class DuplicateClaim {

    private DuplicateClaim() {}

    /** The same claim is on its way already. */
    static Finding of(Claim claim, String firstClaimId) {
        return new Finding(
                "claim.duplicate",
                7,
                Severity.ERROR,
                Place.ofSegment("2300", "CLM", claim.position()).atElement(1),
                AckCodes.NONE,
                // 507 A3: returned unprocessed; 508 54: duplicate of a claim already taken.
                ClaimStatus.of("A3:54"),
                "",
                "This is the same claim as " + firstClaimId + ", which is on its way already.",
                "Nothing, if it was sent again by mistake; to change the claim, send it with frequency 7 and the payer's number.",
                null);
    }

    /** Another interchange of this sender had this control number. */
    static Finding ofInterchange() {
        return new Finding(
                "interchange.control.duplicate",
                1,
                Severity.ERROR,
                Place.ofSegment("", "ISA", 0).atElement(13),
                AckCodes.NONE,
                null,
                "",
                "An earlier interchange with other contents had the same control number, so none of these claims was taken.",
                "Give every interchange a number of its own in ISA13 and IEA02, and send it again.",
                null);
    }
}
