package org.clearlane.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;

/**
 * The queues as pages and commands show them, each with the claims and dollars inside it: for a connection that sees all
 * practices. Identifiers, states and dollars; no health information.
 */
public final class WorkQueueReading {

    private static final String FILES = "inbound.file.judge";
    /** Those that exist whether there is a payer or not, behind the payers'. */
    private static final List<String> ANSWERS = List.of(AnswerLedger.QUEUE, Mailbox.QUEUE);

    /**
     * One piece of work.
     *
     * @param subject the identifier of what it is about
     * @param state {@code waiting}, {@code under way}, {@code tries again} or {@code parked}
     * @param dueAt when it is due, or was
     * @param problem why it failed last, or null
     */
    public record Work(
            long id, String subject, String state, int attempts, Instant createdAt, Instant dueAt, String problem) {}

    /** A claim as an operator sees it: no word of whom or what it is about. */
    public record QueuedClaim(String id, String practiceId, ClaimState state, Money charge, Instant since) {}

    private record Sums(long claims, long cents, Instant oldest, long parked) {
        static final Sums NONE = new Sums(0, 0, null, 0);
    }

    private record Counts(long waiting, long underWay, long failing, long parked, Instant oldest) {
        static final Counts NONE = new Counts(0, 0, 0, 0, null);
    }

    private WorkQueueReading() {}

    /** All queues that exist or have something in them: files first, then each payer's, then answers. */
    public static List<WorkQueue> all(Connection connection) throws SQLException {
        Map<String, Counts> counts = counts(connection);
        Map<String, Sums> batches = sums(
                connection,
                """
                select payer_id, count(*), sum(charge_cents), min(state_since), 0 from claims
                where state = 'QUEUED' and payer_id is not null group by payer_id""");
        Map<String, Sums> sendings = sums(
                connection,
                """
                select payer_id, sum(claims_total), sum(charge_cents), min(created_at),
                    count(*) filter (where state = 'PARKED' or state = 'UNKNOWN' and exists (
                        select from worklist w
                        where w.kind = 'UNKNOWN_OUTCOME' and w.subject = outbound_interchanges.id and w.resolved_at is null))
                from outbound_interchanges where state <> 'SENT' group by payer_id""");
        List<String> payers = Sql.list(
                connection,
                """
                select payer_id from payer_routes where configured
                union select payer_id from claims where state = 'QUEUED' and payer_id is not null
                union select payer_id from outbound_interchanges where state <> 'SENT' order by 1""",
                row -> row.getString(1));
        long files = Sql.number(connection, "select count(*) from outbox where queue = ? and done_at is null", FILES);
        List<WorkQueue> all = new ArrayList<>();
        all.add(queue(FILES, counts.remove(FILES), Sums.NONE, files));
        for (String payer : payers) {
            all.add(queue(WorkQueue.BATCH_QUEUE + payer, null, batches.getOrDefault(payer, Sums.NONE), 0));
            String sending = PayerRoutes.SEND_QUEUE + payer;
            all.add(queue(sending, counts.remove(sending), sendings.getOrDefault(payer, Sums.NONE), 0));
        }
        for (String name : ANSWERS) {
            all.add(queue(name, counts.remove(name), Sums.NONE, 0));
        }
        counts.forEach((name, count) -> all.add(queue(name, count, Sums.NONE, 0)));
        return all;
    }

    /** One of them. */
    public static Optional<WorkQueue> one(Connection connection, String name) throws SQLException {
        return all(connection).stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst();
    }

    private static WorkQueue queue(String name, Counts counted, Sums sums, long files) {
        Counts counts = counted == null ? Counts.NONE : counted;
        Instant oldest = counts.oldest() == null
                        || sums.oldest() != null && sums.oldest().isBefore(counts.oldest())
                ? sums.oldest()
                : counts.oldest();
        return new WorkQueue(
                name,
                counts.waiting(),
                counts.underWay(),
                counts.failing(),
                counts.parked() + sums.parked(),
                oldest,
                sums.claims(),
                new Money(sums.cents()),
                files);
    }

    private static Map<String, Counts> counts(Connection connection) throws SQLException {
        Map<String, Counts> all = new TreeMap<>();
        Sql.list(
                connection,
                """
                select queue, count(*) filter (where parked_at is null and relayed_at is null),
                    count(*) filter (where parked_at is null and relayed_at is not null),
                    count(*) filter (where parked_at is null and attempts > 0),
                    count(*) filter (where parked_at is not null), min(created_at)
                from (
                    select * from outbox where done_at is null and parked_at is null
                    union all select * from outbox where done_at is null and parked_at is not null) undone
                group by queue""",
                row -> all.put(
                        row.getString(1),
                        new Counts(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                Sql.instant(row, "min"))));
        return all;
    }

    private static Map<String, Sums> sums(Connection connection, String sql) throws SQLException {
        Map<String, Sums> all = new TreeMap<>();
        Sql.list(
                connection,
                sql,
                row -> all.put(
                        row.getString(1),
                        new Sums(row.getLong(2), row.getLong(3), Sql.instant(row, "min"), row.getLong(5))));
        return all;
    }

    /** Work of this queue that is not done, parked first, then the oldest; at most so much. */
    public static List<Work> work(Connection connection, String queue, int most) throws SQLException {
        List<Work> all = new ArrayList<>(work(connection, queue, "parked_at is not null", most));
        all.addAll(work(connection, queue, "parked_at is null", most - all.size()));
        return all;
    }

    /** Work of all queues that was given up on until a person decides. */
    public static List<ParkedWork> parked(Connection connection, long after, int most) throws SQLException {
        return Sql.list(
                connection,
                """
                select id, queue, subject, attempts, created_at, parked_at, problem from outbox
                where done_at is null and parked_at is not null and id > ? order by id limit ?""",
                row -> new ParkedWork(
                        row.getLong("id"),
                        row.getString("queue"),
                        row.getString("subject"),
                        row.getInt("attempts"),
                        Sql.instant(row, "parked_at"),
                        row.getString("problem")),
                after,
                most);
    }

    /** A dead letter: what failed for good, or was put aside. */
    public record ParkedWork(long id, String queue, String subject, int attempts, Instant parkedAt, String problem) {}

    private static List<Work> work(Connection connection, String queue, String which, int most) throws SQLException {
        // The condition is one of our own two, never anybody's text.
        return Sql.list(
                connection,
                """
                select id, subject, attempts, created_at, available_at, problem,
                    case when parked_at is not null then 'parked' when relayed_at is not null then 'under way'
                        when attempts > 0 then 'tries again' else 'waiting' end as state
                from outbox where done_at is null and queue = ? and\s"""
                        + which + " order by id limit ?",
                row -> new Work(
                        row.getLong("id"),
                        row.getString("subject"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "available_at"),
                        row.getString("problem")),
                queue,
                most);
    }

    /** The claims inside a queue, by their ids, behind this one. Files that nobody has read yet show none. */
    public static List<QueuedClaim> claims(Connection connection, String queue, String after, int most)
            throws SQLException {
        String which;
        String value;
        if (queue.startsWith(WorkQueue.BATCH_QUEUE)) {
            which = "payer_id = ? and state = 'QUEUED'";
            value = queue.substring(WorkQueue.BATCH_QUEUE.length());
        } else if (queue.startsWith(PayerRoutes.SEND_QUEUE)) {
            which =
                    "outbound_id in (select o.id from outbound_interchanges o where o.payer_id = ? and o.state <> 'SENT')"
                            + " and state in ('BATCHED', 'UNKNOWN_OUTCOME')";
            value = queue.substring(PayerRoutes.SEND_QUEUE.length());
        } else {
            return List.of();
        }
        return Sql.list(
                connection,
                "select id, practice_id, state, charge_cents, state_since from claims where " + which
                        + " and id > ? order by id limit ?",
                row -> new QueuedClaim(
                        row.getString("id"),
                        row.getString("practice_id"),
                        ClaimState.valueOf(row.getString("state")),
                        new Money(row.getLong("charge_cents")),
                        Sql.instant(row, "state_since")),
                value,
                after,
                most);
    }
}
