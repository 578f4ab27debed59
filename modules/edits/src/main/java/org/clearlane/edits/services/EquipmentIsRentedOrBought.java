package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Equipment (HCPCS E) for Medicare is rented or bought: 837P 2400 SV101. */
final class EquipmentIsRentedOrBought implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!claim.subscriber().filingIndicator().equals("MB")) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (line.procedure().startsWith("E")
                    && !line.hasModifier("RR")
                    && !line.hasModifier("NU")
                    && !line.hasModifier("UE")
                    && !line.hasModifier("RB")
                    && !line.hasModifier("RA")) {
                out.report(line.procedurePlace(3), "", "", line.number());
            }
        }
    }
}
