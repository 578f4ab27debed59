package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.finding.Place;

/** HI0n-9 is for inpatient bills: 837I 2300 HI. */
final class OnlyInpatientsBringDiagnosesIn implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!BillType.isOutpatient(claim)) {
            return;
        }
        for (int i = 0; i < claim.diagnoses().size(); i++) {
            Diagnosis diagnosis = claim.diagnoses().get(i);
            if (!diagnosis.presentOnAdmission().isEmpty()) {
                out.report(
                        Place.ofSegment("2300", "HI", diagnosis.position()).atComponent(diagnosis.element(), 9),
                        diagnosis.presentOnAdmission(),
                        "",
                        i + 1);
            }
        }
    }
}
