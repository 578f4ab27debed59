package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.DiagnosisStanding;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;

/** A code that is not found, on a day whose fiscal year is not loaded, is only doubtful. */
final class DiagnosisCodeYearIsLoaded implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (int i = 0; i < claim.diagnoses().size(); i++) {
            Diagnosis diagnosis = claim.diagnoses().get(i);
            if (diagnosis.isIcd10() && context.diagnosisStanding(i) == DiagnosisStanding.UNKNOWN_OUTSIDE_LOADED_YEARS) {
                out.report(
                        DiagnosisPlace.of(diagnosis),
                        diagnosis.code(),
                        "",
                        i + 1,
                        context.codes().icd10Cm().firstYear(),
                        context.codes().icd10Cm().lastYear());
            }
        }
    }
}
