package org.clearlane.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** When custody was checked, and what came of it. */
public final class CustodyChecks {

    /**
     * One check.
     *
     * @param at when; null before it is kept
     * @param holds whether every invariant held
     * @param claims how many it saw
     * @param charge theirs
     */
    public record Kept(
            Instant at, boolean holds, int invariants, long breaches, long warnings, long claims, Money charge) {}

    private CustodyChecks() {}

    /** Remembers a check that has just been made. */
    public static void keep(Tx tx, Kept check) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into custody_checks (at, holds, invariants, breaches, warnings, claims, charge_cents)
                values (?, ?, ?, ?, ?, ?, ?)""",
                tx.now(),
                check.holds(),
                check.invariants(),
                check.breaches(),
                check.warnings(),
                check.claims(),
                check.charge().cents());
    }

    /** The last one. */
    public static Optional<Kept> last(Connection connection) throws SQLException {
        return Sql.first(
                connection,
                "select * from custody_checks order by id desc limit 1",
                row -> new Kept(
                        Sql.instant(row, "at"),
                        row.getBoolean("holds"),
                        row.getInt("invariants"),
                        row.getLong("breaches"),
                        row.getLong("warnings"),
                        row.getLong("claims"),
                        new Money(row.getLong("charge_cents"))));
    }
}
