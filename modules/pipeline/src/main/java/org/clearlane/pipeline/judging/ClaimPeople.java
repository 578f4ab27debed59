package org.clearlane.pipeline.judging;

import java.util.List;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Patient;
import org.clearlane.model.claim.Subscriber;
import org.clearlane.store.ledger.ClaimPerson;

/** Whom a claim is about, so that it can be found by name, day of birth or member id. */
final class ClaimPeople {

    private ClaimPeople() {}

    /** Adds the patient, and the subscriber where that is somebody else. */
    static void add(String claimId, Claim claim, List<ClaimPerson> to) {
        Subscriber subscriber = claim.subscriber();
        Patient patient = claim.patient();
        if (patient != null) {
            to.add(ClaimPerson.of(claimId, true, patient.last(), patient.first(), patient.birthDate(), ""));
        }
        if (subscriber != null) {
            to.add(ClaimPerson.of(
                    claimId,
                    patient == null,
                    subscriber.last(),
                    subscriber.first(),
                    subscriber.birthDate(),
                    subscriber.memberId()));
        }
    }
}
