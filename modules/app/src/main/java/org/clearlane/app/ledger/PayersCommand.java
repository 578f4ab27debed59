package org.clearlane.app.ledger;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.app.Main;
import org.clearlane.app.Told;
import org.clearlane.store.ledger.PayerRoute;
import org.clearlane.store.ledger.PayerRouteReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Payers, how they can be reached, and what waits for them. */
@Command(
        name = "payers",
        description = {
            "Lists payers: how each can be reached, what waits for it, when it was reached last; shows one with what happened.",
            "To stop, start or test a route: clearlane routes."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class PayersCommand {

    private static final int HISTORY = 20;

    @Mixin
    private LedgerAccess access;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "for programs")
    private boolean json;

    @Command(name = "list", description = "Lists all payers that are set up, or for which something waits.")
    Integer list() {
        return list(access, json);
    }

    /** The list, as {@code routes list} shows it too. */
    static int list(LedgerAccess access, boolean json) {
        Instant now = Instant.now();
        List<PayerRoute> all = access.with(ledger -> ledger.transact(tx -> PayerRouteReading.all(tx.connection())));
        if (json) {
            System.out.println(
                    Told.json(all.stream().map(route -> asMap(route, now)).toList()));
        } else if (all.isEmpty()) {
            System.out.println("no payer is set up; config/payers/README.md shows how");
        } else {
            all.forEach(route -> System.out.println("%-16s %-28s %6d claims %14s  last good contact %s"
                    .formatted(
                            route.payerId(),
                            route.standing(now).icon() + " "
                                    + route.standing(now).words(),
                            route.depth().claims(),
                            route.depth().charge(),
                            route.lastGoodAt() == null ? "never" : route.lastGoodAt())));
        }
        return 0;
    }

    @Command(name = "show", description = "Shows one payer: its route, its connection, what waits, what happened.")
    Integer show(@Parameters(paramLabel = "PAYER", description = "its id in config/payers") String id) {
        Instant now = Instant.now();
        Optional<Map<String, Object>> found =
                access.with(ledger -> ledger.transact(tx -> show(tx.connection(), id, now)));
        if (found.isEmpty()) {
            System.err.println("clearlane payers: there is no payer " + id + "; clearlane payers list names them");
            return Main.USAGE;
        }
        if (json) {
            System.out.println(Told.json(found.get()));
            return 0;
        }
        found.get().forEach((name, value) -> {
            if (value instanceof List<?> rows) {
                System.out.println(name + ":");
                rows.forEach(row -> System.out.println("  "
                        + String.join(
                                "  ",
                                ((Map<?, ?>) row)
                                        .values().stream().map(String::valueOf).toList())));
            } else {
                System.out.printf("%-18s %s%n", name, value);
            }
        });
        return 0;
    }

    private static Optional<Map<String, Object>> show(Connection connection, String id, Instant now)
            throws java.sql.SQLException {
        Optional<PayerRoute> route = PayerRouteReading.one(connection, id);
        if (route.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> all = asMap(route.get(), now);
        List<Map<String, Object>> open = new ArrayList<>();
        for (PayerRouteReading.OpenInterchange each : PayerRouteReading.open(connection, id, HISTORY)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", each.id());
            row.put("control", each.control());
            row.put("claims", each.claims());
            row.put("charge", each.charge().toString());
            row.put("state", each.state().name());
            row.put("attempts", each.attempts());
            row.put("problem", each.problem() == null ? "" : each.problem());
            open.add(row);
        }
        all.put("interchanges", open);
        List<Map<String, Object>> history = new ArrayList<>();
        for (PayerRouteReading.Happened each : PayerRouteReading.history(connection, id, HISTORY)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("at", each.at().toString());
            row.put("event", each.kind());
            row.put("actor", each.actor());
            row.put("reason", each.reason());
            history.add(row);
        }
        all.put("history", history);
        return Optional.of(all);
    }

    private static Map<String, Object> asMap(PayerRoute route, Instant now) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", route.payerId());
        map.put("name", route.name());
        map.put("standing", route.standing(now).name());
        map.put("setUp", route.configured());
        map.put("route", route.wanted().name());
        put(map, "until", route.until());
        map.put("reason", route.reason());
        map.put("by", route.actor());
        map.put("since", route.changedAt().toString());
        map.put("circuit", route.circuit().name());
        map.put("circuitSince", route.circuitSince().toString());
        put(map, "lastGoodContact", route.lastGoodAt());
        if (route.lastError() != null) {
            map.put("lastProblem", route.lastError());
            put(map, "lastProblemAt", route.lastErrorAt());
        }
        map.put("waitingClaims", route.depth().claims());
        map.put("waitingCharge", route.depth().charge().toString());
        put(map, "oldestSince", route.depth().oldest());
        map.put("outcomeUnknown", route.unknown());
        map.put("couldNotBeHandedOver", route.parked());
        if (route.toDo(now) != null) {
            map.put("toDo", route.toDo(now));
        }
        return map;
    }

    private static void put(Map<String, Object> map, String name, Instant at) {
        if (at != null) {
            map.put(name, at.toString());
        }
    }
}
