package org.clearlane.store.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * What people searched for. Words of a search may be a patient's name, so they never stand in an address: they are kept
 * here, for the person alone, and the address says their id.
 */
public final class KeptSearches {

    /** Words longer than this are cut. */
    public static final int LONGEST_WORDS = 120;

    /** Longer names are refused. */
    public static final int LONGEST_NAME = 60;

    /** So many named ones a person and screen. */
    public static final int MOST_NAMED = 30;

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /**
     * A search.
     *
     * @param name null where it was not given one
     * @param query the rest of the list's address, without health information
     */
    public record Kept(String id, String words, String name, String query) {}

    private KeptSearches() {}

    /** Keeps the words of a search for a day and returns its id; what the person searched for longer ago is forgotten. */
    public static String keep(Tx tx, String practiceId, String personId, String screen, String words)
            throws SQLException {
        Sql.update(
                tx.connection(),
                "delete from kept_searches where person_id = ? and name is null and kept_at < ?",
                personId,
                tx.now().minus(FORGOTTEN_AFTER));
        return insert(tx, practiceId, personId, screen, words, null, "");
    }

    /** Keeps a list under a name, in place of the one that had this name. False when there are too many or the name is none. */
    public static boolean name(
            Tx tx, String practiceId, String personId, String screen, String words, String name, String query)
            throws SQLException {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return false;
        }
        Sql.update(
                tx.connection(),
                "delete from kept_searches where practice_id = ? and person_id = ? and screen = ? and name = ?",
                practiceId,
                personId,
                screen,
                name);
        long others = Sql.number(
                tx.connection(),
                "select count(*) from kept_searches where practice_id = ? and person_id = ? and screen = ? and name is not null",
                practiceId,
                personId,
                screen);
        if (others >= MOST_NAMED) {
            return false;
        }
        insert(tx, practiceId, personId, screen, words, name, query);
        return true;
    }

    private static String insert(
            Tx tx, String practiceId, String personId, String screen, String words, String name, String query)
            throws SQLException {
        String id = tx.ids().next("srch_");
        Sql.update(
                tx.connection(),
                """
                insert into kept_searches (id, practice_id, person_id, screen, words, name, query, kept_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                practiceId,
                personId,
                screen,
                words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                name,
                query,
                tx.now());
        return id;
    }

    /** Forgets one; false when there is none of this person's. */
    public static boolean forget(Tx tx, String id, String personId) throws SQLException {
        return Sql.update(tx.connection(), "delete from kept_searches where id = ? and person_id = ?", id, personId)
                == 1;
    }

    /** The words of a search of this person's, or empty when it is forgotten or somebody else's. */
    public static Optional<String> words(Connection connection, String id, String personId) throws SQLException {
        return id.isEmpty()
                ? Optional.empty()
                : Sql.first(
                        connection,
                        "select words from kept_searches where id = ? and person_id = ?",
                        row -> row.getString(1),
                        id,
                        personId);
    }

    /** The lists a person gave a name, by name. */
    public static List<Kept> named(Connection connection, String personId, String screen) throws SQLException {
        return Sql.list(
                connection,
                """
                select id, words, name, query from kept_searches
                where person_id = ? and screen = ? and name is not null order by name""",
                row -> new Kept(
                        row.getString("id"), row.getString("words"), row.getString("name"), row.getString("query")),
                personId,
                screen);
    }
}
