package org.clearlane.app.custody;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.clearlane.app.Main;
import org.clearlane.custody.CustodyCheck;
import org.clearlane.custody.CustodyReport;
import org.clearlane.custody.InvariantResult;
import org.clearlane.model.Money;
import org.clearlane.store.Ids;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.CustodyChecks;
import org.clearlane.store.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The independent checker, on a live database or on one at rest. */
@Command(
        name = "custody",
        description = "Checks that no claim and no cent is unaccounted for, with code the pipeline does not share.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit code 1 means a breach."})
public final class CustodyCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "the service's data folder (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(names = "--shared", paramLabel = "DIR", description = "the folder nodes share, as given to serve")
    private Path shared;

    @Option(names = "--database-url", paramLabel = "U", description = "the PostgreSQL of your own, as given to serve")
    private String databaseUrl;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(data)) {
            System.err.println("clearlane custody: there is no data folder " + data);
            return Main.USAGE;
        }
        Path kept = (shared == null ? data : shared).toAbsolutePath();
        try (Database database = Database.open(data.toAbsolutePath(), kept, databaseUrl)) {
            CustodyReport report = check(database, kept);
            System.out.println(json ? report.toJson() : report.toText());
            return report.ok() ? 0 : Main.JUDGED_BAD;
        }
    }

    /**
     * Checks one data folder, and has the ledger remember when and with what result. Journals of simulated payers are
     * looked at where they lie in it.
     */
    public static CustodyReport check(Database database, Path data) throws Exception {
        CustodyReport report;
        try (Connection auditor = database.auditor().getConnection()) {
            report = new CustodyCheck(auditor, data.resolve("archive"), data.resolve("mailbox"), journals(data)).run();
        }
        Clock clock = Clock.systemUTC();
        new Ledger(database.pipeline(), clock, new Ids(clock)).run(tx -> CustodyChecks.keep(tx, kept(report)));
        return report;
    }

    private static CustodyChecks.Kept kept(CustodyReport report) {
        long breaches = 0;
        long warnings = 0;
        for (InvariantResult result : report.invariants()) {
            breaches += result.breachCount();
            warnings += result.warnings().size();
        }
        return new CustodyChecks.Kept(
                null,
                report.ok(),
                report.invariants().size(),
                breaches,
                warnings,
                report.claims().in(),
                new Money(report.charges().in()));
    }

    private static List<Path> journals(Path data) throws Exception {
        Path simulator = data.resolve("simulator");
        if (!Files.isDirectory(simulator)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(simulator)) {
            return folders.filter(folder -> Files.exists(folder.resolve("journal.tsv")))
                    .sorted()
                    .toList();
        }
    }
}
