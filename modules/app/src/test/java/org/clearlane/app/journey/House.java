package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.clearlane.app.custody.CustodyCommand;
import org.clearlane.app.demo.DemoPayers;
import org.clearlane.app.serve.Service;
import org.clearlane.app.serve.ServiceSettings;
import org.clearlane.custody.CustodyReport;
import org.clearlane.simulator.JournaledClaim;
import org.clearlane.simulator.PayerSimulator;
import org.clearlane.simulator.SimulatorSettings;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.ledger.Ledger;

/** The whole clearinghouse with its simulated payers, running in this process for as long as the tests of a class. */
final class House implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Path data;
    private final PayerSimulator payers;
    private final Service service;
    private final LedgerLook look;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();

    private House(Path folder) throws IOException {
        data = folder.resolve("data");
        Path config = JourneyConfig.write(folder.resolve("config"));
        payers = PayerSimulator.start(
                SimulatorSettings.parse(JourneyPayers.settings(), folder).withData(data.resolve("simulator")),
                Clock.systemUTC());
        service = Service.start(
                new ServiceSettings(
                        data,
                        config,
                        config,
                        DemoPayers.placeholders(payers.endpoints(), data.resolve("secrets/payers")),
                        "127.0.0.1",
                        0,
                        null,
                        null),
                Clock.systemUTC());
        look = new LedgerLook(service.ledger());
    }

    /** Starts everything under this folder. */
    static House start(Path folder) throws IOException {
        return new House(folder);
    }

    /** Where people find the console. */
    String console() {
        return "http://127.0.0.1:" + service.port();
    }

    LedgerLook look() {
        return look;
    }

    /** The address of a page. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    /** The clearinghouse itself. */
    Service service() {
        return service;
    }

    Ledger ledger() {
        return service.ledger();
    }

    PayerSimulator payers() {
        return payers;
    }

    /** The folder of edits, rules and profiles the service runs with. */
    Path config() {
        return data.resolveSibling("config");
    }

    /** The service looks now whether rules changed, which by itself it does every few seconds. */
    void takeUpChanges() {
        service.takeUpChanges();
    }

    /** The service's data folder. */
    Path data() {
        return data;
    }

    Path archive() {
        return data.resolve("archive");
    }

    Path inbox(String practice) {
        return service.inbox().resolve(practice);
    }

    static ConditionFactory patiently(String what) {
        return await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    /** Puts bytes into a practice's folder as a careful program does: under another name first. */
    void drop(String practice, String name, byte[] bytes) throws IOException {
        Path inbox = Files.createDirectories(inbox(practice));
        Path part = inbox.resolve(name + ".part");
        Files.write(part, bytes);
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void drop(ClaimFile file) throws IOException {
        drop(file.practice(), nameOf(file), file.bytes());
    }

    static String nameOf(ClaimFile file) {
        return "claims-" + file.control() + ".edi";
    }

    /** Puts a file into its folder and waits until it is judged; returns its id. */
    String dropAndAwaitJudged(ClaimFile file) throws IOException {
        drop(file);
        return awaitJudged(file);
    }

    /** Waits until a file is judged; returns its id. */
    String awaitJudged(ClaimFile file) {
        patiently("judged")
                .until(() -> look.number(
                                "select count(*) from files where practice_id = ? and state = 'JUDGED'"
                                        + " and sha256 = encode(sha256(?), 'hex')",
                                file.practice(),
                                file.bytes())
                        == 1);
        return fileOf(file);
    }

    /** The file with these bytes, or null. */
    String fileOf(ClaimFile file) {
        List<String> found = look.texts(
                "select id from files where practice_id = ? and sha256 = encode(sha256(?), 'hex')",
                file.practice(),
                file.bytes());
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Waits until all claims of a file are in this state. */
    void awaitStates(String fileId, String state) {
        patiently("all claims " + state)
                .untilAsserted(
                        () -> assertThat(look.states(fileId)).isNotEmpty().containsOnly(state));
    }

    /** The claims of this file that payers took, each as often as it was taken. */
    List<String> taken(ClaimFile file) {
        List<String> numbers = file.numbers();
        return payers.payers().stream()
                .flatMap(payer -> payers.claims(payer).stream())
                .map(JournaledClaim::pcn)
                .filter(numbers::contains)
                .toList();
    }

    /** The answers to a file, delivered, of this kind: TA1, 999, 277CA, NOTICE, FINDINGS. */
    List<String> answersTo(String fileId, String kind) {
        return look
                .texts(
                        "select practice_id || '/' || name from deliveries where file_id = ? and kind = ?"
                                + " and delivered_at is not null order by id",
                        fileId,
                        kind)
                .stream()
                .map(name -> read(service.mailbox().resolve(name)))
                .toList();
    }

    /** Waits for the only answer of this kind. */
    String awaitAnswer(String fileId, String kind) {
        return patiently(kind + " of " + fileId)
                .until(() -> answersTo(fileId, kind), answers -> answers.size() == 1)
                .getFirst();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A practice's API key. */
    String key(String practice) {
        return keys.computeIfAbsent(practice, id -> ledger().transact(tx -> ApiKeys.create(tx, id)));
    }

    /** Asks the API. {@code headers} are names and values in turn. */
    HttpResponse<String> ask(String method, String path, byte[] body, String... headers) throws Exception {
        return ask(
                method,
                path,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body),
                headers);
    }

    private HttpResponse<String> ask(String method, String path, HttpRequest.BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            problems.add(answer.body());
        }
        return answer;
    }

    /** Hands a file in by the API. */
    HttpResponse<String> post(String practice, String idempotencyKey, byte[] body) throws Exception {
        return ask(
                "POST",
                "/v1/files",
                body,
                "Authorization",
                "Bearer " + key(practice),
                "Idempotency-Key",
                idempotencyKey);
    }

    /** The same without saying beforehand how long it is. */
    HttpResponse<String> postStream(String practice, String idempotencyKey, byte[] body) throws Exception {
        return ask(
                "POST",
                "/v1/files",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Authorization",
                "Bearer " + key(practice),
                "Idempotency-Key",
                idempotencyKey);
    }

    /** Every problem the API has told so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Waits until nobody has anything left to do. */
    void awaitQuiet() {
        patiently("quiet").until((Callable<Boolean>) () -> payers.isQuiet()
                && JourneyPayers.uncollected(data.resolve("simulator")).isEmpty()
                && look.unsettled() == 0);
    }

    CustodyReport custody() throws Exception {
        return CustodyCommand.check(service.database(), data);
    }

    Path mailbox(String practice) {
        return service.mailbox().resolve(practice);
    }

    static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        client.close();
        service.close();
        payers.close();
    }
}
