package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.finding.Place;

/** At least one diagnosis of a hospital stay has HI0n-9, as hardly any principal diagnosis is exempt: 837I 2300 HI. */
final class DiagnosesSayWhetherBroughtIn implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!BillType.isHospitalStay(claim) || claim.diagnoses().isEmpty()) {
            return;
        }
        for (Diagnosis diagnosis : claim.diagnoses()) {
            if (!diagnosis.presentOnAdmission().isEmpty()) {
                return;
            }
        }
        Diagnosis first = claim.diagnoses().getFirst();
        if (!mayBeExempt(first.code())) {
            out.report(Place.ofSegment("2300", "HI", first.position()).atComponent(first.element(), 9), "");
        }
    }

    /** Codes for circumstances (V to Z) and late effects are mostly exempt. */
    private static boolean mayBeExempt(String code) {
        return !code.isEmpty() && (code.charAt(0) >= 'V' || code.endsWith("S"));
    }
}
