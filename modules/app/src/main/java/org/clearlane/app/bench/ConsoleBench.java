package org.clearlane.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearlane.access.Links;
import org.clearlane.access.Role;
import org.clearlane.access.SignIn;
import org.clearlane.access.SignIn.Result;
import org.clearlane.access.Staff;
import org.clearlane.access.TimeCodes;
import org.clearlane.access.Visitor;
import org.clearlane.app.Home;
import org.clearlane.app.Told;
import org.clearlane.app.serve.Service;
import org.clearlane.app.serve.ServiceSettings;
import org.clearlane.store.database.DatabaseSecrets;

/**
 * The list pages of the console over a {@link GeneratedLedger}, asked for over HTTP from the running service by a biller and
 * an operator, one request after another. Pages are found in the navigation, so a new one is measured without being named.
 */
final class ConsoleBench {

    private static final long MOST_MILLIS = 200;
    private static final int MOST_BYTES = 100_000;
    private static final String PASSWORD = "three tall pine trees";
    private static final List<String> NPIS = List.of("2000000010", "2000000028");
    private static final String HERE = "127.0.0.1";

    private final Path folder;
    private final PrintStream out;
    private final PrintStream messages;

    /** A measurement in a folder of its own. */
    ConsoleBench(Path folder, PrintStream out, PrintStream messages) {
        this.folder = folder;
        this.out = out;
        this.messages = messages;
    }

    /** What came of asking for one page again and again. */
    record Measured(String who, String page, double median, double p95, double most, int bytes, boolean pass) {}

    /** Fills, asks, prints. */
    void run(int claims, int times, boolean json) throws Exception {
        Clock clock = Clock.systemUTC();
        Path data = folder.resolve("data");
        try (Service service = Service.start(
                new ServiceSettings(data, Home.config(), profiles(), Map.of(), HERE, 0, null, null), clock)) {
            long start = System.nanoTime();
            new GeneratedLedger(service.database(), DatabaseSecrets.in(data.resolve("secrets")))
                    .fill(claims, clock.instant());
            messages.printf(Locale.ROOT, "%,d claims written in %.1f s%n", claims, (System.nanoTime() - start) / 1e9);
            String root = "http://" + HERE + ":" + service.port();
            Visits operator = new Visits(root, setUp(service));
            Visits biller = new Visits(root, invited(service, operator.cookie()));
            List<Measured> all = new ArrayList<>();
            all.addAll(measure("biller", biller, times));
            all.addAll(measure("operator", operator, times));
            print(all, claims, times, json);
        }
    }

    private Path profiles() throws IOException {
        Path profiles = folder.resolve("profiles");
        Files.createDirectories(profiles.resolve("practices"));
        Files.createDirectories(profiles.resolve("payers"));
        for (int i = 0; i < GeneratedLedger.PRACTICES.size(); i++) {
            String practice = GeneratedLedger.PRACTICES.get(i);
            Files.writeString(
                    profiles.resolve("practices/" + practice + ".yaml"),
                    "name: %s\nsenderIds: [%s]\nnpis: [\"%s\"]\ntaxIds: [\"99000000%d\"]\n"
                            .formatted(practice, practice.substring(6).toUpperCase(Locale.ROOT), NPIS.get(i), i + 1));
        }
        for (String payer : GeneratedLedger.PAYERS) {
            Path to = Files.createDirectories(folder.resolve("payers/" + payer + "/to"));
            Path from = Files.createDirectories(folder.resolve("payers/" + payer + "/from"));
            String id = payer.substring(6).toUpperCase(Locale.ROOT);
            Files.writeString(
                    profiles.resolve("payers/" + payer + ".yaml"),
                    """
                    name: %s
                    payerIds: [%s]
                    envelope: {senderId: CLEARLANE, receiverId: %s}
                    connection:
                      kind: folder
                      settings: {outbound: %s, inbound: %s}
                    """
                            .formatted(payer, id, id, to, from));
        }
        return profiles;
    }

    private static String setUp(Service service) {
        String token = service.setUpLink().orElseThrow().replaceAll(".*/", "");
        return enrolled(
                service, new Links(service.ledger()).setUp(token, "olga@example.org", "Olga Operator", PASSWORD, HERE));
    }

    private static String invited(Service service, String operator) {
        Visitor olga = service.signIn().visitor(operator, HERE).orElseThrow();
        String token = new Staff(service.ledger())
                .invite(
                        olga,
                        "bea@example.org",
                        "Bea Biller",
                        Role.PRACTICE_ADMIN,
                        List.of(GeneratedLedger.PRACTICES.getFirst()))
                .token();
        return enrolled(service, new Links(service.ledger()).join(token, PASSWORD, HERE));
    }

    private static String enrolled(Service service, Result half) {
        SignIn door = service.signIn();
        String cookie = ((Result.Begun) half).cookie();
        byte[] secret = door.offerSecret(cookie).orElseThrow();
        Result in = door.enrol(
                cookie, TimeCodes.codeAt(secret, service.ledger().clock().instant()), HERE);
        return ((Result.Begun) in).cookie();
    }

    private List<Measured> measure(String who, Visits visits, int times) throws Exception {
        List<Measured> all = new ArrayList<>();
        for (String page : visits.listPages()) {
            all.add(measure(who, page, visits, times));
            messages.print('.');
            messages.flush();
        }
        messages.println();
        return all;
    }

    private static Measured measure(String who, String page, Visits visits, int times) throws Exception {
        for (int i = 0; i < times / 10; i++) {
            visits.ask(page);
        }
        double[] millis = new double[times];
        int bytes = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            bytes = Math.max(bytes, visits.ask(page).length);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        java.util.Arrays.sort(millis);
        double p95 = millis[(int) Math.ceil(times * 0.95) - 1];
        return new Measured(
                who,
                page,
                rounded(millis[times / 2]),
                rounded(p95),
                rounded(millis[times - 1]),
                bytes,
                p95 <= MOST_MILLIS && bytes <= MOST_BYTES);
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    private void print(List<Measured> all, int claims, int times, boolean json) {
        if (json) {
            out.println(Told.json(all));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%,d claims, each page %d times; budget: 95 of 100 within %d ms, %,d bytes%n",
                claims,
                times,
                MOST_MILLIS,
                MOST_BYTES);
        out.println("who        median ms     p95     max     bytes        page");
        for (Measured each : all) {
            out.printf(
                    Locale.ROOT,
                    "%-8s %11.1f %7.1f %7.1f %9d  %s  %s%n",
                    each.who(),
                    each.median(),
                    each.p95(),
                    each.most(),
                    each.bytes(),
                    each.pass() ? "PASS" : "FAIL",
                    each.page());
        }
        long failed = all.stream().filter(each -> !each.pass()).count();
        out.println(all.size() + " pages, " + failed + " beyond the budget");
    }
}
