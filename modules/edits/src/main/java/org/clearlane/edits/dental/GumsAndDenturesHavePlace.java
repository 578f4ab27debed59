package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** Procedures of gums (D4) and removable dentures (D5) name a part of the mouth or teeth: 837D 2400 SV304. */
final class GumsAndDenturesHavePlace implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            boolean part = line.procedure().startsWith("D4") || line.procedure().startsWith("D5");
            if (part && line.serviceElement(4).isEmpty() && line.first(SegmentTag.TOO) == null) {
                out.report(line.service().place(4), "", "", line.number());
            }
        }
    }
}
