package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** 93, 95, GT and the like go with place 02 or 10: 837P 2300 CLM05-1, 2400 SV101. */
final class TelehealthModifierHasPlace implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            int modifier = Telehealth.modifier(line);
            if (modifier >= 0 && !Telehealth.isItsPlace(claim, line)) {
                out.report(line.procedurePlace(3 + modifier), line.modifiers().get(modifier), "", line.number());
            }
        }
    }
}
