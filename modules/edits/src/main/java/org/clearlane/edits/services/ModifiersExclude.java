package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** Two modifiers that contradict each other do not stand on one line: 837P 2400 SV101. */
final class ModifiersExclude implements Edit {

    private final String one;
    private final String other;

    ModifiersExclude(String one, String other) {
        this.one = one;
        this.other = other;
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (line.modifiers().size() > 1 && line.hasModifier(one) && line.hasModifier(other)) {
                out.report(
                        line.service().place(line.service().tag() == SegmentTag.SV2 ? 2 : 1),
                        one + " " + other,
                        "",
                        line.number());
            }
        }
    }
}
