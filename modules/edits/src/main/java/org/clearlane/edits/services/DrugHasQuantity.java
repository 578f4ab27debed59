package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Quantity;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Drug;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** A drug has a quantity above zero: 837P and 837I 2410 CTP04. */
final class DrugHasQuantity implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            for (Drug drug : line.drugs()) {
                if (drug.quantity() != null
                        && !Quantity.isPositive(drug.quantity().element(4))) {
                    out.report(drug.quantity().place(4), drug.quantity().element(4), "", line.number());
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.LIN.bit() | SegmentTag.CTP.bit();
    }
}
