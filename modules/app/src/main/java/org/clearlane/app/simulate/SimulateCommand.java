package org.clearlane.app.simulate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.clearlane.app.Home;
import org.clearlane.simulator.PayerSimulator;
import org.clearlane.simulator.SimulatorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The payer simulator alone. */
@Command(
        name = "simulate",
        description =
                "Runs simulated payers, reachable by folder, SFTP and HTTPS on this machine, until it is stopped.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "payers and scenarios (default: samples/demo/simulator.yaml)")
    private Path settings;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/simulator",
            description = "their folders and journals (default: ${DEFAULT-VALUE})")
    private Path data;

    @Override
    public Integer call() throws Exception {
        Path file = settings == null ? Home.samples().resolve("demo").resolve("simulator.yaml") : settings;
        PayerSimulator simulator =
                PayerSimulator.start(SimulatorSettings.read(file).withData(data.toAbsolutePath()), Clock.systemUTC());
        simulator.endpoints().forEach((payer, endpoint) -> System.out.println(payer + "  " + endpoint));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            simulator.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
        return 0;
    }
}
