package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.Trace;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * Work to be driven. A row is written in the transaction that makes the work necessary; the broker carries its number
 * to whoever does it; the inbox key is written in the transaction that does it. Deleting the broker's data loses
 * nothing: what is not done is relayed again.
 */
public final class Outbox {

    /**
     * @param id the message's number
     * @param queue where it goes
     * @param subject what it is about: an id, never contents
     * @param trace which request or file the work goes back to, or null ({@link Trace})
     */
    public record Message(long id, String queue, String subject, String trace) {

        public Message(long id, String queue, String subject) {
            this(id, queue, subject, null);
        }
    }

    private Outbox() {}

    /** Asks for work now. */
    public static void put(Tx tx, String queue, String subject) throws SQLException {
        putAt(tx, queue, subject, tx.now());
    }

    /** Asks for work at a later time. */
    public static void putAt(Tx tx, String queue, String subject, Instant when) throws SQLException {
        Sql.update(
                tx.connection(),
                "insert into outbox (queue, subject, created_at, available_at, trace) values (?, ?, ?, ?, ?)",
                queue,
                subject,
                tx.now(),
                when,
                Trace.current());
    }

    /**
     * Takes what is due for the broker; rows another node has in hand are passed over. What is for a payer to whom nothing may
     * go now stays: it is due again when the route flows.
     */
    public static List<Message> takeDue(Tx tx, int most) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select id, queue, subject from outbox
                where done_at is null and parked_at is null and relayed_at is null and available_at <= ?
                    and not exists (
                        select from payer_routes r
                        where outbox.queue = 'dispatch.send.' || r.payer_id
                            and (not r.configured or r.wanted = 'STOPPED' or (r.wanted = 'SUSPENDED' and r.until > ?)
                                or r.circuit = 'OPEN' or (r.circuit = 'HALF_OPEN' and r.next_try_at > ?)))
                order by id limit ? for update skip locked""",
                row -> new Message(row.getLong(1), row.getString(2), row.getString(3)),
                tx.now(),
                tx.now(),
                tx.now(),
                most);
    }

    /** Notes that the broker has these. */
    public static void relayed(Tx tx, List<Message> messages) throws SQLException {
        Sql.update(
                tx.connection(),
                "update outbox set relayed_at = ? where id = any(?)",
                tx.now(),
                messages.stream().map(Message::id).toArray(Long[]::new));
    }

    /** Claims the message's work for this transaction: false when it is done already. */
    public static boolean begin(Tx tx, long id) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        "insert into inbox (outbox_id, done_at) values (?, ?) on conflict (outbox_id) do nothing",
                        id,
                        tx.now())
                == 1;
    }

    /** Notes that the work is done; in the transaction that {@link #begin}s it. */
    public static void done(Tx tx, long id) throws SQLException {
        Sql.update(tx.connection(), "update outbox set done_at = ?, problem = null where id = ?", tx.now(), id);
    }

    /** Whether the work is done. */
    public static boolean isDone(Tx tx, long id) throws SQLException {
        return Sql.number(tx.connection(), "select count(*) from inbox where outbox_id = ?", id) > 0;
    }

    /** Puts the work off: it is relayed again after the delay. Returns how often it has been put off by now. */
    public static int putOff(Tx tx, long id, Duration delay, String problem) throws SQLException {
        return Sql.first(
                        tx.connection(),
                        """
                        update outbox set attempts = attempts + 1, problem = ?, available_at = ?, relayed_at = null
                        where id = ? and done_at is null returning attempts""",
                        row -> row.getInt(1),
                        problem,
                        tx.now().plus(delay),
                        id)
                .orElse(0);
    }

    /** Gives work back undone, as if nobody had taken it: it is relayed when it may be done. No attempt is counted. */
    public static void giveBack(Tx tx, long id, String problem) throws SQLException {
        Sql.update(
                tx.connection(),
                "update outbox set relayed_at = null, problem = ? where id = ? and done_at is null",
                problem,
                id);
    }

    /** How often the work has been put off. */
    public static int attempts(Tx tx, long id) throws SQLException {
        return (int) Sql.number(tx.connection(), "select attempts from outbox where id = ?", id);
    }

    /** Gives up on the work until an operator looks at it. */
    public static void park(Tx tx, long id, String problem) throws SQLException {
        Sql.update(
                tx.connection(),
                "update outbox set parked_at = ?, problem = ? where id = ? and done_at is null",
                tx.now(),
                problem,
                id);
    }

    /** Whether somebody has to look at it first. */
    public static boolean isParked(Tx tx, long id) throws SQLException {
        return Sql.number(
                        tx.connection(),
                        "select count(*) from outbox where id = ? and parked_at is not null and done_at is null",
                        id)
                > 0;
    }

    /** Has parked work done after all, as if it had never been tried; false when it is not parked. */
    public static boolean unpark(Tx tx, long id) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        update outbox set parked_at = null, attempts = 0, relayed_at = null, available_at = ?
                        where id = ? and parked_at is not null and done_at is null""",
                        tx.now(),
                        id)
                == 1;
    }

    /** Puts work aside that is open, for a reason of an operator; false when it is done or parked. */
    public static boolean putAside(Tx tx, long id, String reason) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        "update outbox set parked_at = ?, problem = ? where id = ? and parked_at is null and done_at is null",
                        tx.now(),
                        reason,
                        id)
                == 1;
    }

    /** Has work that waits for its next attempt done now; false when it is under way, parked or done. */
    public static boolean hurry(Tx tx, long id) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        update outbox set available_at = ?
                        where id = ? and relayed_at is null and parked_at is null and done_at is null""",
                        tx.now(),
                        id)
                == 1;
    }

    /** What the message is about, if it exists. */
    public static Optional<Message> find(Tx tx, long id) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select id, queue, subject, trace from outbox where id = ?",
                row -> new Message(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                id);
    }

    /** Hands everything that is relayed but not done to the broker once more: after a start, or when it lost its data. */
    public static int relayAgain(Tx tx, Instant relayedBefore) throws SQLException {
        return Sql.update(
                tx.connection(),
                """
                update outbox set relayed_at = null
                where done_at is null and parked_at is null and relayed_at < ?""",
                relayedBefore);
    }

    /** How much is neither done nor parked. */
    public static long open(Tx tx) throws SQLException {
        return Sql.number(tx.connection(), "select count(*) from outbox where done_at is null and parked_at is null");
    }
}
