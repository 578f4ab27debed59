package org.clearlane.app.validate;

import java.util.List;
import org.clearlane.judgement.ClaimCounts;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.t999.ClaimFinding;

/**
 * What became of one file, ready for printing.
 *
 * @param verdict in one word
 * @param claims all claims, those of a table that never became X12 included
 * @param format the name of the table's format; empty for X12
 * @param findings what belongs to no set: about the file, or about rows of a table that never became X12
 * @param moreFindings of these, how many are not shown
 * @param interchanges what was judged
 * @param interchangesNotShown of these, how many are not shown
 */
record JudgedFile(
        Verdict verdict,
        ClaimCounts claims,
        String format,
        List<ClaimFinding> findings,
        long moreFindings,
        List<FileReport.InterchangeReport> interchanges,
        long interchangesNotShown) {

    JudgedFile {
        findings = List.copyOf(findings);
        interchanges = List.copyOf(interchanges);
    }

    /** A file nothing could be read from. */
    static JudgedFile unreadable(Finding why) {
        return new JudgedFile(
                Verdict.UNREADABLE, ClaimCounts.NONE, "", List.of(new ClaimFinding(why, "")), 0, List.of(), 0);
    }

    boolean isTable() {
        return !format.isEmpty();
    }

    /** Claims that were not refused; those that would be held are among them. */
    long accepted() {
        return claims.accepted() + claims.held();
    }
}
