package org.clearlane.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs everything one after another and prints the best iteration of each as a share of that of
 * the bare loop in the same run. Understands JMH's own
 * options, which hold for all, for example {@code -f 1 -wi 2 -i 3}; {@code -Dclaims=N} and {@code -Dpeers.claims=N} are
 * the sizes of the files.
 */
public final class Measurements {

    private static final int CLAIMS = Integer.getInteger("claims", 100_000);
    /** Of peers: x12-parser holds some 180 times the file in memory, and Smooks takes a second for some 70 KB. */
    private static final int CLAIMS_OF_PEERS = Integer.getInteger("peers.claims", 2_000);

    private static final int CLAIMS_OF_SMOOKS = 200;

    /**
     * One line of the table.
     *
     * @param millis of the best iteration: what else the machine does only ever adds to it
     */
    record Line(String work, String kind, int claims, double millis) {

        double megabytesPerSecond() {
            return GeneratedFile.size(kind, claims) / 1e3 / millis;
        }
    }

    private Measurements() {}

    public static void main(String[] args) throws CommandLineOptionException, RunnerException {
        CommandLineOptions given = new CommandLineOptions(args);
        List<Line> lines = new ArrayList<>();
        lines.addAll(run(given, "EngineBenchmark.(base|read|readAndWrite|judgeSnip2|judgeSnip7)$", CLAIMS, "837P"));
        lines.addAll(run(given, "EngineBenchmark.(base|judgeSnip2)$", CLAIMS, "837I", "837D"));
        lines.addAll(run(given, "EngineBenchmark.(base|judgeSnip2|readAndBalance)$", CLAIMS, "835"));
        lines.addAll(run(given, "PeerBenchmark", CLAIMS_OF_PEERS, "837P"));
        if (SmooksBenchmark.isAtHand()) {
            lines.addAll(run(given, "SmooksBenchmark", CLAIMS_OF_SMOOKS, "837P"));
        }
        print(System.out, lines);
        if (!SmooksBenchmark.isAtHand()) {
            System.out.println("Smooks' EDI cartridge is not on the class path: see README.md, profile smooks-edi.");
        }
    }

    /** Runs what this expression names. */
    static List<Line> run(CommandLineOptions given, String include, int claims, String... kinds)
            throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(given)
                        .include(include)
                        .mode(Mode.AverageTime)
                        .param("claims", Integer.toString(claims))
                        .param("kind", kinds)
                        .build())
                .run();
        List<Line> lines = new ArrayList<>();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String name = params.getBenchmark();
            lines.add(new Line(
                    name.substring(name.lastIndexOf('.') + 1),
                    params.getParam("kind"),
                    Integer.parseInt(params.getParam("claims")),
                    result.getPrimaryResult().getStatistics().getMin()));
        }
        return lines;
    }

    /** Base is that of the same kind of file, whatever its size: it takes the same time for every byte. */
    static void print(PrintStream out, List<Line> lines) {
        out.printf(
                Locale.ROOT,
                "%-18s %-5s %9s %12s %10s %14s%n",
                "work",
                "kind",
                "claims",
                "ms",
                "MB/s",
                "share of base");
        for (Line line : lines) {
            double base = lines.stream()
                    .filter(each -> each.work().equals("base") && each.kind().equals(line.kind()))
                    .mapToDouble(Line::megabytesPerSecond)
                    .findFirst()
                    .orElse(Double.NaN);
            out.printf(
                    Locale.ROOT,
                    "%-18s %-5s %,9d %,12.3f %,10.2f %14.5f%n",
                    line.work(),
                    line.kind(),
                    line.claims(),
                    line.millis(),
                    line.megabytesPerSecond(),
                    line.megabytesPerSecond() / base);
        }
    }
}
