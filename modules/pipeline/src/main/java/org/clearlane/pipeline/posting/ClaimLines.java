package org.clearlane.pipeline.posting;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.Money;
import org.clearlane.remittance.LedgerLine;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.RemittanceLedger;
import org.clearlane.store.ledger.RemittanceLedger.ClaimPlace;
import org.clearlane.transactions.t837.SubmittedLine;
import org.clearlane.x12.Delimiters;

/**
 * The service lines of claims, read again where the practice wrote them. They are no rows of the ledger: a payment is the
 * only one that asks for them. Not safe for use by several threads.
 */
final class ClaimLines implements AutoCloseable {

    private static final int MOST_FILES_OPEN = 64;

    private final Archive archive;
    private final Map<String, Archive.KeptBytes> open = new HashMap<>();

    ClaimLines(Archive archive) {
        this.archive = archive;
    }

    /** The lines of these claims, by claim. */
    Map<String, List<LedgerLine>> of(Tx tx, Collection<String> claimIds) throws SQLException {
        Map<String, List<LedgerLine>> lines = new HashMap<>();
        if (claimIds.isEmpty()) {
            return lines;
        }
        for (ClaimPlace place : RemittanceLedger.places(tx, claimIds)) {
            if (open.size() >= MOST_FILES_OPEN && !open.containsKey(place.archiveKey())) {
                close();
            }
            byte[] four = place.separators();
            byte[] claim =
                    open.computeIfAbsent(place.archiveKey(), archive::read).span(place.offset(), place.length());
            lines.put(
                    place.claimId(),
                    SubmittedLine.of(claim, new Delimiters(four[0], four[1], four[2], four[3])).stream()
                            .map(ClaimLines::line)
                            .toList());
        }
        return lines;
    }

    private static LedgerLine line(SubmittedLine line) {
        return new LedgerLine(
                line.number(),
                line.controlNumber(),
                line.procedure(),
                line.modifiers(),
                Money.parse(line.charge().strip()).orElse(Money.ZERO),
                line.serviceDate());
    }

    @Override
    public void close() {
        open.values().forEach(Archive.KeptBytes::close);
        open.clear();
    }
}
