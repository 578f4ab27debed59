package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;

/** HI holds twelve diagnoses at most: 837P 2300 HI. */
final class DiagnosesAreTwelveAtMost implements Edit {

    private static final int MOST = 12;

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.diagnoses().size() > MOST) {
            Diagnosis first = claim.diagnoses().get(MOST);
            out.report(
                    DiagnosisPlace.of(first),
                    first.code(),
                    "",
                    claim.diagnoses().size());
        }
    }
}
