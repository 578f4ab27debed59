package org.clearlane.edits.cob;

import java.util.List;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimAdjustment;
import org.clearlane.model.claim.LineAdjudication;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.ServiceLine;

/** What several edits ask about the other payers of a claim. */
final class OtherPayers {

    private OtherPayers() {}

    /** Whether one of them has this number. */
    static boolean names(Claim claim, String id) {
        for (OtherCoverage other : claim.otherCoverages()) {
            if (other.payerId().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** The sum of adjustments, in cents; null when one cannot be read. */
    static Long sum(List<ClaimAdjustment> adjustments) {
        long sum = 0;
        for (ClaimAdjustment each : adjustments) {
            if (each.amount() == null) {
                return null;
            }
            sum += each.amount().cents();
        }
        return sum;
    }

    /** Whether this payer has decided any line. */
    static boolean decidedLines(Claim claim, OtherCoverage payer) {
        for (ServiceLine line : claim.lines()) {
            for (LineAdjudication each : line.adjudications()) {
                if (each.payerId().equals(payer.payerId())) {
                    return true;
                }
            }
        }
        return false;
    }
}
