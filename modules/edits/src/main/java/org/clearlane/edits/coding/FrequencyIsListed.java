package org.clearlane.edits.coding;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.model.claim.Claim;

/** CLM05-3 of an institutional claim is the last character of a bill type. */
final class FrequencyIsListed implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String frequency = claim.frequency();
        if (!frequency.isEmpty()
                && !context.codes().listing(CodeSet.BILL_FREQUENCY).has(frequency, context.codeDay())) {
            out.report(claim.clm().place(5, 3), frequency);
        }
    }
}
