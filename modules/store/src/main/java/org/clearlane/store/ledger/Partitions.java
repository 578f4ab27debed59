package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.clearlane.store.Ids;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Months of the big tables. Made ahead of time; what falls outside lands in the default partition and is not lost. */
public final class Partitions {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    private Partitions() {}

    /** Makes sure that this month and the next two are there. */
    public static void ensure(Tx tx) throws SQLException {
        YearMonth current = YearMonth.from(tx.now().atZone(ZoneOffset.UTC));
        for (int ahead = 0; ahead <= 2; ahead++) {
            YearMonth month = current.plusMonths(ahead);
            Sql.first(
                    tx.connection(),
                    "select ensure_month_partitions(?, ?, ?)",
                    row -> null,
                    MONTH.format(month),
                    Ids.stamp(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                    Ids.stamp(month.plusMonths(1)
                            .atDay(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()));
        }
    }
}
