package org.clearlane.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Who is signed in. Only a hash of the cookie's value is kept: a copy of the table lets nobody in. */
public final class Sessions {

    /** How far somebody has come. */
    public enum Level {
        /** The password was right; the second factor is still asked for. */
        PASSWORD,
        /** Signed in. */
        FULL
    }

    /**
     * A session that is alive.
     *
     * @param id {@code ses_…}, for the audit trail; not the cookie's value
     * @param practiceId the practice being worked for, or null
     * @param formToken what every form has to send back
     * @param glassPracticeId whose health information an operator may see until {@code glassUntil}, or null
     */
    public record Session(
            String id,
            String personId,
            String practiceId,
            String formToken,
            Level level,
            Instant createdAt,
            Instant seenAt,
            String glassPracticeId,
            String glassReason,
            Instant glassUntil) {}

    private Sessions() {}

    /** Begins a session. */
    public static void begin(
            Tx tx, String tokenSha256, String personId, String practiceId, String formToken, Level level, Duration life)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into sessions (token_sha256, id, person_id, practice_id, form_token, level, created_at, seen_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                tokenSha256,
                tx.ids().next("ses_"),
                personId,
                practiceId,
                formToken,
                level,
                tx.now(),
                tx.now(),
                tx.now().plus(life));
    }

    /** The session of this cookie, if it is alive and was used within {@code idle}. */
    public static Optional<Session> alive(Tx tx, String tokenSha256, Duration idle) throws SQLException {
        return Sql.first(
                tx.connection(),
                """
                select id, person_id, practice_id, form_token, level, created_at, seen_at, glass_practice_id, glass_reason, glass_until
                from sessions where token_sha256 = ? and ended_at is null and expires_at > ? and seen_at > ?""",
                Sessions::session,
                tokenSha256,
                tx.now(),
                tx.now().minus(idle));
    }

    public static void seen(Tx tx, String id) throws SQLException {
        Sql.update(tx.connection(), "update sessions set seen_at = ? where id = ?", tx.now(), id);
    }

    /** The session goes on under another cookie and token. */
    public static void renew(Tx tx, String id, String tokenSha256, String formToken) throws SQLException {
        Sql.update(
                tx.connection(),
                "update sessions set token_sha256 = ?, form_token = ? where id = ? and ended_at is null",
                tokenSha256,
                formToken,
                id);
    }

    public static void workFor(Tx tx, String id, String practiceId) throws SQLException {
        Sql.update(tx.connection(), "update sessions set practice_id = ? where id = ?", practiceId, id);
    }

    /** Lets an operator see one practice's health information for a while, for a reason that is written down. */
    public static void breakGlass(Tx tx, String id, String practiceId, String reason, Instant until)
            throws SQLException {
        Sql.update(
                tx.connection(),
                "update sessions set glass_practice_id = ?, glass_reason = ?, glass_until = ? where id = ?",
                practiceId,
                reason,
                until,
                id);
    }

    public static void end(Tx tx, String id) throws SQLException {
        Sql.update(tx.connection(), "update sessions set ended_at = ? where id = ? and ended_at is null", tx.now(), id);
    }

    /** Ends every session of a person: they chose a new password, or may not sign in any more. */
    public static void endAllOf(Tx tx, String personId) throws SQLException {
        Sql.update(
                tx.connection(),
                "update sessions set ended_at = ? where person_id = ? and ended_at is null",
                tx.now(),
                personId);
    }

    /** Ends every session of a person but this one. */
    public static int endOthersOf(Tx tx, String personId, String kept) throws SQLException {
        return Sql.update(
                tx.connection(),
                "update sessions set ended_at = ? where person_id = ? and id <> ? and ended_at is null",
                tx.now(),
                personId,
                kept);
    }

    /** The sessions of a person that are alive, the one used last first. */
    public static List<Session> of(Tx tx, String personId, Duration idle) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select id, person_id, practice_id, form_token, level, created_at, seen_at, glass_practice_id, glass_reason, glass_until
                from sessions where person_id = ? and level = 'FULL' and ended_at is null and expires_at > ? and seen_at > ?
                order by seen_at desc limit 50""",
                Sessions::session,
                personId,
                tx.now(),
                tx.now().minus(idle));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getString("person_id"),
                row.getString("practice_id"),
                row.getString("form_token"),
                Level.valueOf(row.getString("level")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "seen_at"),
                row.getString("glass_practice_id"),
                row.getString("glass_reason"),
                Sql.instant(row, "glass_until"));
    }
}
