package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;

/** No diagnosis stands on a claim twice. */
final class DiagnosisIsNotRepeated implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (int i = 1; i < claim.diagnoses().size(); i++) {
            Diagnosis diagnosis = claim.diagnoses().get(i);
            for (int j = 0; j < i; j++) {
                if (!diagnosis.code().isEmpty()
                        && diagnosis.code().equals(claim.diagnoses().get(j).code())) {
                    out.report(DiagnosisPlace.of(diagnosis), diagnosis.code(), "", i + 1, j + 1);
                    break;
                }
            }
        }
    }
}
