package org.clearlane.edits.coding;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;

/**
 * CLM05-3 says whether the claim is new or corrects another. Professional and dental claims have 1, 6, 7 and 8, claims
 * of facilities the whole list.
 */
final class FrequencyIsListed implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String frequency = claim.frequency();
        boolean listed = claim.kind() == ClaimKind.INSTITUTIONAL
                ? context.codes().listing(CodeSet.BILL_FREQUENCY).has(frequency, context.codeDay())
                : frequency.length() == 1 && "1678".contains(frequency);
        if (!frequency.isEmpty() && !listed) {
            out.report(claim.clm().place(5, 3), frequency);
        }
    }
}
