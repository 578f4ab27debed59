package org.clearlane.edits.coding;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** An element of a segment of 2300 is in a list on the day of the claim: CL101 to CL103. */
final class SegmentCodeIsListed implements Edit {

    private final SegmentTag tag;
    private final int element;
    private final CodeSet set;

    SegmentCodeIsListed(SegmentTag tag, int element, CodeSet set) {
        this.tag = tag;
        this.element = element;
        this.set = set;
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact segment = claim.first(tag);
        if (segment != null
                && segment.has(element)
                && !context.codes().listing(set).has(segment.element(element), context.codeDay())) {
            out.report(segment.place(element), segment.element(element));
        }
    }

    @Override
    public long needs() {
        return tag.bit();
    }
}
