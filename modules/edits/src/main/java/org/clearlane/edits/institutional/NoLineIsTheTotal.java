package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Revenue code 0001 has no line: 837I 2300 CLM02 is the total. */
final class NoLineIsTheTotal implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (line.revenueCode().equals("0001")) {
                out.report(line.service().place(1), "0001", "", line.number());
            }
        }
    }
}
