package org.clearlane.store.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What only the owner of the tables may do to them, and the server does by itself given time. */
public final class Upkeep {

    private Upkeep() {}

    /**
     * Counts rows and clears away dead ones at once, as the server would have done in time. For ledgers that were filled
     * in one go.
     *
     * @param url the address of the ledger, without a login
     */
    public static void settle(String url, DatabaseSecrets secrets) throws SQLException {
        String user = Role.OWNER.roleName();
        try (Connection owner = DriverManager.getConnection(url, user, secrets.passwordOf(Role.OWNER));
                Statement statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }
}
