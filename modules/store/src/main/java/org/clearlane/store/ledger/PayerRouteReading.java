package org.clearlane.store.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.PayerRoute.Depth;
import org.clearlane.store.ledger.PayerRoutes.Circuit;
import org.clearlane.store.ledger.PayerRoutes.Wanted;

/** Payers' routes as pages, commands and the API show them: for a connection that sees all practices. No health information. */
public final class PayerRouteReading {

    /** What waits, of one payer or of all: counted from an index, whatever it amounts to. */
    private static final String ROUTES =
            """
            select r.*,
                coalesce(w.claims, 0) as waiting_claims, coalesce(w.cents, 0) as waiting_cents, w.oldest as waiting_oldest,
                coalesce(o.claims, 0) as sending_claims, coalesce(o.cents, 0) as sending_cents, o.oldest as sending_oldest,
                coalesce(o.stuck_claims, 0) as stuck_claims, coalesce(o.stuck_cents, 0) as stuck_cents,
                o.stuck_oldest, coalesce(o.unknown, 0) as unknown, coalesce(o.parked, 0) as parked,
                coalesce(o.undecided, 0) as undecided
            from payer_routes r
            left join lateral (
                select count(*) as claims, sum(charge_cents) as cents, min(state_since) as oldest
                from claims c where c.payer_id = r.payer_id and c.state = 'QUEUED') w on true
            left join lateral (
                select sum(claims_total) filter (where state in ('STORED', 'DELIVERING')) as claims,
                    sum(charge_cents) filter (where state in ('STORED', 'DELIVERING')) as cents,
                    min(created_at) filter (where state in ('STORED', 'DELIVERING')) as oldest,
                    sum(claims_total) filter (where state in ('UNKNOWN', 'PARKED')) as stuck_claims,
                    sum(charge_cents) filter (where state in ('UNKNOWN', 'PARKED')) as stuck_cents,
                    min(created_at) filter (where state in ('UNKNOWN', 'PARKED')) as stuck_oldest,
                    count(*) filter (where state = 'UNKNOWN') as unknown,
                    count(*) filter (where state = 'PARKED') as parked,
                    count(*) filter (where state = 'PARKED' or state = 'UNKNOWN' and exists (
                        select from worklist k
                        where k.kind = 'UNKNOWN_OUTCOME' and k.subject = i.id and k.resolved_at is null)) as undecided
                from outbound_interchanges i where i.payer_id = r.payer_id and i.state <> 'SENT') o on true""";

    /**
     * Something that happened with a route or its connection.
     *
     * @param kind as {@link PayerRoutes.Event#kind}
     */
    public record Happened(long id, Instant at, String kind, String actor, String reason) {

        /** What happened, for people. */
        public String words() {
            return switch (kind) {
                case "route.started" -> "Started";
                case "route.stopped" -> "Stopped";
                case "route.suspended" -> "Suspended";
                case "route.resumed" -> "Goes on";
                case "route.tested" -> "Connection tested";
                case "payer.down" -> "Connection down";
                case "payer.trying" -> "Connection works again";
                case "payer.relapsed" -> "Connection down again";
                case "payer.up" -> "Connection up";
                default -> kind;
            };
        }
    }

    /**
     * An interchange that its payer does not have, as far as we know.
     *
     * @param problem why it is still here, or null
     */
    public record OpenInterchange(
            String id,
            long control,
            int claims,
            Money charge,
            OutboundLedger.State state,
            int attempts,
            String problem,
            Instant createdAt) {}

    /**
     * What went through in one span of time.
     *
     * @param from its beginning
     */
    public record Traffic(Instant from, long interchanges, long claims, long answers, long errors) {}

    private PayerRouteReading() {}

    /** All payers that are set up, or for which something waits, by name. */
    public static List<PayerRoute> all(Connection connection) throws SQLException {
        return Sql.list(connection, ROUTES + " order by r.name, r.payer_id", PayerRouteReading::route).stream()
                .filter(route -> route.configured() || route.depth().claims() > 0)
                .toList();
    }

    /** One payer's route. */
    public static Optional<PayerRoute> one(Connection connection, String payerId) throws SQLException {
        return Sql.first(connection, ROUTES + " where r.payer_id = ?", PayerRouteReading::route, payerId);
    }

    private static PayerRoute route(ResultSet row) throws SQLException {
        return new PayerRoute(
                row.getString("payer_id"),
                row.getString("name"),
                row.getBoolean("configured"),
                Wanted.valueOf(row.getString("wanted")),
                Sql.instant(row, "until"),
                row.getString("reason"),
                row.getString("actor"),
                Sql.instant(row, "changed_at"),
                Circuit.valueOf(row.getString("circuit")),
                Sql.instant(row, "circuit_since"),
                Sql.instant(row, "last_good_at"),
                row.getString("last_error"),
                Sql.instant(row, "last_error_at"),
                depth(row, "waiting"),
                depth(row, "sending"),
                depth(row, "stuck"),
                row.getLong("unknown"),
                row.getLong("parked"),
                row.getLong("undecided"));
    }

    private static Depth depth(ResultSet row, String what) throws SQLException {
        return new Depth(
                row.getLong(what + "_claims"),
                new Money(row.getLong(what + "_cents")),
                Sql.instant(row, what + "_oldest"));
    }

    /** What happened with it, the latest first. */
    public static List<Happened> history(Connection connection, String payerId, int most) throws SQLException {
        return Sql.list(
                connection,
                "select id, at, kind, actor, reason from route_events where payer_id = ? order by id desc limit ?",
                row -> new Happened(
                        row.getLong("id"),
                        Sql.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("reason")),
                payerId,
                most);
    }

    /** Its interchanges that the payer does not have, as far as we know, the oldest first. */
    public static List<OpenInterchange> open(Connection connection, String payerId, int most) throws SQLException {
        return Sql.list(
                connection,
                """
                select id, control, claims_total, charge_cents, state, attempts, problem, created_at
                from outbound_interchanges where payer_id = ? and state <> 'SENT' order by id limit ?""",
                row -> new OpenInterchange(
                        row.getString("id"),
                        row.getLong("control"),
                        row.getInt("claims_total"),
                        new Money(row.getLong("charge_cents")),
                        OutboundLedger.State.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("problem"),
                        Sql.instant(row, "created_at")),
                payerId,
                most);
    }

    /** What went through, hour by hour, from the hour of this instant on. */
    public static List<Traffic> traffic(Connection connection, String payerId, Instant since, Instant now)
            throws SQLException {
        return Sql.list(
                connection,
                """
                with hours as (
                    select generate_series(date_trunc('hour', ?::timestamptz, 'UTC'), ?::timestamptz, interval '1 hour') as at),
                sent as (
                    select date_trunc('hour', sent_at, 'UTC') as at, count(*) as interchanges, sum(claims_total) as claims
                    from outbound_interchanges where payer_id = ? and state = 'SENT' and sent_at >= ? group by 1),
                answered as (
                    select date_trunc('hour', received_at, 'UTC') as at, count(*) as answers
                    from answers where payer_id = ? and received_at >= ? group by 1),
                failed as (
                    select date_trunc('hour', at, 'UTC') as at, count(*) as errors
                    from payer_errors where payer_id = ? and at >= ? group by 1)
                select hours.at, coalesce(interchanges, 0), coalesce(claims, 0), coalesce(answers, 0), coalesce(errors, 0)
                from hours left join sent using (at) left join answered using (at) left join failed using (at)
                order by hours.at""",
                row -> new Traffic(
                        Sql.instant(row, "at"), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                since,
                now,
                payerId,
                since,
                payerId,
                since,
                payerId,
                since);
    }
}
