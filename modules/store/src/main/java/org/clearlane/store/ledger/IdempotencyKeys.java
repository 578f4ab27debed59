package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Keys under which a practice's program sent a file. They live as long as the file: a late retry is a retry still. */
public final class IdempotencyKeys {

    /** What a key was used for. */
    public record Used(String bodySha256, String fileId, boolean repeat) {}

    private IdempotencyKeys() {}

    /** What this key was used for, if it was. */
    public static Optional<Used> find(Tx tx, String practiceId, String key) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select body_sha256, file_id, repeat from idempotency_keys where practice_id = ? and key = ?",
                row -> new Used(row.getString(1), row.getString(2), row.getBoolean(3)),
                practiceId,
                key);
    }

    /** Uses a key; false when another request has used it meanwhile. */
    public static boolean use(Tx tx, String practiceId, String key, String bodySha256, String fileId, boolean repeat)
            throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        insert into idempotency_keys (practice_id, key, body_sha256, file_id, repeat, created_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (practice_id, key) do nothing""",
                        practiceId,
                        key,
                        bodySha256,
                        fileId,
                        repeat,
                        tx.now())
                == 1;
    }
}
