package org.clearlane.simulator;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One payer by folder for tests about what it does, whatever the transport. */
final class FolderPayer implements AutoCloseable {

    static final String ID = "NWH01";

    private final PayerSimulator simulator;
    private final PayerEndpoint.Folder endpoint;
    private final Path data;

    private FolderPayer(SimulatorSettings settings, Clock clock) throws IOException {
        simulator = PayerSimulator.start(settings, clock);
        endpoint = (PayerEndpoint.Folder) simulator.endpoint(ID);
        data = settings.data();
    }

    static FolderPayer start(Path data, String more) throws IOException {
        return start(data, more, 7, Clock.systemUTC());
    }

    static FolderPayer start(Path data, String more, long seed, Clock clock) throws IOException {
        return new FolderPayer(settings(data, more, seed), clock);
    }

    /** Settings of one payer without delays; {@code more} adds or replaces nothing but adds keys of the payer. */
    static SimulatorSettings settings(Path data, String more, long seed) {
        String delays = more.contains("delays:") ? "" : "    delays: {TA1: 0, \"999\": 0, 277CA: 0, \"835\": 0}\n";
        String yaml = "seed: " + seed + "\npayers:\n  - id: NWH01\n    payerIds: [NWH01]\n"
                + "    name: NORTHWIND HEALTH PLAN\n    transport: folder\n" + delays + more.indent(4);
        return SimulatorSettings.parse(yaml, data).withData(data);
    }

    PayerSimulator simulator() {
        return simulator;
    }

    Path data() {
        return data.resolve(ID);
    }

    FolderPayer drop(String name, byte[] file) throws IOException {
        Path part = endpoint.in().resolve(name + ".part");
        Files.write(part, file);
        Files.move(part, endpoint.in().resolve(name));
        return this;
    }

    /** Waits until the payer has nothing left to do. */
    FolderPayer settle() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(simulator::isQuiet);
        return this;
    }

    void awaitJournal(int lines) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> simulator.journal(ID).size() == lines);
    }

    /** The bytes of everything handed out, in the order in which it was. */
    List<byte[]> files() {
        try (Stream<Path> files = Files.list(endpoint.out())) {
            return files.sorted().map(FolderPayer::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Answer> answers() {
        return files().stream().filter(Answer::isX12).map(Answer::new).toList();
    }

    List<Answer> answers(String kind) {
        return answers().stream().filter(answer -> answer.kind().equals(kind)).toList();
    }

    Answer answer(String kind) {
        List<Answer> found = answers(kind);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " answers of kind " + kind);
        }
        return found.getFirst();
    }

    List<String> kinds() {
        return answers().stream().map(Answer::kind).toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
