package org.clearlane.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.benchmarks.Measurements.Line;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Every benchmark runs, once and on a small file: whether it is fast is not for a test to say. */
class MeasurementsTest {

    @BeforeAll
    static void config() {
        System.setProperty(
                "clearlane.config",
                Path.of(System.getProperty("clearlane.root"), "config").toString());
    }

    private static CommandLineOptions once() throws Exception {
        return new CommandLineOptions("-f", "0", "-wi", "0", "-i", "1", "-r", "1ms", "-foe", "true", "-v", "SILENT");
    }

    @Test
    void oursAndOthersRunOnTheSameFile() throws Exception {
        List<Line> lines = new ArrayList<>();
        lines.addAll(Measurements.run(
                once(), "EngineBenchmark.(base|read|readAndWrite|judgeSnip2|judgeSnip7)$", 300, "837P"));
        lines.addAll(Measurements.run(once(), "EngineBenchmark.judgeSnip2$", 300, "837I", "837D"));
        lines.addAll(Measurements.run(once(), "EngineBenchmark.(base|readAndBalance)$", 300, "835"));
        lines.addAll(Measurements.run(once(), "PeerBenchmark", 300, "837P"));

        assertThat(lines).hasSize(12).allMatch(line -> line.millis() > 0);
        assertThat(lines.stream().map(Line::work))
                .contains("base", "read", "staediEvents", "staediWithSchema", "imsweb", "readAndBalance");
    }

    @Test
    void sharesAreMeasuredByTheLoopOfTheSameKind() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Measurements.print(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                List.of(new Line("base", "837P", 100, 1.0), new Line("read", "837P", 200, 4.0)));

        double share = (double) GeneratedFile.size("837P", 200) / GeneratedFile.size("837P", 100) / 4;
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("%.5f".formatted(share));
    }
}
