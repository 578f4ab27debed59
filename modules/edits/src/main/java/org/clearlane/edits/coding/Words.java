package org.clearlane.edits.coding;

import org.clearlane.edits.codes.CodeListing;
import org.clearlane.edits.codes.CodeStanding;

/** Pieces of sentences. */
final class Words {

    private Words() {}

    /** Since or until when a code is in force, as the end of a sentence. */
    static String standing(CodeStanding standing, CodeListing list, String code) {
        return switch (standing) {
            case NOT_YET -> "is in force only since " + day(list.firstDay(code));
            case ENDED -> "ended on " + day(list.lastDay(code));
            case VALID, UNKNOWN, UNKNOWN_BEYOND_THE_LIST, MALFORMED -> "is not in the list";
        };
    }

    static String day(int day) {
        return "%04d-%02d-%02d".formatted(day / 10_000, day / 100 % 100, day % 100);
    }
}
