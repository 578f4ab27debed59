package org.clearlane.model.claim;

import java.util.Locale;

/**
 * The mends of a claim that change how a value is written and never what it says. A practice's profile names those it
 * wants; without that none is made.
 */
public enum RepairKind {
    /** Blanks before or behind a value. */
    BLANKS("blanks before or behind the value were left out"),
    /** Small letters in a code that knows none. */
    CASE("small letters of the code were made capitals"),
    /** The point in an ICD-10-CM code, which X12 leaves out. */
    POINT("the point in the diagnosis code was left out"),
    /** An amount with a currency sign, a plus, separated thousands or a decimal comma. */
    DECIMAL("the amount was written as digits with a decimal point"),
    /** Dash or blank in a ZIP code. */
    ZIP("the dash in the ZIP code was left out"),
    /** No claim frequency (CLM05-3), and nothing that speaks of an earlier claim: 1, original. */
    FREQUENCY("the claim frequency was filled in as 1, original");

    private final String words;

    RepairKind(String words) {
        this.words = words;
    }

    /** What was done, as the second half of a sentence. */
    public String inWords() {
        return words;
    }

    /** As written in a practice's profile. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its word, or null. */
    public static RepairKind of(String word) {
        for (RepairKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
