package org.clearlane.judgement;

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

    SetFacts with(SetHeader seen) {
        return new SetFacts(number, identifier, control, version, implementation, kind, guideKnown, seen);
    }
}
