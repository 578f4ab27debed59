package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** No line points at the same diagnosis twice. */
final class DiagnosisPointerIsNotRepeated implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            for (int i = 1; i < line.pointers().size(); i++) {
                String pointer = line.pointers().get(i);
                if (!pointer.isEmpty() && line.pointers().indexOf(pointer) < i) {
                    out.report(LinePlaces.pointer(line, i + 1), pointer, "", line.number());
                }
            }
        }
    }
}
