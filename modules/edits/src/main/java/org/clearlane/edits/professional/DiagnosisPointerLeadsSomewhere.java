package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Every pointer is the number of a diagnosis of the claim: 837P 2400 SV107. */
final class DiagnosisPointerLeadsSomewhere implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.diagnoses().isEmpty()) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            for (int i = 0; i < line.pointers().size(); i++) {
                String pointer = line.pointers().get(i);
                if (!pointer.isEmpty() && !isOneOf(pointer, claim.diagnoses().size())) {
                    out.report(
                            LinePlaces.pointer(line, i + 1),
                            pointer,
                            "",
                            line.number(),
                            claim.diagnoses().size());
                }
            }
        }
    }

    private static boolean isOneOf(String pointer, int diagnoses) {
        int number = 0;
        for (int i = 0; i < pointer.length(); i++) {
            char c = pointer.charAt(i);
            if (c < '0' || c > '9' || number > 12) {
                return false;
            }
            number = number * 10 + (c - '0');
        }
        return number >= 1 && number <= diagnoses;
    }
}
