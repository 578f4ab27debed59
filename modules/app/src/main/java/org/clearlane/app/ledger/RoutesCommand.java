package org.clearlane.app.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.Told;
import org.clearlane.connections.PayerConnections;
import org.clearlane.connections.SecretResolver;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.pipeline.dispatch.PayerConnectionsInUse;
import org.clearlane.pipeline.dispatch.RouteControl;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.people.AuditTrail;
import org.clearlane.store.people.AuditTrail.Deed;
import org.clearlane.store.people.AuditTrail.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Payers' routes: stopping, suspending, starting and testing them, while the service runs or rests. */
@Command(
        name = "routes",
        description = {
            "Stops, suspends, starts and tests the routes to payers. Every node of a running service heeds it within seconds.",
            "",
            "  clearlane routes stop northwind --reason \"they move house\"      nothing goes out, nothing is collected",
            "  clearlane routes suspend northwind --until 2h --reason \"…\"      nothing goes out for two hours",
            "  clearlane routes start northwind                                 what waited goes out",
            "  clearlane routes test northwind                                  reaches the payer without sending a claim",
            "",
            "No claim is lost meanwhile: claims wait as queued, and go out once when the route is started."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RoutesCommand {

    private static final String WHO = System.getProperty("user.name");

    @Mixin
    private LedgerAccess access;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "for programs")
    private boolean json;

    @Command(name = "list", description = "Lists all routes: how each stands and what waits.")
    Integer list() {
        return PayersCommand.list(access, json);
    }

    @Command(name = "start", description = "Lets a route flow: what waited goes out.")
    Integer start(
            @Parameters(paramLabel = "PAYER", description = "its id in config/payers") String id,
            @Option(names = "--reason", paramLabel = "WORDS", defaultValue = "", description = "why") String reason) {
        return act(id, "started", reason, tx -> RouteControl.start(tx, id, WHO, reason));
    }

    @Command(name = "stop", description = "Stops a route both ways, until somebody starts it.")
    Integer stop(
            @Parameters(paramLabel = "PAYER", description = "its id in config/payers") String id,
            @Option(
                            names = "--reason",
                            paramLabel = "WORDS",
                            required = true,
                            description = "why; whoever comes next reads it")
                    String reason) {
        return act(id, "stopped", reason, tx -> RouteControl.stop(tx, id, WHO, reason));
    }

    @Command(name = "suspend", description = "Lets nothing go out until a time; answers are still collected.")
    Integer suspend(
            @Parameters(paramLabel = "PAYER", description = "its id in config/payers") String id,
            @Option(
                            names = "--until",
                            paramLabel = "TIME",
                            required = true,
                            description = "2h, 30m, 3d, or a time such as 2026-12-24T18:00:00Z")
                    String until,
            @Option(
                            names = "--reason",
                            paramLabel = "WORDS",
                            required = true,
                            description = "why; whoever comes next reads it")
                    String reason) {
        Instant end = end(until);
        if (end == null) {
            System.err.println("clearlane routes: --until is 2h, 30m, 3d, or a time such as 2026-12-24T18:00:00Z");
            return Main.USAGE;
        }
        return act(id, "suspended", reason, tx -> RouteControl.suspend(tx, id, end, WHO, reason));
    }

    @Command(
            name = "test",
            description = {
                "Opens the payer's connection and does the least that proves it lives. It never sends a claim.",
                "Exit code 1 when the connection does not work."
            })
    Integer test(
            @Parameters(paramLabel = "PAYER", description = "its id in config/payers") String id,
            @Option(
                            names = "--config",
                            paramLabel = "DIR",
                            description = "as given to serve (default: config beside the launcher)")
                    Path config) {
        Map<String, PayerProfile> payers =
                Profiles.load(config == null ? Home.config() : config, System.getenv()).payers().stream()
                        .collect(Collectors.toMap(PayerProfile::id, payer -> payer));
        RouteControl.Tested tested = access.with(ledger -> {
            try (PayerConnectionsInUse connections = new PayerConnectionsInUse(
                    payers,
                    payer -> PayerConnections.open(payer, ledger.clock(), new SecretResolver(System::getenv)))) {
                return new RouteControl(ledger, connections).test(id, WHO);
            }
        });
        Told.outcome(
                json,
                id,
                tested.works() ? "works" : "does not work",
                Map.of("said", tested.words(), "tookMs", tested.took().toMillis()),
                "%s %s: %s (%d ms)"
                        .formatted(
                                id,
                                tested.works() ? "works" : "does not work",
                                tested.words(),
                                tested.took().toMillis()));
        return tested.works() ? 0 : Main.JUDGED_BAD;
    }

    @FunctionalInterface
    private interface Deeds {
        boolean in(Tx tx) throws SQLException;
    }

    private Integer act(String id, String done, String reason, Deeds deeds) {
        boolean changed = access.with(ledger -> ledger.transact(tx -> {
            boolean did = deeds.in(tx);
            if (did) {
                AuditTrail.write(tx, new Deed(WHO, "COMMAND", null, "route." + done, id, Outcome.DONE, reason, ""));
            }
            return did;
        }));
        Told.outcome(
                json,
                id,
                changed ? done : "unchanged",
                changed ? id + " is " + done : id + " is so already; nothing was changed");
        return 0;
    }

    private static Instant end(String text) {
        try {
            if (text.matches("[0-9]{1,5}[mh]")) {
                return Instant.now().plus(Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT)));
            }
            if (text.matches("[0-9]{1,3}d")) {
                return Instant.now().plus(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))));
            }
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
