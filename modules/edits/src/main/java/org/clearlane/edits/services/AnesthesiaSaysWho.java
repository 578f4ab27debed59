package org.clearlane.edits.services;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Anaesthesia has a modifier that says who gave or directed it: 42 CFR 414.46. */
final class AnesthesiaSaysWho implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (Anesthesia.is(line) && !Anesthesia.isCounted(line.procedure()) && !saysWho(line.modifiers())) {
                out.report(line.procedurePlace(3), "", "", line.number());
            }
        }
    }

    private static boolean saysWho(List<String> modifiers) {
        for (String modifier : modifiers) {
            switch (modifier) {
                case "AA", "AD", "QK", "QX", "QY", "QZ" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
