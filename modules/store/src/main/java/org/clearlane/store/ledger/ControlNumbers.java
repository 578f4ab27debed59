package org.clearlane.store.ledger;

import java.sql.SQLException;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Control numbers of envelopes, one row a partner and kind. Taken in the transaction that stores the envelope. */
public final class ControlNumbers {

    private static final long HIGHEST = 999_999_999L;

    private ControlNumbers() {}

    /** The next number for this partner, 1 to 999999999 and then from 1 again. */
    public static long next(Tx tx, String partner, String kind) throws SQLException {
        return Sql.first(
                        tx.connection(),
                        """
                        insert into control_numbers (partner, kind, last) values (?, ?, 1)
                        on conflict (partner, kind) do update set last = control_numbers.last % ? + 1
                        returning last""",
                        row -> row.getLong(1),
                        partner,
                        kind,
                        HIGHEST)
                .orElseThrow();
    }
}
