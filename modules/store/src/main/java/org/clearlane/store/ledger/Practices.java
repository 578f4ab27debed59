package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.Collection;
import org.clearlane.model.directory.Practice;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** The practices the ledger knows. Their profiles stand in files; the ledger needs them to hold on to. */
public final class Practices {

    private Practices() {}

    /** Enters practices that are new and the names and clocks of those that are not; one whose file is gone stays, inactive. */
    public static void know(Tx tx, Collection<Practice> practices) throws SQLException {
        for (Practice practice : practices) {
            Sql.update(
                    tx.connection(),
                    """
                    insert into practices (id, name, time_zone) values (?, ?, ?)
                    on conflict (id) do update set name = excluded.name, time_zone = excluded.time_zone, active = true""",
                    practice.id(),
                    practice.name(),
                    practice.timeZone().getId());
        }
        Sql.update(tx.connection(), "update practices set active = false where not id = any(?)", (Object)
                practices.stream().map(Practice::id).toArray(String[]::new));
    }
}
