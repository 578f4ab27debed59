package org.clearlane.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.clearlane.app.Main;
import org.clearlane.app.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Own measurements, as ratios to something simple measured in the same run. */
@Command(
        name = "bench",
        description =
                "Measures the journey of a generated file through the service, with fsync on, the X12 engine, remittances, or the pages"
                        + " of the console.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "journey: file in the folder → every claim in the ledger, TA1/999/277CA in the mailbox, payer 837 stored and",
            "handed over; beside it a bare COPY of the same rows. Figures of one machine and one run; compare the ratios.",
            "",
            "x12: reading, copying and judging generated 837P, 837I, 837D and 835 files in memory, each beside a loop that",
            "counts separators byte by byte, round by round; then how long a file of one claim takes once warm.",
            "",
            "835: one remittance that pays every claim of a generated file: read and balanced beside that loop, then posted",
            "by the service until the practice has its part; time, and the live heap at most.",
            "",
            "console: a ledger of its own with 100,000 claims of two years; every list page of the console asked for over HTTP by a",
            "biller and an operator, with each filter, a search and the last page; median, 95th percentile, bytes, and the budget."
        })
public final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WHAT", defaultValue = "journey", description = "journey (default), x12, 835 or console")
    private String what;

    @Option(
            names = "--claims",
            paramLabel = "N",
            split = ",",
            description = "sizes, measured one after another (default: 2000,20000; for x12, 835 and console 100000)")
    private List<Integer> sizes;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "200",
            description = "console: how often each page is asked for (default: ${DEFAULT-VALUE})")
    private int times;

    @Option(names = "--json", description = "console: the figures as JSON")
    private boolean json;

    @Option(names = "--data", paramLabel = "DIR", description = "an empty folder to work in (default: a temporary one)")
    private Path data;

    @Override
    public Integer call() throws Exception {
        if (what.equals("x12")) {
            for (int claims : sizes == null ? List.of(100_000) : sizes) {
                new EngineBench(System.out, System.err, Terminal.showsProgress()).run(claims);
            }
            return 0;
        }
        if (!List.of("journey", "835", "console").contains(what)) {
            System.err.println("clearlane bench: there is no measurement " + what);
            return Main.USAGE;
        }
        Path folder = data == null ? Files.createTempDirectory("clearlane-bench") : data.toAbsolutePath();
        if (what.equals("console")) {
            int claims = sizes == null ? 100_000 : sizes.getFirst();
            new ConsoleBench(folder, System.out, System.err).run(claims, Math.max(1, times), json);
            return 0;
        }
        if (what.equals("835")) {
            EngineBench engine = new EngineBench(System.out, System.err, System.console() != null);
            return new RemittanceBench(folder, System.out, engine).run(sizes == null ? List.of(100_000) : sizes)
                    ? 0
                    : Main.OURS_FAILED;
        }
        return new JourneyBench(folder, System.out).run(sizes == null ? List.of(2_000, 20_000) : sizes)
                ? 0
                : Main.OURS_FAILED;
    }
}
