package org.clearlane.custody;

import java.util.List;

/**
 * What came of checking one invariant.
 *
 * @param id as in the reliability promise: I1 to I12
 * @param title what must hold, in a few words
 * @param ok whether it holds
 * @param checked how many things were looked at
 * @param breaches a sentence for each breach, naming rows by their ids and no patient; at most {@link #MOST_BREACHES}
 * @param breachCount all breaches, also those beyond the list
 * @param warnings what is late or odd without breaking the invariant
 */
public record InvariantResult(
        String id,
        String title,
        boolean ok,
        long checked,
        List<String> breaches,
        long breachCount,
        List<String> warnings) {

    /** A broken disk breaks everything at once; fifty sentences tell that as well as a million. */
    public static final int MOST_BREACHES = 50;

    public InvariantResult {
        breaches = List.copyOf(breaches);
        warnings = List.copyOf(warnings);
    }
}
