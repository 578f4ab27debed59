package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.finding.Place;

/** A payer that has decided the claim (CAS, SVD) has AMT*D: 837 2320 AMT. */
final class DecidingPayerSaysWhatItPaid implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage other : claim.otherCoverages()) {
            if (other.amount("D") == null
                    && other.coverage() != null
                    && (other.first(SegmentTag.CAS) != null || OtherPayers.decidedLines(claim, other))) {
                out.report(Place.ofSegment("2320", "AMT", other.coverage().position()), "", "PR");
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit();
    }
}
