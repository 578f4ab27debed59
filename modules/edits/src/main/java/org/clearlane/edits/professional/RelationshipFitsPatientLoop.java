package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** SBR02 is 18 exactly when the subscriber is the patient, so without a patient loop: 837P 2000B SBR02. */
final class RelationshipFitsPatientLoop implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.subscriber() == null) {
            return;
        }
        boolean self = claim.subscriber().relationship().equals("18");
        boolean patientLoop = claim.patient() != null;
        if (self == patientLoop) {
            out.report(
                    Place.ofSegment("2000B", "SBR", claim.subscriber().sbrPosition())
                            .atElement(2),
                    claim.subscriber().relationship(),
                    "IL",
                    self
                            ? "18 (the subscriber is the patient), yet a patient loop 2000C follows"
                            : "not 18, yet there is no patient loop 2000C");
        }
    }
}
