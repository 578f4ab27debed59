package org.clearlane.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clearlane.access.Account;
import org.clearlane.access.Links;
import org.clearlane.access.OidcSignIn;
import org.clearlane.access.Role;
import org.clearlane.access.SecretBox;
import org.clearlane.access.SignIn;
import org.clearlane.access.SignIn.Result;
import org.clearlane.access.Staff;
import org.clearlane.access.TimeCodes;
import org.clearlane.access.Visitor;
import org.clearlane.api.ApiDoor;
import org.clearlane.api.HttpServer;
import org.clearlane.api.PracticeView;
import org.clearlane.console.web.Reads;
import org.clearlane.model.directory.Practice;
import org.clearlane.pipeline.posting.PostRemittances;
import org.clearlane.store.Ids;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Practices;
import org.clearlane.store.people.People;
import org.clearlane.webhooks.AddressGuard;
import org.clearlane.webhooks.WebhookEndpoints;

/**
 * A console over a ledger of its own, with two practices and somebody in every role; {@link #browser} signs in as one of
 * them. One for all tests of a run.
 */
final class ConsoleHouse implements AutoCloseable {

    static final String PASSWORD = "three tall pine trees";

    private final Path folder;
    private final Database database;
    private final MovingClock clock = new MovingClock();
    private final Ledger ledger;
    private final SignIn signIn;
    private final Archive archive;
    private final HouseMeans means;
    private final HttpServer server;
    private final List<Practice> practices;
    private final SecretBox box;
    private final WebhookEndpoints webhooks;
    private final ToldPayer payer = new ToldPayer();
    private final Map<String, byte[]> secrets = new HashMap<>();

    private ConsoleHouse() throws IOException {
        folder = Files.createTempDirectory("console");
        database = Database.open(folder, null);
        ledger = new Ledger(database.pipeline(), clock, new Ids(clock));
        practices = List.of(
                new Practice(
                        "lakeside",
                        "Lakeside Family",
                        Set.of("L"),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        ZoneId.of("America/Chicago")),
                new Practice("harbor", "Harbor Pediatrics", Set.of("H"), Set.of(), Set.of()));
        ledger.run(tx -> Practices.know(tx, practices));
        box = SecretBox.in(folder.resolve("secrets"));
        webhooks = new WebhookEndpoints(ledger, box, new AddressGuard(List.of()));
        signIn = new SignIn(ledger, box);
        archive = new Archive(folder.resolve("archive"));
        means = new HouseMeans(ledger, archive);
        server = serve(signIn, null);
        people();
    }

    /** Serves the same house by another door: with an identity provider, or null for none. The caller closes. */
    HttpServer serve(SignIn door, OidcSignIn oidc) {
        return serve(door, oidc, false);
    }

    /** The same, as if a proxy with TLS stood in front. */
    HttpServer serve(SignIn door, OidcSignIn oidc, boolean secure) {
        return HttpServer.start(
                "127.0.0.1",
                0,
                1_000_000,
                List::of,
                List.of(
                        api(),
                        new ConsoleDoor(new ConsoleMeans(
                                ledger,
                                archive,
                                new Reads(database.api(), database.auditor()),
                                door,
                                oidc,
                                means.money(),
                                List.of("northwind", "cedar-point"),
                                practices,
                                new Account(ledger, box),
                                webhooks,
                                means.corrections(),
                                means.routeControl(payer),
                                secure))));
    }

    /** The API of this house, without its judge. */
    ApiDoor api() {
        return means.api(new PracticeView(database.api()));
    }

    /** What counts remittances of this house. */
    PostRemittances posting() {
        return means.posting();
    }

    /** The payer that all payers of this house are. */
    ToldPayer payer() {
        return payer;
    }

    static ConsoleHouse open() throws IOException {
        return new ConsoleHouse();
    }

    private void people() {
        Links links = new Links(ledger);
        Result.Begun first = (Result.Begun) links.setUp(
                links.setUpLink().orElseThrow(), "olga@example.org", "Olga Operator", PASSWORD, "127.0.0.1");
        Visitor olga = enrolled("olga", first);
        Staff staff = new Staff(ledger);
        for (Object[] each : new Object[][] {
            {"bea", Role.BILLER, List.of("lakeside")},
            {"pat", Role.PRACTICE_ADMIN, List.of("lakeside")},
            {"hal", Role.BILLER, List.of("harbor")},
            {"two", Role.BILLER, List.of("harbor", "lakeside")},
            {"ada", Role.AUDITOR, List.of()}
        }) {
            String name = (String) each[0];
            @SuppressWarnings("unchecked")
            List<String> theirs = (List<String>) each[2];
            String link = staff.invite(olga, name + "@example.org", "Zz" + name, (Role) each[1], theirs)
                    .token();
            enrolled(name, (Result.Begun) links.join(link, PASSWORD, "127.0.0.1"));
        }
    }

    private Visitor enrolled(String name, Result.Begun half) {
        byte[] secret = signIn.offerSecret(half.cookie()).orElseThrow();
        secrets.put(name, secret);
        Result.Begun in =
                (Result.Begun) signIn.enrol(half.cookie(), TimeCodes.codeAt(secret, clock.instant()), "127.0.0.1");
        return signIn.visitor(in.cookie(), "127.0.0.1").orElseThrow();
    }

    /** Where it listens. */
    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Where it listens on this machine. */
    int port() {
        return server.port();
    }

    /** Every route of the running server, as {@code POST /claims/{id}/note}. */
    List<String> routes() {
        return server.routes();
    }

    /** A browser in which nobody is signed in. */
    Browser browser() {
        return new Browser("http://127.0.0.1:" + server.port());
    }

    /** A browser in which somebody is signed in: olga operates, ada audits, bea bills and pat administers for Lakeside, hal bills for Harbor, two for both. */
    Browser browser(String name) throws Exception {
        Browser browser = browser();
        browser.post("/sign-in", "email", name + "@example.org", "password", PASSWORD);
        browser.post("/sign-in/code", "code", nextCode(name));
        return browser;
    }

    /** A code that was not used before. */
    String nextCode(String name) {
        clock.move(Duration.ofSeconds(31));
        return TimeCodes.codeAt(secrets.get(name), clock.instant());
    }

    Ledger ledger() {
        return ledger;
    }

    Database database() {
        return database;
    }

    Path folder() {
        return folder;
    }

    Archive archive() {
        return archive;
    }

    /** The identifier of one of the people. */
    String personId(String name) {
        return ledger.transact(tx -> People.byEmail(tx, name + "@example.org"))
                .orElseThrow()
                .id();
    }

    MovingClock clock() {
        return clock;
    }

    SignIn signIn() {
        return signIn;
    }

    @Override
    public void close() throws IOException {
        server.close();
        database.shutDown();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
