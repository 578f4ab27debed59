package org.clearlane.edits.coding;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** SV201 is a revenue code. */
final class RevenueCodeIsListed implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<ServiceLine> lines = claim.lines();
        for (int i = 0; i < lines.size(); i++) {
            String code = lines.get(i).revenueCode();
            if (!code.isEmpty() && !context.codes().listing(CodeSet.REVENUE).has(code, context.codeDay(i))) {
                out.report(
                        lines.get(i).place().atElement(1),
                        code,
                        "",
                        lines.get(i).number());
            }
        }
    }
}
