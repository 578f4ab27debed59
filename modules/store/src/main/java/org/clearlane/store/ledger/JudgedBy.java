package org.clearlane.store.ledger;

import java.util.function.ToIntFunction;

/**
 * What a verdict is given by, as the ledger remembers it with every file and finding.
 *
 * @param edition the id of the edition; null when none is kept
 * @param archiveKey where its list of contents lies
 * @param codeSets the code-set date: the first day of the newest table in it
 * @param program the program's version
 * @param versions the version of an edit or rule by its id; 0 for what is neither
 */
public record JudgedBy(
        String edition, String archiveKey, String codeSets, String program, ToIntFunction<String> versions) {

    /** Nothing is remembered: for judgements that nobody will ask about. */
    public static final JudgedBy NOTHING_KEPT = new JudgedBy(null, "", "", "", code -> 0);
}
