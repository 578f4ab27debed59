package org.clearlane.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.custody.CustodyCommand;
import org.clearlane.app.ledger.ClaimTimeline;
import org.clearlane.app.serve.Service;
import org.clearlane.app.serve.ServiceSettings;
import org.clearlane.custody.CustodyReport;
import org.clearlane.model.Money;
import org.clearlane.simulator.PayerSimulator;
import org.clearlane.simulator.SimulatorSettings;
import org.clearlane.store.ledger.ApiKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job from nothing, with every stage shown as it happens. Nothing in it is faked but the payers. */
@Command(
        name = "demo",
        description =
                "Shows the whole journey: samples in through the real doors, claims judged, sent to simulated payers"
                        + " by folder, SFTP and HTTPS, answered, paid, told back, and the custody proof.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DemoCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(50);
    private static final Duration SETTLED = Duration.ofSeconds(2);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/demo",
            description = "where it keeps everything (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "the API's port (default: any free one)")
    private int port;

    @Option(names = "--once", description = "stop when it is shown")
    private boolean once;

    private final Screen screen = new Screen(System.out);

    @Override
    public Integer call() throws Exception {
        Path samples = Home.samples().resolve("demo");
        Path folder = data.toAbsolutePath();
        screen.heading("Clearlane: a file in, every claim judged, sent, answered, paid and told back");
        try (PayerSimulator payers = PayerSimulator.start(
                SimulatorSettings.read(samples.resolve("simulator.yaml")).withData(folder.resolve("simulator")),
                Clock.systemUTC())) {
            screen.step("three simulated payers listen: by folder, by SFTP, by HTTPS");
            Map<String, String> values =
                    new HashMap<>(DemoPayers.placeholders(payers.endpoints(), folder.resolve("secrets/payers")));
            try (Service service = Service.start(
                    new ServiceSettings(folder, Home.config(), samples, values, "127.0.0.1", port, null, null),
                    Clock.systemUTC())) {
                screen.step("the clearinghouse is up: database, broker, routes, API on port " + service.port());
                boolean ok = run(samples, folder, payers, service);
                if (!once) {
                    screen.line("");
                    service.setUpLink()
                            .ifPresentOrElse(
                                    link -> screen.line("The console: open " + link
                                            + " to become its first operator (the link works once)."),
                                    () -> screen.line("The console: " + service.consoleUrl()));
                    screen.line("It stays up. Files go into " + service.inbox() + "/PRACTICE, answers come to "
                            + service.mailbox() + "/PRACTICE. Stop it with Ctrl-C.");
                    Thread.currentThread().join();
                }
                return ok ? 0 : Main.OURS_FAILED;
            }
        }
    }

    private boolean run(Path samples, Path folder, PayerSimulator payers, Service service) throws Exception {
        DemoLedger ledger = new DemoLedger(service.ledger());
        long before = ledger.arrivals();
        screen.heading("Files are handed in through the real doors");
        int handedIn = handIn(samples.resolve("files"), service);
        screen.heading("What happens to them, as it happens");
        boolean settled = watch(ledger, payers, before + handedIn);
        if (!settled) {
            screen.bad("Not everything has come to rest within " + LIMIT.toSeconds()
                    + " s; the sums below hold all the same.");
        }
        oneClaim(service, ledger);
        oneRejection(ledger);
        table(ledger);
        mailboxes(service);
        return custody(service, folder);
    }

    private int handIn(Path files, Service service) throws IOException, InterruptedException {
        int count = 0;
        for (Path practice : sorted(files)) {
            String id = practice.getFileName().toString();
            List<Path> all = sorted(practice);
            for (Path file : all) {
                boolean byApi = file.getFileName().toString().endsWith(".csv");
                if (byApi) {
                    post(service, id, file);
                } else {
                    drop(service, id, file, file.getFileName().toString());
                }
                count++;
            }
        }
        Path first = sorted(sorted(files).getFirst()).getFirst();
        drop(service, sorted(files).getFirst().getFileName().toString(), first, "again-" + first.getFileName());
        return count + 1;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void drop(Service service, String practice, Path file, String name) throws IOException {
        Path inbox = service.inbox().resolve(practice);
        Files.createDirectories(inbox);
        Path part = inbox.resolve(name + ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        screen.step("%s puts %s into its folder (%,d bytes)".formatted(practice, name, Files.size(file)));
    }

    private void post(Service service, String practice, Path file) throws IOException, InterruptedException {
        String key = service.ledger().transact(tx -> ApiKeys.create(tx, practice));
        String name = file.getFileName().toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/v1/files?name="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", "demo " + System.nanoTime())
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            screen.step("%s posts %s to the API: %d %s".formatted(practice, name, answer.statusCode(), answer.body()));
        }
    }

    /** Shows each stage when it grows, until nothing moves any more. */
    private boolean watch(DemoLedger ledger, PayerSimulator payers, long arrivals) throws InterruptedException {
        Map<String, DemoLedger.Stage> shown = new HashMap<>();
        long until = System.nanoTime() + LIMIT.toNanos();
        long quietSince = 0;
        while (System.nanoTime() < until) {
            boolean moved = false;
            for (Map.Entry<String, DemoLedger.Stage> stage : ledger.stages().entrySet()) {
                DemoLedger.Stage now = stage.getValue();
                if (now.count() > 0 && !now.equals(shown.put(stage.getKey(), now))) {
                    screen.step("%,6d %-42s %s"
                            .formatted(
                                    now.count(),
                                    stage.getKey(),
                                    now.amount().isZero() ? "" : "$" + grouped(now.amount())));
                    moved = true;
                }
            }
            boolean quiet = !moved && ledger.arrivals() >= arrivals && ledger.isQuiet() && payers.isQuiet();
            if (!quiet) {
                quietSince = 0;
            } else if (quietSince == 0) {
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > SETTLED.toNanos()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        return false;
    }

    private static String grouped(Money amount) {
        return "%,.2f".formatted(amount.toBigDecimal());
    }

    private void oneClaim(Service service, DemoLedger ledger) {
        screen.heading("One claim, from file to money");
        timeline(service, ledger.orderlyRoad());
        screen.heading("And one whose payer answered backwards, took its payment back and paid again");
        timeline(service, ledger.reversedRoad());
    }

    private void timeline(Service service, Optional<String> claimId) {
        claimId.flatMap(id -> service.ledger().transact(tx -> ClaimTimeline.find(tx, id)))
                .ifPresent(timeline -> screen.line(timeline.asText()));
    }

    private void oneRejection(DemoLedger ledger) {
        screen.heading("One refusal, in the words its biller reads");
        ledger.oneRejection().ifPresent(rejection -> {
            screen.line("Claim %s of %s over $%s was not sent."
                    .formatted(rejection.number(), rejection.practice(), grouped(rejection.charge())));
            screen.line("  Where:  " + rejection.place() + " of " + rejection.file());
            screen.line("  What:   " + rejection.message());
            screen.line("  Mend:   " + rejection.mend());
        });
    }

    private void table(DemoLedger ledger) {
        screen.heading("Where every claim is");
        String format = "%-22s %-14s %6s %12s %8s %5s %9s %5s %6s %12s";
        screen.line(format.formatted(
                "practice", "payer", "claims", "charged", "refused", "held", "payer no", "paid", "denied", "paid $"));
        for (String[] row : ledger.table()) {
            screen.line(format.formatted((Object[]) row));
        }
    }

    private void mailboxes(Service service) throws IOException {
        screen.heading("What each practice finds in its mailbox");
        for (Path practice : sorted(service.mailbox())) {
            Map<String, Integer> kinds = new java.util.TreeMap<>();
            for (Path file : sorted(practice)) {
                String name = file.getFileName().toString();
                kinds.merge(name.substring(name.indexOf('.') + 1), 1, Integer::sum);
            }
            List<String> words = new ArrayList<>();
            kinds.forEach((kind, count) -> words.add(count + " " + kind));
            screen.line("%-22s %s".formatted(practice.getFileName(), String.join(", ", words)));
        }
    }

    private boolean custody(Service service, Path folder) throws Exception {
        screen.heading("The proof: an independent checker reads ledger, archive and what the payers received");
        CustodyReport report = CustodyCommand.check(service.database(), folder);
        screen.line(report.toText());
        if (report.ok()) {
            screen.good("Custody holds: every claim and every cent is accounted for.");
        } else {
            screen.bad("Custody is broken.");
        }
        return report.ok();
    }
}
