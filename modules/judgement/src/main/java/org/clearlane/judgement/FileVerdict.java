package org.clearlane.judgement;

import java.util.List;
import org.clearlane.model.finding.Finding;

/**
 * What became of a file.
 *
 * @param verdict in one word
 * @param claims all its claims
 * @param interchanges how many it has
 * @param segments how many segments were read
 * @param findings what is wrong with the file as a whole
 */
public record FileVerdict(
        Verdict verdict, ClaimCounts claims, int interchanges, long segments, List<Finding> findings) {

    /** A file's fate in one word. */
    public enum Verdict {
        /** Nothing was refused. */
        ACCEPTED,
        /** Some of it goes on, some was refused. */
        PARTIAL,
        /** Nothing goes on. */
        REJECTED,
        /** No interchange could be read from it, so nobody can be answered in X12. */
        UNREADABLE
    }

    public FileVerdict {
        findings = List.copyOf(findings);
    }
}
