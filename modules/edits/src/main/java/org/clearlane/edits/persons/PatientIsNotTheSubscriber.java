package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Patient;
import org.clearlane.model.finding.Place;

/** Whoever is sent as patient beside the subscriber is somebody else: 837 2000C. */
final class PatientIsNotTheSubscriber implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        Patient patient = claim.patient();
        if (patient != null
                && !patient.birthDate().isEmpty()
                && patient.birthDate().equals(claim.subscriber().birthDate())
                && patient.last().equals(claim.subscriber().last())
                && patient.first().equals(claim.subscriber().first())) {
            out.report(Place.ofSegment("2010CA", "NM1", patient.position()).atElement(3), patient.last(), "QC");
        }
    }
}
