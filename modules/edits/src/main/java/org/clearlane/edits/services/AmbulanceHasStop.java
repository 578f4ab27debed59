package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** An ambulance trip says from where (NM1*PW) and to where (NM1*45): 837P 2310E and 2310F. */
final class AmbulanceHasStop implements Edit {

    private final String role;

    AmbulanceHasStop(String role) {
        this.role = role;
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        ServiceLine trip = Ambulance.first(claim);
        if (trip != null && !Ambulance.names(claim, role)) {
            out.report(trip.procedurePlace(), trip.procedure(), "", trip.number());
        }
    }
}
