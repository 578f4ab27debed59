package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeUse;

/** No value code stands on a bill twice: 837I 2300 HI*BE. */
final class ValueIsNotRepeated implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        Repeats.report(claim, CodeUse.VALUE, out);
    }
}
