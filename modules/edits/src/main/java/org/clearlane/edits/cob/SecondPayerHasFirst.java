package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;

/** A claim to the second or a later payer names the first: 837 2000B SBR01 and 2320. */
final class SecondPayerHasFirst implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        switch (claim.subscriber().responsibility()) {
            case "S", "T", "A", "B", "C", "D", "E", "F", "G", "H" -> {}
            default -> {
                return;
            }
        }
        for (OtherCoverage other : claim.otherCoverages()) {
            if (other.responsibility().equals("P")) {
                return;
            }
        }
        out.report(Places.coverage(claim, 1), claim.subscriber().responsibility(), "PR");
    }
}
