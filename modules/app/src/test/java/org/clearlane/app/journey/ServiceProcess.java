package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.model.CrashPoint;

/** The service as an operator runs it: {@code clearlane serve} in a process of its own. */
final class ServiceProcess {

    private static final Pattern READY = Pattern.compile("Clearlane takes files on port (\\d+)");

    private final Process process;
    private final Path log;
    private final Instant started = Instant.now();

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param environment where the payers listen today
     */
    static ServiceProcess start(Path data, Path config, Map<String, String> environment, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dclearlane.home=" + JourneyConfig.ROOT));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ArmedService.class.getName(), "serve"));
        command.addAll(List.of("--data", data.toString(), "--config", config.toString(), "--port", "0"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start(), log);
    }

    Instant started() {
        return started;
    }

    /** Waits until it takes files; returns the API's port. */
    int awaitReady() {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .failFast(this::assertAlive)
                .until(this::port, port -> port > 0);
    }

    private int port() {
        Matcher ready = READY.matcher(output());
        return ready.find() ? Integer.parseInt(ready.group(1)) : 0;
    }

    /** From now on it dies when it reaches the point. */
    void arm(CrashPoint point) throws IOException {
        process.getOutputStream().write((point.name() + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .failFast(this::assertAlive)
                .until(() -> output().contains("armed " + point.name()));
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end and returns the exit code. */
    int awaitEnd(Duration limit) throws InterruptedException {
        assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                .as("it ends within %s; it said:%n%s", limit, output())
                .isTrue();
        return process.exitValue();
    }

    /** SIGTERM, as a deployment sends it. Returns how long it took. */
    Duration stop() throws InterruptedException {
        Instant asked = Instant.now();
        process.destroy();
        int code = awaitEnd(Duration.ofSeconds(30));
        assertThat(code).as("128 + SIGTERM").isEqualTo(143);
        return Duration.between(asked, Instant.now());
    }

    /** SIGKILL: nothing of ours runs any more, the database's server goes on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void assertAlive() {
        assertThat(process.isAlive())
                .as(() -> "it runs, but ended with " + process.exitValue() + "; it said:\n" + output())
                .isTrue();
    }

    boolean isAlive() {
        return process.isAlive();
    }
}
