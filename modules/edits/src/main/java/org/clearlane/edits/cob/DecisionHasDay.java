package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.finding.Place;

/** What another payer has decided has a day, of the claim or of its lines: 837 2330B and 2430 DTP*573. */
final class DecisionHasDay implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage other : claim.otherCoverages()) {
            if (other.amount("D") != null
                    && other.decided() == null
                    && !OtherPayers.decidedLines(claim, other)
                    && other.first(SegmentTag.CAS) != null) {
                out.report(Place.ofSegment("2330B", "DTP", other.amount("D").position()), "", "PR");
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit() | SegmentTag.AMT.bit();
    }
}
