package org.clearlane.edits.services;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** No modifier stands on a line twice: 837 2400 SV101, SV202, SV301. */
final class ModifierIsNotRepeated implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            List<String> modifiers = line.modifiers();
            for (int i = 1; i < modifiers.size(); i++) {
                if (modifiers.indexOf(modifiers.get(i)) < i) {
                    out.report(line.procedurePlace(3 + i), modifiers.get(i), "", line.number());
                }
            }
        }
    }
}
