package org.clearlane.formats;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;

/**
 * What came of a translation.
 *
 * @param outcome whether there is an 837P at all
 * @param counts what was read, written and left out
 * @param problems the first {@link Translator#PROBLEMS_KEPT}; {@link Counts#problems()} counts all. One whose place has a
 *     segment ordinal is about a claim that <em>was</em> written and must be judged with it; every other is about rows that
 *     were not
 * @param leftOut the first {@link Translator#PROBLEMS_KEPT} claims that were not written; {@link Counts#claimsLeftOut()}
 *     counts all
 * @param provenance from segments back to cells; closed with this
 */
public record Translation(
        Outcome outcome, Counts counts, List<Finding> problems, List<LeftOutClaim> leftOut, Provenance provenance)
        implements AutoCloseable {

    /** How it went. */
    public enum Outcome {
        /** Every claim was written. */
        COMPLETE,
        /** Some were, some were left out. */
        PARTIAL,
        /** Rows could be read, but no claim could be written; the output is empty. */
        NOTHING,
        /** It is no table of this format; the output is empty. */
        UNREADABLE
    }

    /**
     * @param rows read, the heading and blank rows not counted
     * @param rowsUnreadable of these, rows whose cells could not be told apart
     * @param claimsWritten CLM segments in the 837P
     * @param claimsLeftOut named in {@link Translation#leftOut()}
     * @param linesWritten LX segments in the 837P
     * @param chargesWritten the sum of their CLM02
     * @param sets ST segments in the 837P
     * @param problems all findings, warnings included
     */
    public record Counts(
            int rows,
            int rowsUnreadable,
            int claimsWritten,
            int claimsLeftOut,
            int linesWritten,
            Money chargesWritten,
            int sets,
            long problems) {}

    public Translation {
        problems = List.copyOf(problems);
        leftOut = List.copyOf(leftOut);
    }

    @Override
    public void close() {
        provenance.close();
    }
}
