package org.clearlane.app.serve;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.clearlane.app.Home;
import org.clearlane.app.LogFormat;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The service. */
@Command(
        name = "serve",
        description = "Runs the clearinghouse until it is stopped.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Practices put files into DATA/inbox/PRACTICE and find answers in DATA/mailbox/PRACTICE.",
            "Practices and payers are described in CONFIG/practices and CONFIG/payers.",
            "Stop it with Ctrl-C or SIGTERM; after a kill it goes on where it was."
        })
public final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "all it keeps (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(
            names = "--shared",
            paramLabel = "DIR",
            description =
                    "what several nodes share: archive, inboxes, mailboxes, database passwords (default: the data folder)")
    private Path shared;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "guides, edits, code sets, practices, payers (default: config beside the launcher)")
    private Path config;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "where the API listens (default: ${DEFAULT-VALUE})")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "the API's port, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--database-url",
            paramLabel = "U",
            description = "a PostgreSQL of your own as a JDBC address with user and password of its owner")
    private String databaseUrl;

    @Option(names = "--broker-url", paramLabel = "U", description = "an Artemis cluster of your own")
    private String brokerUrl;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "text or json, one object a line (default: text at a terminal, json elsewhere)")
    private LogFormat logFormat;

    @Override
    public Integer call() throws InterruptedException {
        LogFormat format = LogFormat.choose(logFormat);
        Path configuration = config == null ? Home.config() : config;
        Service service = Service.start(
                new ServiceSettings(
                        data.toAbsolutePath(),
                        (shared == null ? data : shared).toAbsolutePath(),
                        configuration,
                        configuration,
                        System.getenv(),
                        host,
                        port,
                        databaseUrl,
                        brokerUrl),
                Clock.systemUTC());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.close();
                            stopped.countDown();
                        },
                        "stop"));
        say(format, "Clearlane takes files on port %d and in %s".formatted(service.port(), service.inbox()));
        say(
                format,
                service.setUpLink()
                        .map(link ->
                                "Nobody can sign in yet. Open this link within a day to become the first operator; it works once:%n  %s"
                                        .formatted(link))
                        .orElseGet(() -> "The console is at " + service.consoleUrl()));
        stopped.await();
        return 0;
    }

    /** Whoever collects JSON gets JSON only. */
    private static void say(LogFormat format, String words) {
        switch (format) {
            case TEXT -> System.err.println(words);
            case JSON -> LoggerFactory.getLogger(ServeCommand.class).info(words);
        }
    }
}
