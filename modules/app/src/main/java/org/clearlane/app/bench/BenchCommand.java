package org.clearlane.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.clearlane.app.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Own measurements, as ratios to something simple measured in the same run. */
@Command(
        name = "bench",
        description = "Measures the journey of a generated file through the service, with fsync on.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "journey: file in the folder → every claim in the ledger, TA1/999/277CA in the mailbox, payer 837 stored and",
            "handed over; beside it a bare COPY of the same rows. Figures of one machine and one run; compare the ratios."
        })
public final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WHAT", defaultValue = "journey", description = "journey (default)")
    private String what;

    @Option(
            names = "--claims",
            paramLabel = "N",
            split = ",",
            defaultValue = "2000,20000",
            description = "sizes, measured one after another (default: ${DEFAULT-VALUE})")
    private List<Integer> sizes;

    @Option(names = "--data", paramLabel = "DIR", description = "an empty folder to work in (default: a temporary one)")
    private Path data;

    @Override
    public Integer call() throws Exception {
        if (!what.equals("journey")) {
            System.err.println("clearlane bench: there is no measurement " + what);
            return Main.USAGE;
        }
        Path folder = data == null ? Files.createTempDirectory("clearlane-bench") : data.toAbsolutePath();
        return new JourneyBench(folder, System.out).run(sizes) ? 0 : Main.OURS_FAILED;
    }
}
