package org.clearlane.console.screens.payers;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.console.web.Reads;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.PayerRoute;
import org.clearlane.store.ledger.PayerRoute.Standing;
import org.clearlane.store.ledger.PayerRouteReading;

/** The payer lights of Today: how each payer can be reached, and what waits for it, of one practice or of all. */
public final class PayerLights {

    /**
     * One light.
     *
     * @param colour {@code good}, {@code wait} or {@code bad}
     * @param icon one character that says the same
     * @param words the same in words
     * @param waiting claims that the payer does not have yet: the practice's own, or all
     * @param lastGoodAt when the payer was last reached, or null
     */
    public record Light(
            String payerId,
            String name,
            String colour,
            String icon,
            String words,
            long waiting,
            Money charge,
            Instant lastGoodAt) {}

    private record Waiting(long claims, Money charge) {}

    private PayerLights() {}

    /** As operators see them: everything that waits. */
    public static List<Light> ofAll(Reads reads, Instant now) {
        return reads.flows(PayerRouteReading::all).stream()
                .map(route -> light(
                        route, new Waiting(route.depth().claims(), route.depth().charge()), now))
                .toList();
    }

    /** As a practice's people see them: what waits is their own; why a payer is away is the operators' business. */
    public static List<Light> ofPractice(Reads reads, String practiceId, Instant now) {
        Map<String, Waiting> own = reads.of(practiceId, PayerLights::waiting);
        List<Light> all = new ArrayList<>();
        for (PayerRoute route : reads.flows(PayerRouteReading::all)) {
            Waiting waiting = own.getOrDefault(route.payerId(), new Waiting(0, Money.ZERO));
            if (route.configured() || waiting.claims() > 0) {
                all.add(light(route, waiting, now));
            }
        }
        return all;
    }

    private static Light light(PayerRoute route, Waiting waiting, Instant now) {
        Standing standing = route.standing(now);
        return new Light(
                route.payerId(),
                route.name(),
                standing.colour(),
                standing.icon(),
                standing.words(),
                waiting.claims(),
                waiting.charge(),
                route.lastGoodAt());
    }

    private static Map<String, Waiting> waiting(java.sql.Connection connection) throws SQLException {
        Map<String, Waiting> all = new HashMap<>();
        Sql.list(
                connection,
                """
                select payer_id, count(*), sum(charge_cents) from claims
                where state in ('QUEUED', 'BATCHED', 'UNKNOWN_OUTCOME') and payer_id is not null group by payer_id""",
                row -> all.put(row.getString(1), new Waiting(row.getLong(2), new Money(row.getLong(3)))));
        return all;
    }
}
