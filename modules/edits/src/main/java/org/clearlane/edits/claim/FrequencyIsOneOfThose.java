package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** CLM05-3 of professional and dental claims is 1, 6, 7 or 8: code source 235. */
final class FrequencyIsOneOfThose implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        switch (claim.frequency()) {
            case "", "1", "6", "7", "8" -> {}
            default -> out.report(claim.clm().place(5, 3), claim.frequency());
        }
    }
}
