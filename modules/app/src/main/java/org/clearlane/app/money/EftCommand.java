package org.clearlane.app.money;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.Told;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.bank.BankFiles;
import org.clearlane.bank.BankLayouts;
import org.clearlane.pipeline.bank.Reassociate;
import org.clearlane.pipeline.bank.TakeBankFile;
import org.clearlane.pipeline.bank.TakeBankFile.Taken;
import org.clearlane.profiles.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What banks say has arrived, and which 835 it pays. */
@Command(
        name = "eft",
        description = {
            "Takes banks' files (NACHA CCD+, tables described in config/banks), brings their entries together with the 835s",
            "by trace, payer, amount and day, and shows what is still missing."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class EftCommand {

    @Mixin
    private LedgerAccess access;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "where practices, payers and banks are described (default: the config folder that comes along)")
    private Path config = Home.config();

    @Spec
    private CommandSpec spec;

    @Command(
            name = "import",
            description = "Takes one file of a bank, whole or not at all.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:taken, or it had been taken before",
                "1:refused; every reason is told with its line",
                "2:the file cannot be read",
                "3:something of ours failed"
            })
    Integer take(
            @Parameters(paramLabel = "FILE", description = "a NACHA file, or a table") Path file,
            @Option(
                            names = "--bank",
                            paramLabel = "NAME",
                            description = "the layout in config/banks (default: recognised)")
                    String bank,
            @Option(names = "--json", description = "for programs") boolean json)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isRegularFile(file) || !Files.isReadable(file) || Files.size(file) > TakeBankFile.LARGEST) {
            err.println(
                    "clearlane eft: " + file + " cannot be read, or is larger than " + TakeBankFile.LARGEST + " bytes");
            return Main.USAGE;
        }
        byte[] bytes = Files.readAllBytes(file);
        BankFiles files = new BankFiles(BankLayouts.load(config));
        Profiles profiles = OfflineProfiles.load(config);
        Taken taken = access.with((ledger, archive) -> {
            Taken result = new TakeBankFile(ledger, archive, files, profiles)
                    .take("command", String.valueOf(file.getFileName()), bytes, bank);
            new Reassociate(ledger, profiles).round();
            return result;
        });
        if (json) {
            spec.commandLine().getOut().println(Told.json(asMap(taken)));
            return taken instanceof Taken.Refused ? Main.JUDGED_BAD : 0;
        }
        return tell(taken, err);
    }

    private static Map<String, Object> asMap(Taken taken) {
        return switch (taken) {
            case Taken.Good good ->
                Map.of(
                        "id", good.fileId(),
                        "outcome", "taken",
                        "kind", good.kind().toString(),
                        "payments", good.total(),
                        "amount", good.amount().toString(),
                        "known", good.known(),
                        "others", good.others());
            case Taken.Repeat repeat -> Map.of("id", repeat.fileId(), "outcome", "repeat");
            case Taken.Refused refused ->
                Map.of(
                        "id", refused.fileId(),
                        "outcome", "refused",
                        "problems",
                                refused.problems().stream()
                                        .map(each -> each.inWords())
                                        .toList());
        };
    }

    private static int tell(Taken taken, PrintWriter err) {
        switch (taken) {
            case Taken.Good good -> {
                err.printf(
                        "%s: %s, %d payments over %s%s%s%n",
                        good.fileId(),
                        good.kind(),
                        good.total(),
                        good.amount(),
                        good.known() == 0 ? "" : ", " + good.known() + " of them known already",
                        good.others() == 0 ? "" : ", and " + good.others() + " entries that pay no claims");
                return 0;
            }
            case Taken.Repeat repeat -> {
                err.println("These bytes were handed in before as " + repeat.fileId() + ". Nothing was taken twice.");
                return 0;
            }
            case Taken.Refused refused -> {
                refused.problems().forEach(problem -> err.println("error: " + problem.inWords()));
                err.println("Nothing of the file was taken (" + refused.fileId() + ").");
                return Main.JUDGED_BAD;
            }
        }
    }

    @Command(
            name = "list",
            description = "Lists banks' entries with the 835 each pays, newest first.",
            mixinStandardHelpOptions = true)
    Integer list(
            @Option(names = "--open", description = "only those that are not certain") boolean open,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "at most (default: ${DEFAULT-VALUE})")
                    int limit,
            @Option(names = "--json", description = "for programs") boolean json)
            throws IOException {
        List<Printing.Row> rows = access.with(ledger -> ledger.transact(tx -> EftView.list(tx, open, limit)));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Printing.json(out, rows);
        } else {
            Printing.table(out, EftView.COLUMNS, rows);
        }
        return 0;
    }

    @Command(
            name = "settle",
            description = "Says which 835 an entry pays, where the evidence is not enough. The decision is recorded.",
            mixinStandardHelpOptions = true)
    Integer settle(
            @Parameters(paramLabel = "ID", description = "eft_…") String id,
            @Option(names = "--remittance", paramLabel = "ERA", required = true, description = "era_…")
                    String remittance,
            @Option(names = "--json", description = "for programs") boolean json) {
        Profiles profiles = OfflineProfiles.load(config);
        access.with(ledger -> {
            new Reassociate(ledger, profiles).settle(id, remittance, System.getProperty("user.name"));
            return null;
        });
        Told.outcome(json, id, "settled", Map.of("remittance", remittance), id + " pays " + remittance);
        return 0;
    }
}
