package org.clearlane.edits.coding;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.model.claim.Claim;

/** CLM05-1 of an institutional claim is a facility type with its classification. */
final class BillTypeIsListed implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String type = claim.placeOfService();
        if (!type.isEmpty() && !context.codes().listing(CodeSet.BILL_TYPE).has(type, context.codeDay())) {
            out.report(claim.clm().place(5, 1), type);
        }
    }
}
