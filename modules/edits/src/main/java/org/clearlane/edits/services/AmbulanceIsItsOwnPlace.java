package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Ambulance trips are given in place 41 or 42: 837P 2300 CLM05-1, 2400 SV105. */
final class AmbulanceIsItsOwnPlace implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            String place = line.placeOfService().isEmpty() ? claim.placeOfService() : line.placeOfService();
            if (Ambulance.is(line) && !place.equals("41") && !place.equals("42")) {
                out.report(claim.clm().place(5, 1), place, "", line.number());
                return;
            }
        }
    }
}
