package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** Occurrence codes 01 and 02, car accidents, go with REF*LU: 837I 2300 REF. */
final class CarAccidentHasState implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.reference("LU") != null) {
            return;
        }
        for (CodeFact code : claim.codes()) {
            if (code.use() == CodeUse.OCCURRENCE
                    && (code.code().equals("01") || code.code().equals("02"))) {
                out.report(code.place(), code.code());
                return;
            }
        }
    }
}
