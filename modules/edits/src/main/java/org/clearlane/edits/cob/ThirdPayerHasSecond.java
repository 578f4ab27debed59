package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;

/** A claim to the third payer (SBR01 T) names the second: 837 2000B SBR01 and 2320. */
final class ThirdPayerHasSecond implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!claim.subscriber().responsibility().equals("T")) {
            return;
        }
        for (OtherCoverage other : claim.otherCoverages()) {
            if (other.responsibility().equals("S")) {
                return;
            }
        }
        out.report(Places.coverage(claim, 1), "T", "PR");
    }
}
