package org.clearlane.app.money;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.clearlane.app.Home;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.denial.CoreScenarios;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What payers refused, why, what to do about it, and until when. */
@Command(
        name = "denials",
        description = {
            "Lists every refused amount of claims that stand denied or paid in part: reason (CARC), remarks (RARC), CORE 360",
            "scenario, payer, age, money, what to do, and until when. Soonest deadline first."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DenialsCommand implements Callable<Integer> {

    /** What they can be summed up by. */
    enum By {
        CODE("code"),
        REMARKS("remarks"),
        SCENARIO("scenario"),
        PAYER("payer"),
        PRACTICE("practice");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    @Mixin
    private LedgerAccess access;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "where payers and codes are described (default: the config folder that comes along)")
    private Path config = Home.config();

    @Option(names = "--payer", paramLabel = "ID", description = "only this payer's")
    private String payer;

    @Option(names = "--practice", paramLabel = "ID", description = "only this practice's")
    private String practice;

    @Option(names = "--by", paramLabel = "WHAT", description = "sums instead of a list: ${COMPLETION-CANDIDATES}")
    private By by;

    @ArgGroup
    private Form form = new Form();

    @Spec
    private CommandSpec spec;

    private static final class Form {

        @Option(names = "--json", description = "for programs")
        private boolean json;

        @Option(names = "--csv", description = "for spreadsheets")
        private boolean csv;
    }

    @Override
    public Integer call() throws IOException {
        AdjustmentLabels labels = JudgementParts.labels(config);
        CoreScenarios scenarios = scenarios(config.resolve("codesets").resolve("core-scenarios.tsv"));
        Profiles profiles = OfflineProfiles.load(config);
        List<Printing.Row> rows = access.with(ledger -> ledger.transact(tx -> {
            LocalDate today = tx.now().atZone(ZoneOffset.UTC).toLocalDate();
            return new DenialView(labels, scenarios, profiles, today).list(tx, payer, practice);
        }));
        List<String> columns = by == null ? DenialView.COLUMNS : DenialView.SUMMARY;
        List<Printing.Row> shown = by == null ? rows : DenialView.summary(rows, by.column);
        PrintWriter out = spec.commandLine().getOut();
        if (form.json) {
            Printing.json(out, shown);
        } else if (form.csv) {
            Printing.csv(out, columns, shown);
        } else {
            Printing.table(out, columns, shown);
        }
        return 0;
    }

    private static CoreScenarios scenarios(Path table) {
        try (Reader reader = Files.newBufferedReader(table)) {
            return CoreScenarios.load(reader);
        } catch (IOException e) {
            throw new Failure(FailureCode.CONFIGURATION, table + " cannot be read", e);
        }
    }
}
