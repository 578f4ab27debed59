package org.clearlane.edits.cob;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimAdjustment;
import org.clearlane.model.claim.LineAdjudication;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.ServiceLine;

/** All groups of adjustments of a claim: those of each other payer for the claim and for each line. */
final class Adjustments {

    private Adjustments() {}

    static List<List<ClaimAdjustment>> of(Claim claim) {
        List<List<ClaimAdjustment>> all = new ArrayList<>();
        for (OtherCoverage other : claim.otherCoverages()) {
            all.add(other.adjustments());
        }
        for (ServiceLine line : claim.lines()) {
            for (LineAdjudication each : line.adjudications()) {
                all.add(each.adjustments());
            }
        }
        return all;
    }
}
