package org.clearlane.store.people;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Sign-ins that failed, to slow down whoever guesses. The address somebody tried is kept as a hash. */
public final class SignInFailures {

    private SignInFailures() {}

    /** Notes one; returns its number. */
    public static long note(Tx tx, String emailSha256, String address) throws SQLException {
        return Sql.number(
                tx.connection(),
                "insert into sign_in_failures (email_sha256, address, at) values (?, ?, ?) returning id",
                emailSha256,
                address,
                tx.now());
    }

    /** It was none after all. */
    public static void takeBack(Tx tx, long id) throws SQLException {
        Sql.update(tx.connection(), "delete from sign_in_failures where id = ?", id);
    }

    /** Until the transaction ends nobody else counts or notes for this e-mail address. */
    public static void oneAfterTheOther(Tx tx, String emailSha256) throws SQLException {
        Sql.first(tx.connection(), "select pg_advisory_xact_lock(7110, hashtext(?))", row -> null, emailSha256);
    }

    /** How many failed for this e-mail address within the last {@code span}. */
    public static long of(Tx tx, String emailSha256, Duration span) throws SQLException {
        return Sql.number(
                tx.connection(),
                "select count(*) from sign_in_failures where email_sha256 = ? and at > ?",
                emailSha256,
                tx.now().minus(span));
    }

    /** When the last one for this e-mail address was, or the epoch. */
    public static Instant lastOf(Tx tx, String emailSha256) throws SQLException {
        return Sql.first(
                        tx.connection(),
                        "select max(at) as at from sign_in_failures where email_sha256 = ?",
                        row -> Sql.instant(row, "at"),
                        emailSha256)
                .orElse(Instant.EPOCH);
    }

    /** How many failed from this network address within the last {@code span}. */
    public static long from(Tx tx, String address, Duration span) throws SQLException {
        return Sql.number(
                tx.connection(),
                "select count(*) from sign_in_failures where address = ? and at > ?",
                address,
                tx.now().minus(span));
    }

    /** Whoever signed in at last starts from nought. */
    public static void forget(Tx tx, String emailSha256) throws SQLException {
        Sql.update(tx.connection(), "delete from sign_in_failures where email_sha256 = ?", emailSha256);
    }

    /** Old ones are of no use. */
    public static void sweep(Tx tx, Duration keep) throws SQLException {
        Sql.update(
                tx.connection(),
                "delete from sign_in_failures where at < ?",
                tx.now().minus(keep));
    }
}
