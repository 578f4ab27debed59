package org.clearlane.store.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Those who may sign in. */
public final class People {

    private static final String PERSON =
            """
            select p.id, p.email, p.name, p.role, p.password_hash, p.totp_sealed, p.totp_confirmed_at, p.totp_last_step,
                p.single_keys, p.disabled_at,
                array(select practice_id from people_practices w where w.person_id = p.id order by practice_id) as practices
            from people p""";

    private People() {}

    /** Whether anybody is known at all; if not, the house is set up by a link. */
    public static boolean anybody(Tx tx) throws SQLException {
        return Sql.number(tx.connection(), "select count(*) from (select 1 from people limit 1) one") > 0;
    }

    /** Makes somebody known; empty when the address is taken. */
    public static Optional<String> add(Tx tx, String email, String name, String role, List<String> practices)
            throws SQLException {
        String id = tx.ids().next("usr_");
        int made = Sql.update(
                tx.connection(),
                "insert into people (id, email, name, role, created_at) values (?, ?, ?, ?, ?) on conflict (email) do nothing",
                id,
                plain(email),
                name,
                role,
                tx.now());
        if (made == 0) {
            return Optional.empty();
        }
        for (String practice : practices) {
            Sql.update(
                    tx.connection(),
                    "insert into people_practices (person_id, practice_id) values (?, ?)",
                    id,
                    practice);
        }
        return Optional.of(id);
    }

    /** By address, whatever case it is written in. */
    public static Optional<Person> byEmail(Tx tx, String email) throws SQLException {
        return Sql.first(tx.connection(), PERSON + " where p.email = ?", People::person, plain(email));
    }

    /** By what the identity provider calls them: its issuer and their subject. */
    public static Optional<Person> byOidcSubject(Tx tx, String subject) throws SQLException {
        return Sql.first(tx.connection(), PERSON + " where p.oidc_subject = ?", People::person, subject);
    }

    /** From now on they come by this account of the identity provider; false when they come by another. */
    public static boolean linkOidcSubject(Tx tx, String id, String subject) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        "update people set oidc_subject = ? where id = ? and oidc_subject is null",
                        subject,
                        id)
                == 1;
    }

    public static Optional<Person> byId(Tx tx, String id) throws SQLException {
        return Sql.first(tx.connection(), PERSON + " where p.id = ?", People::person, id);
    }

    /** Everybody, by address; of one practice only when it is named. */
    public static List<Person> all(Tx tx, String practiceId) throws SQLException {
        return all(tx, practiceId, "", 500);
    }

    /** As many as a page holds, by address, from behind one of them or from the start. */
    public static List<Person> all(Tx tx, String practiceId, String afterEmail, int most) throws SQLException {
        return Sql.list(
                tx.connection(),
                PERSON
                        + " where (? = '' or exists (select 1 from people_practices w where w.person_id = p.id and w.practice_id = ?))"
                        + " and p.email > ? order by p.email limit ?",
                People::person,
                practiceId,
                practiceId,
                afterEmail,
                most);
    }

    /** How people are called, by id; who is not known is left out. */
    public static Map<String, String> names(Tx tx, Collection<String> ids) throws SQLException {
        Map<String, String> names = new HashMap<>();
        Sql.list(
                tx.connection(),
                "select id, name from people where id = any(?)",
                row -> names.put(row.getString(1), row.getString(2)),
                (Object) ids.toArray(String[]::new));
        return names;
    }

    /** Changes what somebody is and whom they work for. */
    public static void change(Tx tx, String id, String role, List<String> practices) throws SQLException {
        Sql.update(tx.connection(), "update people set role = ? where id = ?", role, id);
        Sql.update(tx.connection(), "delete from people_practices where person_id = ?", id);
        for (String practice : practices) {
            Sql.update(
                    tx.connection(),
                    "insert into people_practices (person_id, practice_id) values (?, ?)",
                    id,
                    practice);
        }
    }

    /**
     * Whether somebody else in this role can sign in. All of the role wait for each other until the transaction ends, so
     * that two cannot end each other at the same moment.
     */
    public static boolean anotherIn(Tx tx, String role, String id) throws SQLException {
        return Sql.list(
                        tx.connection(),
                        """
                                select id from people where role = ? and disabled_at is null and password_hash is not null
                                order by id for update""",
                        row -> row.getString(1),
                        role)
                .stream()
                .anyMatch(other -> !other.equals(id));
    }

    /** Keeps the secret of a new second factor beside the one in use. */
    public static void offerNextSecondFactor(Tx tx, String id, byte[] sealed) throws SQLException {
        Sql.update(tx.connection(), "update people set totp_next_sealed = ? where id = ?", sealed, id);
    }

    /** The secret that waits to be proved. */
    public static Optional<byte[]> nextSecondFactor(Tx tx, String id) throws SQLException {
        return Sql.first(
                tx.connection(), "select totp_next_sealed from people where id = ?", row -> row.getBytes(1), id);
    }

    /** The new second factor takes the place of the one in use; the time step of the code that proved it is taken. */
    public static void takeNextSecondFactor(Tx tx, String id, byte[] sealed, long step) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                update people set totp_sealed = ?, totp_next_sealed = null, totp_confirmed_at = ?, totp_last_step = ?
                where id = ?""",
                sealed,
                tx.now(),
                step,
                id);
    }

    public static void choosePassword(Tx tx, String id, String hash) throws SQLException {
        Sql.update(tx.connection(), "update people set password_hash = ? where id = ?", hash, id);
    }

    /** Keeps a new secret for the second factor; it counts once a code has proved it. */
    public static void offerSecondFactor(Tx tx, String id, byte[] sealed) throws SQLException {
        Sql.update(
                tx.connection(),
                "update people set totp_sealed = ?, totp_confirmed_at = null, totp_last_step = 0 where id = ?",
                sealed,
                id);
    }

    public static void confirmSecondFactor(Tx tx, String id) throws SQLException {
        Sql.update(tx.connection(), "update people set totp_confirmed_at = ? where id = ?", tx.now(), id);
    }

    /** Takes a code's time step, unless it or a later one was taken before: then the code does not count. */
    public static boolean takeStep(Tx tx, String id, long step) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        "update people set totp_last_step = ? where id = ? and totp_last_step < ?",
                        step,
                        id,
                        step)
                == 1;
    }

    /** From now on they may not sign in, or may again. */
    public static void setDisabled(Tx tx, String id, boolean disabled) throws SQLException {
        Sql.update(tx.connection(), "update people set disabled_at = ? where id = ?", disabled ? tx.now() : null, id);
    }

    public static void setSingleKeys(Tx tx, String id, boolean on) throws SQLException {
        Sql.update(tx.connection(), "update people set single_keys = ? where id = ?", on, id);
    }

    /** Which columns of the list of claims somebody wants to see; empty for the usual ones. */
    public static String claimColumns(Tx tx, String id) throws SQLException {
        return Sql.first(tx.connection(), "select claim_columns from people where id = ?", row -> row.getString(1), id)
                .orElse("");
    }

    public static void chooseClaimColumns(Tx tx, String id, String columns) throws SQLException {
        Sql.update(tx.connection(), "update people set claim_columns = ? where id = ?", columns, id);
    }

    static String plain(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Person person(ResultSet row) throws SQLException {
        Array practices = row.getArray("practices");
        return new Person(
                row.getString("id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("role"),
                row.getString("password_hash"),
                row.getBytes("totp_sealed"),
                Sql.instant(row, "totp_confirmed_at"),
                row.getLong("totp_last_step"),
                List.of((String[]) practices.getArray()),
                row.getBoolean("single_keys"),
                Sql.instant(row, "disabled_at"));
    }
}
