package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.finding.Place;

/** Every line points at its main diagnosis: 837P 2400 SV107-1. */
final class DiagnosisPointerIsPresent implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (line.position() > 0
                    && (line.pointers().isEmpty() || line.pointers().getFirst().isEmpty())) {
                out.report(Place.ofSegment("2400", "SV1", line.position()).atComponent(7, 1), "", "", line.number());
            }
        }
    }
}
