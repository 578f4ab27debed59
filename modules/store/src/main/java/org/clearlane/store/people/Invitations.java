package org.clearlane.store.people;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Links that work once. Only their hash is kept. */
public final class Invitations {

    /** What a link is for. */
    public enum Purpose {
        /** The first person of the house makes themselves known. */
        SET_UP,
        /** Somebody who was made known chooses a password. */
        JOIN,
        /** Somebody chooses a new password and second factor. */
        RESET
    }

    /**
     * A link.
     *
     * @param personId whose it is; null for setting up
     */
    public record Invitation(Purpose purpose, String personId) {}

    private Invitations() {}

    public static void make(Tx tx, String tokenSha256, Purpose purpose, String personId, Duration life)
            throws SQLException {
        Sql.update(
                tx.connection(),
                "insert into invitations (token_sha256, purpose, person_id, created_at, expires_at) values (?, ?, ?, ?, ?)",
                tokenSha256,
                purpose,
                personId,
                tx.now(),
                tx.now().plus(life));
    }

    /** The link, if it still works. */
    public static Optional<Invitation> open(Tx tx, String tokenSha256) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select purpose, person_id from invitations where token_sha256 = ? and used_at is null and expires_at > ?",
                row -> new Invitation(Purpose.valueOf(row.getString(1)), row.getString(2)),
                tokenSha256,
                tx.now());
    }

    /** Uses the link up; false when somebody else was faster. */
    public static boolean use(Tx tx, String tokenSha256) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        "update invitations set used_at = ? where token_sha256 = ? and used_at is null and expires_at > ?",
                        tx.now(),
                        tokenSha256,
                        tx.now())
                == 1;
    }

    /** No link for setting up works any more: somebody has, or a new one is about to be made. */
    public static void closeSetUp(Tx tx) throws SQLException {
        Sql.update(
                tx.connection(),
                "update invitations set used_at = ? where purpose = 'SET_UP' and used_at is null",
                tx.now());
    }
}
