package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** A claim that comes after a year, the longest most payers wait, says why: 837 2300 CLM20. */
final class LateClaimSaysWhy implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int first = context.firstServiceDay();
        if (first > 0 && first + ONE_YEAR < context.today() && !claim.clm().has(20)) {
            out.report(claim.clm().place(20), "");
        }
    }

    /** A year, in days that are written as numbers. */
    private static final int ONE_YEAR = 10_000;
}
