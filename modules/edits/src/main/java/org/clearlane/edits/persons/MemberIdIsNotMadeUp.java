package org.clearlane.edits.persons;

import java.util.Locale;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;

/** 2010BA NM109 is no word for unknown and not one digit over and over. */
final class MemberIdIsNotMadeUp implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String id = claim.subscriber().memberId();
        if (id.length() >= 2 && (isWord(id) || isOneCharacter(id))) {
            out.report(Places.subscriber(claim, 9), id, "IL");
        }
    }

    private static boolean isWord(String id) {
        char first = id.charAt(0);
        return first >= 'A'
                && switch (id.toUpperCase(Locale.ROOT)) {
                    case "NA", "N/A", "NONE", "UNKNOWN", "UNK", "PENDING", "SELF", "TEST", "SAME", "NOT PROVIDED" ->
                        true;
                    default -> false;
                };
    }

    private static boolean isOneCharacter(String id) {
        for (int i = 1; i < id.length(); i++) {
            if (id.charAt(i) != id.charAt(0)) {
                return false;
            }
        }
        return id.length() > 4;
    }
}
