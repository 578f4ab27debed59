package org.clearlane.judgement;

import java.util.Set;
import org.clearlane.transactions.t837.SetHeader;

/**
 * A transaction set by its ST and, where its guide is known, what stands before its first claim.
 *
 * @param number its place in the file, from 1
 * @param identifier ST01
 * @param control ST02
 * @param version ST03, and GS08 where ST03 was left out
 * @param implementation ST03 as sent
 * @param kind the guide's, for example {@code 837P} or {@code 271}, where it is known, else ST01
 * @param guideKnown whether it is a set of claims that is judged claim by claim; others are judged by structure, as a whole
 * @param header BHT03, submitter, receiver; empty where it is not judged claim by claim
 */
public record SetFacts(
        int number,
        String identifier,
        String control,
        String version,
        String implementation,
        String kind,
        boolean guideKnown,
        SetHeader header) {

    /** What a provider or employer sends a payer beside claims: 270, 276, 278, 820, 834. */
    private static final Set<String> FOR_PAYERS = Set.of("270", "276", "278", "820", "834");

    static boolean isForPayers(String identifier) {
        return FOR_PAYERS.contains(identifier);
    }

    /** Whether somebody may expect it to reach a payer, which it does not: it is neither claims nor an answer. */
    public boolean isNotForwarded() {
        return !guideKnown && isForPayers(identifier);
    }

    SetFacts with(SetHeader seen) {
        return new SetFacts(number, identifier, control, version, implementation, kind, guideKnown, seen);
    }
}
