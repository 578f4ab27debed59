package org.clearlane.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.clearlane.store.Sql;

/**
 * Locks for work that waits for the world, longer than a transaction may: each is held by a connection of its own, and
 * gone when its holder dies.
 */
public final class SessionLocks {

    private SessionLocks() {}

    /** Does the work while nobody else anywhere does work under this name; false, and nothing is done, when somebody does. */
    public static boolean whileHolding(Ledger ledger, String name, Runnable work) {
        try (Connection session = ledger.session()) {
            if (!ask(session, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                return false;
            }
            try {
                work.run();
            } finally {
                ask(session, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
            return true;
        } catch (SQLException e) {
            throw Ledger.refused(e);
        }
    }

    private static boolean ask(Connection session, String sql, String name) throws SQLException {
        boolean yes = Sql.first(session, sql, row -> row.getBoolean(1), name).orElse(false);
        session.commit();
        return yes;
    }
}
