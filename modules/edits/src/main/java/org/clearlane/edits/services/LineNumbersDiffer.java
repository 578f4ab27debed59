package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.claim.SegmentTag;

/** REF*6R is unique within the claim: 837 2400 REF. */
final class LineNumbersDiffer implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int count = claim.lines().size();
        for (int i = 1; i < count; i++) {
            ReferenceFact number = claim.lines().get(i).reference("6R");
            for (int j = 0; number != null && j < i; j++) {
                ReferenceFact earlier = claim.lines().get(j).reference("6R");
                if (earlier != null && earlier.value().equals(number.value())) {
                    out.report(Places.lineReference(number), number.value(), "", i + 1, j + 1);
                    break;
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.REF.bit();
    }
}
