package org.clearlane.edits.services;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** An ambulance line has a modifier made of origin and destination: D, E, G, H, I, J, N, P, R, S, and X as destination. */
final class AmbulanceSaysFromWhereToWhere implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (Ambulance.is(line) && !saysWhere(line.modifiers())) {
                out.report(line.procedurePlace(3), "", "", line.number());
            }
        }
    }

    private static boolean saysWhere(List<String> modifiers) {
        for (String modifier : modifiers) {
            if (modifier.length() == 2
                    && "DEGHIJNPRS".indexOf(modifier.charAt(0)) >= 0
                    && "DEGHIJNPRSX".indexOf(modifier.charAt(1)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
