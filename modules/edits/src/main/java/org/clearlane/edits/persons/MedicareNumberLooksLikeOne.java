package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;

/** To Medicare (SBR09 MA, MB) 2010BA NM109 has the shape of a Medicare beneficiary identifier. */
final class MedicareNumberLooksLikeOne implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String filing = claim.subscriber().filingIndicator();
        String id = claim.subscriber().memberId();
        if ((filing.equals("MB") || filing.equals("MA")) && !id.isEmpty() && !isShaped(id)) {
            out.report(Places.subscriber(claim, 9), id, "IL");
        }
    }

    /** What stands in each place: C a digit from 1, A a letter, N a digit, X either; S, L, O, I, B, Z are no letters of it. */
    private static final String SHAPE = "CAXNAXNAANN";

    private static boolean isShaped(String id) {
        if (id.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char c = id.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z' && "SLOIBZ".indexOf(c) < 0;
            boolean fits =
                    switch (SHAPE.charAt(i)) {
                        case 'C' -> digit && c != '0';
                        case 'A' -> letter;
                        case 'N' -> digit;
                        default -> digit || letter;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
