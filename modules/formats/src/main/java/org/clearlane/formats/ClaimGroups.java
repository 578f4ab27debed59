package org.clearlane.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;

/**
 * Puts rows that stand together and agree in the claim number into claims, has each read, and writes those that are whole.
 * A row that cannot be used takes its claim with it; where its claim cannot be told, the claims on both sides: better left
 * out and named than sent with a line missing.
 *
 * <p>Not safe for use by several threads.
 */
final class ClaimGroups {

    /** More rows of one claim than these are counted, not kept. */
    private static final int MOST_ROWS = 1_000;

    private final TableHeading heading;
    private final ClaimReader reader;
    private final ClaimWriter writer;
    private final Provenance provenance;
    private final Consumer<Finding> findings;
    private final Consumer<LeftOutClaim> leftOut;
    private final ClaimNumbers seen = new ClaimNumbers();

    private List<String> key;
    private final List<BoundRow> rows = new ArrayList<>();
    private int firstRow;
    private int lastRow;
    private int rowCount;
    private boolean broken;
    private boolean unreadableRowBefore;

    private int claimsWritten;
    private int linesWritten;
    private Money chargesWritten = Money.ZERO;

    ClaimGroups(
            TableHeading heading,
            ClaimReader reader,
            ClaimWriter writer,
            Provenance provenance,
            Consumer<Finding> findings,
            Consumer<LeftOutClaim> leftOut) {
        this.heading = heading;
        this.reader = reader;
        this.writer = writer;
        this.provenance = provenance;
        this.findings = findings;
        this.leftOut = leftOut;
    }

    /** A row that was bound. */
    void row(BoundRow row) throws IOException {
        List<String> rowKey = new ArrayList<>();
        for (ClaimField field : heading.layout().claimRows()) {
            if (row.text(field).isEmpty()) {
                findings.accept(CsvFinding.REQUIRED.at(row.line(), heading.of(field), ""));
                unusableRow(row.line(), Optional.empty());
                return;
            }
            rowKey.add(row.text(field));
        }
        if (!rowKey.equals(key)) {
            boolean beside = unreadableRowBefore;
            begin(rowKey, row.line());
            if (beside) {
                broken = true;
                findings.accept(CsvFinding.NEIGHBOUR.at(row.line(), "", ""));
            }
        }
        unreadableRowBefore = false;
        lastRow = row.line();
        rowCount++;
        if (rows.size() < MOST_ROWS) {
            rows.add(row);
        }
    }

    /** A row of which nothing can be used, with its claim when that is certain. */
    void unusableRow(int line, Optional<List<String>> claim) throws IOException {
        if (claim.isPresent()) {
            if (!claim.get().equals(key)) {
                begin(claim.get(), line);
            }
            broken = true;
            lastRow = line;
            return;
        }
        if (key != null && !broken) {
            broken = true;
            findings.accept(CsvFinding.NEIGHBOUR.at(firstRow, "", ""));
        }
        unreadableRowBefore = true;
    }

    /** Whether the claim at hand is this one. */
    boolean isOpen(List<String> claim) {
        return claim.equals(key);
    }

    private void begin(List<String> nextKey, int line) throws IOException {
        end();
        key = nextKey;
        firstRow = line;
        lastRow = line;
        unreadableRowBefore = false;
    }

    /** Ends the claim at hand. */
    void end() throws IOException {
        if (key == null) {
            return;
        }
        Optional<CsvClaim> claim = rows.isEmpty() ? Optional.empty() : reader.read(rows);
        long earlier = seen.segmentOf(key);
        if (earlier != ClaimNumbers.UNSEEN) {
            tellApart(earlier);
            broken = true;
        }
        long segment = 0;
        if (claim.isPresent() && !broken) {
            segment = writer.write(claim.get());
            claimsWritten++;
            linesWritten += claim.get().lines().size();
            chargesWritten = chargesWritten.plus(claim.get().charge());
        } else {
            Money charge = rows.isEmpty() || rowCount > rows.size() ? null : ClaimReader.chargeOf(rows);
            leftOut.accept(new LeftOutClaim(claimNumber(), firstRow, lastRow, charge));
        }
        if (earlier == ClaimNumbers.UNSEEN) {
            seen.put(key, segment);
        }
        key = null;
        rows.clear();
        rowCount = 0;
        broken = false;
    }

    private void tellApart(long earlier) {
        Place place = earlier == 0
                ? Place.ofSegment("", "", 0)
                : new Place("2300", "CLM", provenance.positionOf(earlier), 1, 0, 0, earlier, 0);
        findings.accept(CsvFinding.APART.at(
                place, firstRow, heading.of(heading.layout().claimRows().getFirst()), claimNumber()));
    }

    private String claimNumber() {
        int at = heading.layout().claimRows().indexOf(ClaimField.CLAIM_NUMBER);
        return at >= 0 ? key.get(at) : rows.isEmpty() ? "" : rows.getFirst().text(ClaimField.CLAIM_NUMBER);
    }

    int claimsWritten() {
        return claimsWritten;
    }

    int linesWritten() {
        return linesWritten;
    }

    Money chargesWritten() {
        return chargesWritten;
    }
}
