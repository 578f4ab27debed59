package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** A professional claim names at least one diagnosis: 837P 2300 HI. */
final class DiagnosisIsPresent implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.diagnoses().isEmpty()) {
            out.report(Place.ofSegment("2300", "HI", claim.position()), "");
        }
    }
}
