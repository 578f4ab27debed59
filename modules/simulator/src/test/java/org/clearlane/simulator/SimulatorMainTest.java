package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clearlane.simulator.ClaimFile.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorMainTest {

    @TempDir
    Path data;

    private Path settings(String yaml) throws Exception {
        return Files.writeString(data.resolve("simulator.yaml"), yaml);
    }

    private static final String THREE =
            """
            payers:
              - {id: F1, transport: folder, delays: {TA1: 0, "999": 0, 277CA: 0, "835": 0}}
              - {id: S1, transport: sftp}
              - {id: H1, transport: https}
            """;

    private record Run(int code, String out, String err) {}

    private static Run run(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = SimulatorMain.run(
                arguments,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void printsHowEachPayerIsReachedAndEndsWithItsInput() throws Exception {
        Run run = run(
                "down H1\nup H1\ncut S1 1\ncut F1 1\nup nobody\nfly\n",
                settings(THREE).toString());
        assertThat(run.code()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0))
                .startsWith("{\"payer\":\"F1\",\"transport\":\"folder\",\"in\":\"")
                .endsWith("\"}");
        assertThat(lines.get(1))
                .contains("\"port\":")
                .contains("\"knownHosts\":\"[127.0.0.1]:")
                .contains("ecdsa-sha2-nistp256");
        assertThat(lines.get(2)).contains("\"url\":\"https://127.0.0.1:").contains("-----BEGIN CERTIFICATE-----\\n");
        assertThat(lines.subList(3, lines.size()))
                .containsExactly(
                        "{\"ready\":true}",
                        "{\"done\":\"down H1\"}",
                        "{\"done\":\"up H1\"}",
                        "{\"done\":\"cut S1 1\"}");
        assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.startsWith("not done: "));
    }

    @Test
    void unusableSettingsEndWithTwo() throws Exception {
        assertThat(run("", settings("payers: []").toString()).code()).isEqualTo(2);
        assertThat(run("", data.resolve("absent.yaml").toString()).code()).isEqualTo(2);
        assertThat(run("").code()).isEqualTo(2);
    }

    private Process process(Path settings) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorMain.class.getName(),
                        settings.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitReady(BufferedReader out) throws Exception {
        String line = out.readLine();
        while (line != null && !line.equals("{\"ready\":true}")) {
            line = out.readLine();
        }
        assertThat(line).isNotNull();
    }

    private List<String> files(String folder) throws Exception {
        Path path = data.resolve("simulator-data/F1/" + folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Killed again and again while files come in, the process loses no file and gives no answer twice. */
    @Test
    void killedProcessGoesOnWhereItWas() throws Exception {
        Path settings = settings(THREE.lines().limit(2).reduce("", (all, line) -> all + line + "\n"));
        Path in = data.resolve("simulator-data/F1/in");
        Files.createDirectories(in);
        int dropped = 0;
        for (int life = 1; life <= 4; life++) {
            Process process = process(settings);
            try (BufferedReader out = process.inputReader()) {
                awaitReady(out);
                for (int i = 0; i < 15; i++) {
                    dropped++;
                    Path part = in.resolve("b%03d.837.part".formatted(dropped));
                    Files.write(part, ClaimFile.of("%09d".formatted(dropped), "F1", Claim.of("P" + dropped, "10.00")));
                    Files.move(part, in.resolve("b%03d.837".formatted(dropped)));
                }
                int enough = dropped - 10;
                await().atMost(Duration.ofSeconds(20))
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> files("received").size() >= enough);
                process.destroyForcibly();
                process.waitFor();
            }
        }
        Process last = process(settings);
        try (BufferedReader out = last.inputReader()) {
            awaitReady(out);
            int all = dropped * 4;
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> files("out").size() >= all && files("pending").isEmpty());
            last.outputWriter().close();
            assertThat(last.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(last.exitValue()).isZero();
        List<String> claims = Files.readAllLines(data.resolve("simulator-data/F1/claims.tsv")).stream()
                .map(line -> line.split("\t")[2])
                .toList();
        assertThat(claims).hasSize(dropped).doesNotHaveDuplicates();
        assertThat(files("out")).hasSize(dropped * 4);
        List<String> controls = new java.util.ArrayList<>();
        for (String name : files("out")) {
            controls.add(
                    new Answer(Files.readAllBytes(data.resolve("simulator-data/F1/out/" + name))).first("ISA")[13]);
        }
        assertThat(controls).doesNotHaveDuplicates();
    }
}
