package org.clearlane.edits.coding;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.CodeStanding;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** MOA03 to MOA07, MIA05 and MIA20 to MIA23 are remark codes of another payer's decision. */
final class RemarkCodeIsListed implements Edit {

    private static final int[] OUTPATIENT = {3, 4, 5, 6, 7};
    private static final int[] INPATIENT = {5, 20, 21, 22, 23};

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage coverage : claim.otherCoverages()) {
            check(coverage.first(SegmentTag.MOA), OUTPATIENT, context, out);
            check(coverage.first(SegmentTag.MIA), INPATIENT, context, out);
        }
    }

    private static void check(SegmentFact segment, int[] elements, EditContext context, FindingCollector out) {
        for (int i = 0; segment != null && i < elements.length; i++) {
            if (segment.has(elements[i])) {
                String code = segment.element(elements[i]);
                CodeStanding standing = context.codes().listing(CodeSet.RARC).standing(code, context.codeDay());
                if (standing == CodeStanding.MALFORMED || standing == CodeStanding.UNKNOWN) {
                    out.report(segment.place(elements[i]), code);
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit();
    }
}
