package org.clearlane.custody;

import java.util.ArrayList;
import java.util.List;

/** Gathers what the check of one invariant finds. Not safe for use by several threads. */
final class Tally {

    private final List<String> breaches = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long breachCount;
    private long checked;

    /** One more thing was looked at. */
    void checked() {
        checked++;
    }

    /** So many more things were looked at. */
    void checked(long more) {
        checked += more;
    }

    /** Something does not hold. The arguments may be ids, counts and amounts, never what a claim says about a person. */
    void breach(String sentence, Object... arguments) {
        breachCount++;
        if (breaches.size() < InvariantResult.MOST_BREACHES) {
            breaches.add(sentence.formatted(arguments));
        }
    }

    /** Something is late or odd. */
    void warn(String sentence, Object... arguments) {
        if (warnings.size() < InvariantResult.MOST_BREACHES) {
            warnings.add(sentence.formatted(arguments));
        }
    }

    InvariantResult result(Invariant invariant) {
        return new InvariantResult(
                invariant.id(), invariant.title(), breachCount == 0, checked, breaches, breachCount, warnings);
    }
}
