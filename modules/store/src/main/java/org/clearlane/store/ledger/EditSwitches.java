package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Edits and rules switched off and on by operators, each time with a day, a name and a reason. */
public final class EditSwitches {

    /** One decision. */
    public record Switch(
            long id, String editId, boolean active, LocalDate from, String actor, String reason, Instant at) {}

    private EditSwitches() {}

    /** Switches an edit on or off from this day on. */
    public static void put(Tx tx, String editId, boolean active, LocalDate from, String actor, String reason)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into edit_switches (edit_id, active, from_day, actor, reason, at) values (?, ?, ?, ?, ?, ?)""",
                editId,
                active,
                from,
                actor,
                reason,
                tx.now());
    }

    /** Every decision there was, oldest first. */
    public static List<Switch> all(Tx tx) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select * from edit_switches order by id",
                row -> new Switch(
                        row.getLong("id"),
                        row.getString("edit_id"),
                        row.getBoolean("active"),
                        Sql.date(row, "from_day"),
                        row.getString("actor"),
                        row.getString("reason"),
                        Sql.instant(row, "at")));
    }
}
