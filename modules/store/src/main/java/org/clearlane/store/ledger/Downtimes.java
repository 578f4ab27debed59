package org.clearlane.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Times when a payer, or the whole service, is planned to be away. They tell people; they stop nothing by themselves. */
public final class Downtimes {

    /** How far ahead and back they are shown. */
    public static final Duration SHOWN = Duration.ofDays(90);

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_NOTICE = 300;

    /**
     * One of them.
     *
     * @param payerId null for the whole service
     * @param notice what people are told
     * @param calledOff whether it does not take place
     */
    public record Downtime(
            String id, String payerId, Instant startsAt, Instant endsAt, String notice, boolean calledOff) {

        /** Whether it takes place now. */
        public boolean isNow(Instant now) {
            return !calledOff && !startsAt.isAfter(now) && endsAt.isAfter(now);
        }

        /** Whether it is over. */
        public boolean isOver(Instant now) {
            return !endsAt.isAfter(now);
        }
    }

    private Downtimes() {}

    /**
     * Announces one.
     *
     * @throws Failure ILLEGAL_MOVE when it ends before it starts, lies behind, is longer than 30 days, or says nothing
     */
    public static String plan(Tx tx, String payerId, Instant startsAt, Instant endsAt, String notice, String by)
            throws SQLException {
        String text = notice == null ? "" : notice.strip();
        if (text.isEmpty() || text.length() > LONGEST_NOTICE) {
            throw new Failure(
                    FailureCode.ILLEGAL_MOVE, "say in 1 to " + LONGEST_NOTICE + " characters what is planned");
        }
        if (!endsAt.isAfter(startsAt) || !endsAt.isAfter(tx.now())) {
            throw new Failure(FailureCode.ILLEGAL_MOVE, "it has to end after its start, and in the future");
        }
        if (endsAt.isAfter(startsAt.plus(LONGEST)) || startsAt.isAfter(tx.now().plus(SHOWN))) {
            throw new Failure(
                    FailureCode.ILLEGAL_MOVE, "a downtime lasts at most 30 days and starts within the next 90");
        }
        String id = tx.ids().next("dwn_");
        Sql.update(
                tx.connection(),
                """
                insert into planned_downtimes (id, payer_id, starts_at, ends_at, notice, planned_by, planned_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                id,
                payerId,
                startsAt,
                endsAt,
                text,
                by,
                tx.now());
        return id;
    }

    /** Calls one off; false when it is over, called off, or not there. */
    public static boolean callOff(Tx tx, String id, String by) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        update planned_downtimes set called_off_by = ?, called_off_at = ?
                        where id = ? and called_off_at is null and ends_at > ?""",
                        by,
                        tx.now(),
                        id,
                        tx.now())
                == 1;
    }

    /** Those of the last and the next 90 days, of this payer or of all where it is null, the earliest first. */
    public static List<Downtime> around(Connection connection, String payerId, Instant now) throws SQLException {
        return Sql.list(
                connection,
                """
                select id, payer_id, starts_at, ends_at, notice, called_off_at is not null as called_off
                from planned_downtimes
                where ends_at >= ? and starts_at <= ? and (?::text is null or payer_id = ?)
                order by starts_at, id limit 200""",
                row -> new Downtime(
                        row.getString("id"),
                        row.getString("payer_id"),
                        Sql.instant(row, "starts_at"),
                        Sql.instant(row, "ends_at"),
                        row.getString("notice"),
                        row.getBoolean("called_off")),
                now.minus(SHOWN),
                now.plus(SHOWN),
                payerId,
                payerId);
    }
}
