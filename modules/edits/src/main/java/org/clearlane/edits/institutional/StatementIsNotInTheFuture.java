package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** The statement period (DTP*434) ends today at the latest: 837I 2300 DTP. */
final class StatementIsNotInTheFuture implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact statement = claim.date("434");
        if (statement != null && BillType.through(claim) > context.today() && !context.predetermination()) {
            out.report(Places.date(statement), statement.value());
        }
    }
}
