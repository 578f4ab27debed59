package org.clearlane.edits;

import java.util.Set;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.finding.Severity;

/**
 * A row of the catalogue: everything about an edit but its condition.
 *
 * @param id stable name, also the finding's code
 * @param version counts up whenever the condition, the severity or the dates change, so that an old verdict can be told
 *     from a new one
 * @param guides the kinds of claim it is about
 * @param snip WEDI SNIP type, 3 to 7
 * @param severity in production
 * @param testSeverity in a test interchange (ISA15 T), where numbers are often made up
 * @param status 277CA status as {@code A7:562:85}; {@code *} as entity stands for the one the finding is about
 * @param message what is wrong, with {@code {0}} for what the edit adds
 * @param mend what to do about it
 * @param from first day of judging on which it is in force, as {@link CalendarDay}
 * @param until last such day
 * @param source where the rule comes from
 */
public record Rule(
        String id,
        int version,
        Set<ClaimKind> guides,
        int snip,
        Severity severity,
        Severity testSeverity,
        String status,
        String message,
        String mend,
        int from,
        int until,
        String source) {

    public Rule {
        guides = Set.copyOf(guides);
    }

    /** Whether it is in force when judging on this day. */
    public boolean inForceOn(int day) {
        return from <= day && day <= until;
    }
}
