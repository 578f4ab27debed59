package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Address;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** A subscriber who is the patient has an address: 837 2010BA N3 and N4. */
final class SubscriberHasAddress implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.patient() == null && claim.subscriber().position() > 0) {
            Address address = claim.subscriber().address();
            if (address.street() == null || address.city() == null) {
                out.report(
                        Place.ofSegment(
                                "2010BA",
                                address.street() == null ? "N3" : "N4",
                                claim.subscriber().position()),
                        "",
                        "IL");
            }
        }
    }
}
