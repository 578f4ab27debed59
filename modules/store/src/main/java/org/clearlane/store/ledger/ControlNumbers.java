package org.clearlane.store.ledger;

import java.sql.SQLException;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * Control numbers of envelopes, one row a partner and kind. Taken in the transaction that stores the envelope. What is
 * counted never begins again; what stands on the wire runs from 1 to 999999999 and then from 1 again, and 0 is never
 * given out.
 */
public final class ControlNumbers {

    private static final long HIGHEST = 999_999_999L;

    /**
     * A number taken.
     *
     * @param value what stands on the wire, 1 to 999999999
     * @param round how often the partner's numbers of this kind have run through before
     */
    public record Number(long value, int round) {

        /** The {@code taken}-th number, from 1. */
        static Number of(long taken) {
            return new Number((taken - 1) % HIGHEST + 1, Math.toIntExact((taken - 1) / HIGHEST));
        }
    }

    private ControlNumbers() {}

    /** The next number for this partner, 1 to 999999999 and then from 1 again. */
    public static long next(Tx tx, String partner, String kind) throws SQLException {
        return take(tx, partner, kind).value();
    }

    /** As {@link #next}, and which round it is of, for tables that must not hold the same number twice. */
    public static Number take(Tx tx, String partner, String kind) throws SQLException {
        return Sql.first(
                        tx.connection(),
                        """
                        insert into control_numbers (partner, kind, last) values (?, ?, 1)
                        on conflict (partner, kind) do update set last = control_numbers.last + 1
                        returning last""",
                        row -> Number.of(row.getLong(1)),
                        partner,
                        kind)
                .orElseThrow();
    }
}
