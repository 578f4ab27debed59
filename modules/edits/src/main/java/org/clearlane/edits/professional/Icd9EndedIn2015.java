package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.finding.Place;

/** ICD-9-CM (HI0n-1 BK, BF) serves only services before 1 October 2015: 45 CFR 162.1002. */
final class Icd9EndedIn2015 implements Edit {

    private static final int LAST_DAY = 20150930;

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (context.firstServiceDay() <= LAST_DAY) {
            return;
        }
        for (Diagnosis diagnosis : claim.diagnoses()) {
            if (!diagnosis.isIcd10()) {
                out.report(
                        Place.ofSegment("2300", "HI", diagnosis.position()).atComponent(diagnosis.element(), 1),
                        diagnosis.qualifier());
            }
        }
    }
}
