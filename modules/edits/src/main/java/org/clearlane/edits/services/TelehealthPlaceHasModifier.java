package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Place 02 or 10 goes with 93, 95, GT and the like: 837P 2300 CLM05-1, 2400 SV101. */
final class TelehealthPlaceHasModifier implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (Telehealth.isItsPlace(claim, line) && Telehealth.modifier(line) < 0) {
                out.report(line.procedurePlace(3), "", "", line.number());
            }
        }
    }
}
