package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.Duration;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Who does what only one node may do at a time. A lease is a row; it runs out when its holder dies. */
public final class Leases {

    private Leases() {}

    /** Takes or keeps the lease; false while another holder has it. */
    public static boolean take(Tx tx, String name, String holder, Duration time) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        insert into leases (name, holder, until) values (?, ?, ?)
                        on conflict (name) do update set holder = excluded.holder, until = excluded.until
                        where leases.holder = excluded.holder or leases.until < ?""",
                        name,
                        holder,
                        tx.now().plus(time),
                        tx.now())
                == 1;
    }

    /** Gives the lease up. */
    public static void release(Tx tx, String name, String holder) throws SQLException {
        Sql.update(tx.connection(), "delete from leases where name = ? and holder = ?", name, holder);
    }
}
