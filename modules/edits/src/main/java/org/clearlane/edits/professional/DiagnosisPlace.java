package org.clearlane.edits.professional;

import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.finding.Place;

/** Where a diagnosis code stands: HI0n-2. */
final class DiagnosisPlace {

    private DiagnosisPlace() {}

    static Place of(Diagnosis diagnosis) {
        return Place.ofSegment("2300", "HI", diagnosis.position()).atComponent(diagnosis.element(), 2);
    }
}
