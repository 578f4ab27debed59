package org.clearlane.app.money;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.clearlane.app.ledger.LedgerAccess;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where payers allowed less than their contract says. */
@Command(
        name = "underpaid",
        description = {
            "Lists lines a payer accepted and allowed less for than the fee schedule says (clearlane fees import): the fee for its",
            "units, or the charge where that is less. A line without a fee is not judged; a refused one stands in denials."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class UnderpaidCommand implements Callable<Integer> {

    @Mixin
    private LedgerAccess access;

    @Option(names = "--payer", paramLabel = "ID", description = "only this payer's")
    private String payer;

    @Option(names = "--practice", paramLabel = "ID", description = "only this practice's")
    private String practice;

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
        List<Printing.Row> rows = access.with(ledger -> ledger.transact(tx -> UnderpaidView.list(tx, payer, practice)));
        PrintWriter out = spec.commandLine().getOut();
        if (form.json) {
            Printing.json(out, rows);
        } else if (form.csv) {
            Printing.csv(out, UnderpaidView.COLUMNS, rows);
        } else {
            Printing.table(out, UnderpaidView.COLUMNS, rows);
        }
        return 0;
    }
}
