package org.clearlane.edits.cob;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;

/** No two other payers have the same number: 837 2330B NM109. */
final class OtherPayersDiffer implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<OtherCoverage> others = claim.otherCoverages();
        for (int i = 1; i < others.size(); i++) {
            String id = others.get(i).payerId();
            for (int j = 0; j < i && !id.isEmpty(); j++) {
                if (id.equals(others.get(j).payerId())) {
                    out.report(others.get(i).first("2330B", SegmentTag.NM1).place(9), id, "PR");
                    break;
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit();
    }
}
