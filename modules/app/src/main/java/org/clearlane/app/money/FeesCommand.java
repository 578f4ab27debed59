package org.clearlane.app.money;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.Told;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.pipeline.fees.FeeTable;
import org.clearlane.store.ledger.FeeLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What contracts say services are worth. */
@Command(
        name = "fees",
        description = "Takes in fee schedules, against which clearlane underpaid holds what payers allow; lists them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FeesCommand {

    private static final List<String> COLUMNS =
            List.of("payer", "practice", "procedure", "modifier", "validFrom", "validTo", "amount");

    @Mixin
    private LedgerAccess access;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "import",
            description = {
                "Takes a table payer,procedure,modifier,valid_from,valid_to,amount[,practice], whole or not at all.",
                "A row of the same payer, practice, procedure, modifier and first day is replaced."
            },
            mixinStandardHelpOptions = true)
    Integer take(
            @Parameters(paramLabel = "FILE", description = "comma separated values") Path file,
            @Option(names = "--config", paramLabel = "DIR", description = "where payers and practices are described")
                    Path config,
            @Option(names = "--json", description = "for programs") boolean json)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            err.println("clearlane fees: " + file + " cannot be read");
            return Main.USAGE;
        }
        FeeTable table;
        try (Reader reader = Files.newBufferedReader(file)) {
            table = FeeTable.read(reader, OfflineProfiles.load(config == null ? Home.config() : config));
        }
        if (!table.problems().isEmpty()) {
            table.problems().forEach(problem -> err.println("error: " + problem));
            if (json) {
                spec.commandLine().getOut().println(Told.json(Map.of("taken", 0, "problems", table.problems())));
            }
            err.println("Nothing of the table was taken.");
            return Main.JUDGED_BAD;
        }
        String actor = System.getProperty("user.name");
        access.with(ledger -> {
            ledger.run(tx -> {
                for (FeeLedger.Row row : table.rows()) {
                    FeeLedger.enter(tx, row, actor);
                }
            });
            return null;
        });
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(Told.json(Map.of("taken", table.rows().size(), "problems", List.of())));
        } else {
            err.println(table.rows().size() + " fees taken");
        }
        return 0;
    }

    @Command(name = "list", description = "Lists what is loaded.", mixinStandardHelpOptions = true)
    Integer list(@Option(names = "--json", description = "for programs") boolean json) throws IOException {
        List<Printing.Row> rows = access.with(ledger -> ledger.transact(FeeLedger::all)).stream()
                .map(fee -> new Printing.Row()
                        .with("payer", fee.payerId())
                        .with("practice", fee.practiceId())
                        .with("procedure", fee.procedure())
                        .with("modifier", fee.modifier())
                        .with("validFrom", fee.validFrom())
                        .with("validTo", fee.validTo())
                        .with("amount", fee.amount()))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Printing.json(out, rows);
        } else {
            Printing.table(out, COLUMNS, rows);
        }
        return 0;
    }
}
