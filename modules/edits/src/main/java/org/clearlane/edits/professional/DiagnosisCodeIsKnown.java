package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.DiagnosisStanding;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;

/** HI0n-2 is an ICD-10-CM code on the day of service: code source 897. */
final class DiagnosisCodeIsKnown implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (int i = 0; i < claim.diagnoses().size(); i++) {
            Diagnosis diagnosis = claim.diagnoses().get(i);
            if (diagnosis.isIcd10() && context.diagnosisStanding(i) == DiagnosisStanding.UNKNOWN) {
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
