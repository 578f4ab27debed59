package org.clearlane.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clearlane.store.Ids;
import org.clearlane.store.Sql;

/**
 * The ledger in numbers, for whoever is on call. Every look is at kept sums or at what is open, so its cost does not grow
 * with the claims there are. Nothing here tells of a patient.
 *
 * @param moves how many claims came to which state, ever
 * @param queues work that waits or is under way
 * @param parked work that was given up on, by queue
 * @param undelivered interchanges not yet handed over
 * @param worklist what waits for a person, by kind
 * @param oldestInFlight since when the oldest file or claim is here that is not handed over yet; null when there is none
 */
public record Figures(
        List<Moves> moves,
        List<Queue> queues,
        List<Count> parked,
        List<Undelivered> undelivered,
        List<Count> worklist,
        Instant oldestInFlight) {

    /** How many claims came to a state, ever; the payer is empty where it is not known. */
    public record Moves(String state, String payerId, long claims) {}

    /** Open work of a queue and since when the oldest of it waits. */
    public record Queue(String name, long open, Instant oldest) {}

    /** How many of something. */
    public record Count(String name, long count) {}

    /** Interchanges of a payer in a state before {@code SENT}. */
    public record Undelivered(String payerId, String state, long interchanges) {}

    public Figures {
        moves = List.copyOf(moves);
        queues = List.copyOf(queues);
        parked = List.copyOf(parked);
        undelivered = List.copyOf(undelivered);
        worklist = List.copyOf(worklist);
    }

    /** Reads them as somebody who may read everything. */
    public static Figures read(Connection auditor) throws SQLException {
        return new Figures(
                Sql.list(
                        auditor,
                        """
                        select state, payer_id, sum(moved)::bigint
                        from (select state, payer_id, moved from claim_tallies
                            union all select state, payer_id, moved from claim_tally_rows) every
                        group by state, payer_id""",
                        row -> new Moves(row.getString(1), row.getString(2), row.getLong(3))),
                Sql.list(
                        auditor,
                        """
                        select queue, count(*), min(available_at) from outbox
                        where done_at is null and parked_at is null group by queue""",
                        row -> new Queue(
                                row.getString(1),
                                row.getLong(2),
                                row.getTimestamp(3).toInstant())),
                counts(
                        auditor,
                        "select queue, count(*) from outbox where parked_at is not null and done_at is null group by queue"),
                Sql.list(
                        auditor,
                        """
                        select payer_id, state, count(*) from outbound_interchanges where state <> 'SENT'
                        group by payer_id, state""",
                        row -> new Undelivered(row.getString(1), row.getString(2), row.getLong(3))),
                counts(auditor, "select kind, count(*) from worklist where resolved_at is null group by kind"),
                Sql.first(
                                auditor,
                                """
                                select least(
                                    (select min(received_at) from files where state = 'RECEIVED'),
                                    (select min(received_at) from claims where state = 'QUEUED'),
                                    (select min(c.received_at) from outbound_interchanges o
                                        join claims c on c.outbound_id = o.id
                                        where o.state <> 'SENT' and c.state in ('BATCHED', 'UNKNOWN_OUTCOME'))) as oldest""",
                                row -> java.util.Optional.ofNullable(Sql.instant(row, "oldest")))
                        .flatMap(found -> found)
                        .orElse(null));
    }

    private static List<Count> counts(Connection auditor, String sql) throws SQLException {
        return Sql.list(auditor, sql, row -> new Count(row.getString(1), row.getLong(2)));
    }

    /**
     * How many files of the last day do not add up: their claims are not as many, or not charged as much, as was counted
     * when they were judged. Reads those files' claims, so it is asked for now and then and not at every look; the whole
     * proof is {@code clearlane custody}.
     */
    public static long imbalance(Connection auditor, Instant now) throws SQLException {
        return Sql.number(
                auditor,
                """
                select count(*) from files f
                cross join lateral (
                    select count(*) as claims, coalesce(sum(charge_cents), 0) as cents from claims c where c.file_id = f.id
                ) entered
                cross join lateral (
                    select coalesce(sum(claims_total), 0) as claims, coalesce(sum(charge_cents), 0) as cents
                    from transaction_sets s
                    where s.file_id = f.id and entered.claims <> f.claims_total
                        and not exists (select from claims c where c.file_id = f.id and c.set_id = s.id)
                ) unread
                where f.id > ? and f.state = 'JUDGED'
                    and (f.claims_total, f.charge_cents) not in ((entered.claims, entered.cents),
                        (entered.claims + unread.claims, entered.cents + unread.cents))""",
                "file_" + Ids.stamp(now.minus(Duration.ofDays(1))));
    }

    /** Adds up what moves have left behind since the last time. */
    public static void addUp(Ledger.Tx tx) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                with taken as (delete from claim_tally_rows returning state, payer_id, moved)
                insert into claim_tallies (state, payer_id, moved)
                select state, payer_id, sum(moved) from taken group by state, payer_id order by state, payer_id
                on conflict (state, payer_id) do update set moved = claim_tallies.moved + excluded.moved""");
    }
}
