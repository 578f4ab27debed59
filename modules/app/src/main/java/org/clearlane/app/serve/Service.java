package org.clearlane.app.serve;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.clearlane.access.Links;
import org.clearlane.access.SecretBox;
import org.clearlane.access.SignIn;
import org.clearlane.api.HttpServer;
import org.clearlane.api.Readiness;
import org.clearlane.app.Main;
import org.clearlane.app.custody.CustodyRound;
import org.clearlane.app.judging.JudgementFolder;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.bank.BankFiles;
import org.clearlane.connections.PayerConnections;
import org.clearlane.connections.SecretResolver;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.pipeline.Step;
import org.clearlane.pipeline.WorkDriver;
import org.clearlane.pipeline.answers.ApplyAnswer;
import org.clearlane.pipeline.answers.CollectAnswers;
import org.clearlane.pipeline.bank.Reassociate;
import org.clearlane.pipeline.bank.TakeBankFile;
import org.clearlane.pipeline.dispatch.BatchClaims;
import org.clearlane.pipeline.dispatch.PayerConnectionsInUse;
import org.clearlane.pipeline.dispatch.RouteControl;
import org.clearlane.pipeline.dispatch.SendInterchange;
import org.clearlane.pipeline.figures.MoneyFigures;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.pipeline.judging.JudgeFile;
import org.clearlane.pipeline.mailbox.DeliverToMailbox;
import org.clearlane.pipeline.posting.PostRemittances;
import org.clearlane.pipeline.posting.PracticeParts;
import org.clearlane.profiles.Profiles;
import org.clearlane.routes.BankDoor;
import org.clearlane.routes.BankRoutes;
import org.clearlane.routes.ClockRoutes;
import org.clearlane.routes.CompleteFiles;
import org.clearlane.routes.EmbeddedBroker;
import org.clearlane.routes.FolderDoor;
import org.clearlane.routes.FolderRoutes;
import org.clearlane.routes.OutboxRelay;
import org.clearlane.routes.RouteEngine;
import org.clearlane.routes.StepRoutes;
import org.clearlane.store.Ids;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.Figures;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Mailbox;
import org.clearlane.store.ledger.Partitions;
import org.clearlane.store.ledger.PayerRoutes;
import org.clearlane.store.ledger.Practices;
import org.clearlane.telemetry.LedgerLook;
import org.clearlane.telemetry.Metrics;
import org.clearlane.telemetry.PartsReady;
import org.clearlane.webhooks.AddressGuard;
import org.clearlane.webhooks.WebhookRound;

/**
 * The whole clearinghouse, started and stopped. Everything is wired here and nowhere else; what does not start leaves
 * nothing running behind.
 */
public final class Service implements AutoCloseable {

    private static final long LARGEST_ANSWER = 1L << 31;
    /** How soon changed rules, edits and switches are taken up. */
    private static final Duration EDITION_LOOK = Duration.ofSeconds(5);

    /** How soon the end of a suspension and a due check of a connection are noticed. */
    private static final Duration ROUTE_LOOK = Duration.ofSeconds(1);

    private static final Duration CUT_OFF_GRACE = Duration.ofMinutes(2);
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofDays(1);
    /** Longer than any file takes to judge: a message relayed while its work is under way keeps a second consumer waiting. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(10);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final Ledger ledger;
    private final Database database;
    private final Archive archive;
    private final EditionInForce edition;
    private final Profiles profiles;
    private final FileIntake intake;
    private final HttpServer http;
    private final SignIn signIn;
    private final Metrics metrics;
    private final String publicUrl;
    private final Path shared;
    private RouteControl routeControl;

    private Service(ServiceSettings settings, Clock clock) {
        this.shared = settings.shared();
        ServiceConfig config = ServiceConfig.load(settings.config().resolve("application.yaml"));
        this.profiles = Profiles.load(settings.profiles(), settings.placeholders());
        String node = NodeId.in(settings.data());
        JudgementFolder folder = new JudgementFolder(settings.config(), settings.profiles());
        // Guides, edits and formats take as long to load as a database takes to start: both at the same time.
        CompletableFuture<JudgementParts> loading =
                CompletableFuture.supplyAsync(() -> JudgementParts.load(folder, profiles, clock));
        try {
            this.database = Database.open(settings.data(), shared, settings.databaseUrl());
            open.push(database::shutDown);
            this.ledger = new Ledger(database.pipeline(), clock, new Ids(clock));
            this.archive = new Archive(shared.resolve("archive"));
            ledger.run(tx -> {
                Partitions.ensure(tx);
                Practices.know(tx, profiles.practices());
                PayerRoutes.know(tx, profiles.payers());
            });
            JudgementParts judgement = opened(loaded(loading));
            this.edition = new EditionInForce(folder, profiles, ledger, archive, judgement.judgement());
            String brokerUrl = settings.brokerUrl() == null
                    ? opened(EmbeddedBroker.start(settings.data().resolve("broker")))
                            .url()
                    : settings.brokerUrl();
            this.intake = new FileIntake(ledger, archive, config.largestFileBytes());
            RouteEngine engine = opened(new RouteEngine(brokerUrl));
            this.metrics = opened(watch());
            Readiness parts = opened(new PartsReady(clock)
                    .with("The database does not answer.", database::answers)
                    .with("The broker does not answer.", engine::answers));
            addRoutes(engine, config, judgement, node);
            engine.start();
            ready.set(true);
            SecretBox box = SecretBox.in(shared.resolve("secrets"));
            this.signIn = new SignIn(
                    ledger, box, config.oidc() == null || config.oidc().practicesSignInLocally());
            this.publicUrl = config.publicUrl();
            this.http = opened(HttpServer.start(
                    settings.host(),
                    settings.port(),
                    config.largestFileBytes(),
                    () -> ready.get() ? parts.missing() : List.of("This node is starting or stopping."),
                    new FrontDoors(ledger, database, archive, profiles, config, judgement)
                            .open(new FrontDoors.Inside(intake, signIn, box, edition, routeControl, metrics))));
        } catch (RuntimeException e) {
            close();
            loading.thenAccept(JudgementParts::close);
            throw e;
        }
    }

    private static JudgementParts loaded(CompletableFuture<JudgementParts> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Starts everything. */
    public static Service start(ServiceSettings settings, Clock clock) {
        return new Service(settings, clock);
    }

    private Metrics watch() {
        Metrics watching =
                new Metrics(new LedgerLook(ledger.clock(), database::figures, database::imbalance), Main.VERSION);
        watching.pools(database::pools);
        watching.freeSpace(shared.toFile());
        return watching;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private void addRoutes(RouteEngine engine, ServiceConfig config, JudgementParts judgement, String node) {
        ClearinghouseIdentity us =
                new ClearinghouseIdentity(config.name(), config.id(), config.contact(), config.phone());
        Map<String, PayerProfile> payers =
                profiles.payers().stream().collect(Collectors.toMap(PayerProfile::id, payer -> payer));
        PayerConnectionsInUse connections = opened(new PayerConnectionsInUse(
                payers, payer -> PayerConnections.open(payer, ledger.clock(), new SecretResolver(System::getenv))));
        this.routeControl = new RouteControl(ledger, connections);
        OutboxRelay relay = new OutboxRelay(ledger, engine.connections(), LOST_AFTER);
        relay.relayAllUndone();
        engine.add(new StepRoutes(
                steps(config, judgement, us, connections),
                Map.of(FileIntake.QUEUE, config.judges()),
                new WorkDriver(ledger)));
        engine.add(rounds(config, us, connections, relay, node));
        Path inbox = shared.resolve("inbox");
        FolderDoor door = new FolderDoor(intake, ledger);
        engine.add(new FolderRoutes(
                inbox,
                profiles.practices(),
                door,
                config.folderStableFor(),
                new CompleteFiles(ledger.clock(), CUT_OFF_GRACE)));
        TakeBankFile bank = new TakeBankFile(ledger, archive, new BankFiles(judgement.banks()), profiles);
        engine.add(new BankRoutes(shared.resolve("bank"), new BankDoor(bank, ledger), config.folderStableFor()));
        engine.add(new ClockRoutes()
                .every(Duration.ofSeconds(30), "money.reassociate", new Reassociate(ledger, profiles)::round)
                .every(MoneyFigures.EVERY, "money.figures", new MoneyFigures(ledger)::round)
                .every(
                        Duration.ofSeconds(30),
                        "inbound.folder.unknown",
                        () -> door.noteUnknownFolders(
                                inbox,
                                profiles.practices().stream().map(Practice::id).collect(Collectors.toSet()))));
    }

    private Map<String, Step> steps(
            ServiceConfig config,
            JudgementParts judgement,
            ClearinghouseIdentity us,
            PayerConnectionsInUse connections) {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put(FileIntake.QUEUE, new JudgeFile(ledger, archive, edition, judgement.formats(), profiles, us));
        steps.put(Mailbox.QUEUE, new DeliverToMailbox(ledger, archive, shared.resolve("mailbox")));
        PracticeParts parts = new PracticeParts(profiles, archive, judgement.adjustmentLabels(), us.id());
        steps.put(
                AnswerLedger.QUEUE,
                new ApplyAnswer(ledger, archive, connections, new PostRemittances(profiles, archive, parts)));
        SendInterchange send = new SendInterchange(ledger, archive, connections, config.firstInquiryAfter());
        for (PayerProfile payer : profiles.payers()) {
            steps.put(SendInterchange.queueOf(payer.id()), send);
        }
        steps.replaceAll(metrics::measured);
        return steps;
    }

    private ClockRoutes rounds(
            ServiceConfig config,
            ClearinghouseIdentity us,
            PayerConnectionsInUse connections,
            OutboxRelay relay,
            String node) {
        ClockRoutes rounds = new ClockRoutes()
                .every(config.relayEvery(), "outbox.relay", relay::relay)
                .every(LOST_AFTER.dividedBy(2), "outbox.relay.lost", relay::relayLost)
                .every(Duration.ofMinutes(1), "figures.add-up", () -> ledger.run(Figures::addUp))
                .every(EDITION_LOOK, "rules.changed", edition::look)
                .every(ROUTE_LOOK, "payers.watch", routeControl::watch)
                .every(Duration.ofHours(1), "custody.look", new CustodyRound(ledger, database, shared, node)::look)
                .every(Duration.ofHours(6), "ledger.partitions", () -> ledger.run(Partitions::ensure))
                .every(
                        Duration.ofHours(6),
                        "archive.sweep",
                        () -> archive.sweep(ledger.clock().instant().minus(LEFT_BEHIND_AFTER)));
        WebhookRound webhooks = opened(new WebhookRound(
                ledger,
                SecretBox.in(shared.resolve("secrets")),
                new AddressGuard(config.webhooksAllow()),
                config.publicUrl() == null ? "" : config.publicUrl(),
                new SecureRandom()));
        rounds.every(Duration.ofSeconds(1), "webhooks.send", webhooks::run)
                .every(Duration.ofHours(6), "webhooks.sweep", webhooks::sweep);
        BatchClaims batches = new BatchClaims(ledger, archive, us);
        CollectAnswers collect = new CollectAnswers(ledger, archive, connections, node, LARGEST_ANSWER);
        for (PayerProfile payer : profiles.payers()) {
            rounds.every(config.batchLookEvery(), "dispatch.batch." + payer.id(), () -> batches.allDueFor(payer));
            rounds.every(
                    payer.connection().pollInterval(), "inbound.collect." + payer.id(), () -> collect.from(payer.id()));
        }
        return rounds;
    }

    /** Takes up changed rules, edits and switches now instead of within seconds. */
    public void takeUpChanges() {
        edition.look();
    }

    /** What this node tells whoever is on call. */
    public Metrics metrics() {
        return metrics;
    }

    /** The port of the API. */
    public int port() {
        return http.port();
    }

    /** Where people find the console. */
    public String consoleUrl() {
        return publicUrl != null ? publicUrl : "http://127.0.0.1:" + port();
    }

    /** A link by which the first operator makes themselves known, as long as nobody is; each call ends the link before. */
    public Optional<String> setUpLink() {
        return new Links(ledger).setUpLink().map(token -> consoleUrl() + "/join/" + token);
    }

    public SignIn signIn() {
        return signIn;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Database database() {
        return database;
    }

    public Archive archive() {
        return archive;
    }

    public Profiles profiles() {
        return profiles;
    }

    /** The folder practices put files into, one folder a practice. */
    public Path inbox() {
        return shared.resolve("inbox");
    }

    /** The folder practices find their answers in, one folder a practice. */
    public Path mailbox() {
        return shared.resolve("mailbox");
    }

    /** Stops everything in the opposite order; work under way is finished or rolled back. */
    @Override
    public void close() {
        ready.set(false);
        Throwable first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                first = first == null ? e : first;
            }
        }
        if (first instanceof RuntimeException e) {
            throw e;
        }
    }
}
