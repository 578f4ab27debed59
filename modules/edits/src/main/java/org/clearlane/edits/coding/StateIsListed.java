package org.clearlane.edits.coding;

import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.model.claim.SegmentFact;

/** N402 of an address in the United States or Canada is a state or province. */
final class StateIsListed extends AddressEdit {

    @Override
    void check(SegmentFact city, String entity, String who, EditContext context, FindingCollector out) {
        boolean judged = city.has(2) && (!isAbroad(city) || city.is(4, "CA"));
        if (judged && !context.codes().listing(CodeSet.STATE).has(city.element(2), context.today())) {
            out.report(city.place(2), city.element(2), entity, who);
        }
    }
}
