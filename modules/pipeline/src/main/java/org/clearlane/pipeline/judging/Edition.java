package org.clearlane.pipeline.judging;

import org.clearlane.judgement.Judge;
import org.clearlane.store.ledger.JudgedBy;

/**
 * A judge and what the ledger remembers of what it judges by. A file is judged by one edition from its first byte to its
 * last, whatever changes meanwhile.
 */
public record Edition(Judge judge, JudgedBy by) {

    /** A judge of which nothing is remembered. */
    public static Edition notKept(Judge judge) {
        return new Edition(judge, JudgedBy.NOTHING_KEPT);
    }
}
