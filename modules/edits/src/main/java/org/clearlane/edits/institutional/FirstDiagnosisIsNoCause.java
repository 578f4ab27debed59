package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;

/** ICD-10-CM V, W, X and Y are never the first diagnosis: guidelines, section I.C.20. */
final class FirstDiagnosisIsNoCause implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.diagnoses().isEmpty()) {
            return;
        }
        Diagnosis first = claim.diagnoses().getFirst();
        if (first.isIcd10()
                && !first.code().isEmpty()
                && "VWXY".indexOf(first.code().charAt(0)) >= 0) {
            out.report(Places.diagnosis(first), first.code());
        }
    }
}
