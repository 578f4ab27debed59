package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** What files were judged by. */
public final class Editions {

    /** An edition that was used. */
    public record Edition(String id, String archiveKey, String codeSets, String program, Instant firstUsedAt) {}

    private Editions() {}

    /** Notes that a file is judged by this edition. */
    public static void judging(Tx tx, String fileId, JudgedBy by) throws SQLException {
        if (by.edition() == null) {
            return;
        }
        Sql.update(
                tx.connection(),
                """
                insert into editions (id, archive_key, code_sets, program, first_used_at) values (?, ?, ?, ?, ?)
                on conflict (id) do nothing""",
                by.edition(),
                by.archiveKey(),
                by.codeSets(),
                by.program(),
                tx.now());
        Sql.update(tx.connection(), "update files set edition = ? where id = ?", by.edition(), fileId);
    }

    /** An edition by its id, or by the beginning of it. */
    public static Optional<Edition> find(Tx tx, String idOrBeginning) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select * from editions where left(id, length(?)) = ? order by first_used_at desc limit 1",
                row -> new Edition(
                        row.getString("id"),
                        row.getString("archive_key"),
                        row.getString("code_sets"),
                        row.getString("program"),
                        Sql.instant(row, "first_used_at")),
                idOrBeginning,
                idOrBeginning);
    }
}
