package org.clearlane.app;

import org.clearlane.app.bench.BenchCommand;
import org.clearlane.app.codes.CodesCommand;
import org.clearlane.app.completion.CompletionCommand;
import org.clearlane.app.custody.CustodyCommand;
import org.clearlane.app.demo.DemoCommand;
import org.clearlane.app.keys.KeysCommand;
import org.clearlane.app.ledger.ClaimsCommand;
import org.clearlane.app.ledger.FilesCommand;
import org.clearlane.app.ledger.InterchangesCommand;
import org.clearlane.app.ledger.PayersCommand;
import org.clearlane.app.ledger.QueuesCommand;
import org.clearlane.app.ledger.RoutesCommand;
import org.clearlane.app.ledger.WorklistCommand;
import org.clearlane.app.money.DenialsCommand;
import org.clearlane.app.money.EftCommand;
import org.clearlane.app.money.FeesCommand;
import org.clearlane.app.money.UnderpaidCommand;
import org.clearlane.app.remit.RemitCommand;
import org.clearlane.app.remit.RemitsCommand;
import org.clearlane.app.rules.EditsCommand;
import org.clearlane.app.rules.ReplayCommand;
import org.clearlane.app.rules.RulesCommand;
import org.clearlane.app.serve.ServeCommand;
import org.clearlane.app.simulate.SimulateCommand;
import org.clearlane.app.translate.TranslateCommand;
import org.clearlane.app.validate.ValidateCommand;
import org.clearlane.model.Failure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The one door: {@code clearlane COMMAND}. Data goes to stdout, messages to stderr. */
@Command(
        name = "clearlane",
        description = "A claims clearinghouse: no claim and no cent is ever unaccounted for, and anyone can check.",
        mixinStandardHelpOptions = true,
        version = "clearlane " + Main.VERSION,
        sortOptions = false,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ValidateCommand.class,
            TranslateCommand.class,
            RemitCommand.class,
            RemitsCommand.class,
            CustodyCommand.class,
            ClaimsCommand.class,
            FilesCommand.class,
            InterchangesCommand.class,
            WorklistCommand.class,
            PayersCommand.class,
            RoutesCommand.class,
            QueuesCommand.class,
            EftCommand.class,
            DenialsCommand.class,
            EditsCommand.class,
            RulesCommand.class,
            ReplayCommand.class,
            FeesCommand.class,
            UnderpaidCommand.class,
            KeysCommand.class,
            CodesCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 fine, 1 the input was judged bad, 2 usage or unreadable input, 3 something of ours failed.",
            "Try it: clearlane demo"
        })
public final class Main implements Runnable {

    /** What is remembered with every verdict. */
    public static final String VERSION = "0.1.0-SNAPSHOT";

    /** The input was judged bad. */
    public static final int JUDGED_BAD = 1;
    /** Usage, or input that cannot be read. */
    public static final int USAGE = 2;
    /** Something of ours failed. */
    public static final int OURS_FAILED = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.colours()));
        // A failed start may leave threads of a broker or a pool behind: the process ends all the same.
        System.exit(execute(line, arguments));
    }

    /** Java ends with 1 on what nobody caught, and 1 would mean that the input was judged bad. */
    private static int execute(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error e) {
            System.err.println("clearlane: something of ours failed: " + e);
            return OURS_FAILED;
        }
    }

    private static int failed(Exception e) {
        if (e instanceof Failure failure) {
            System.err.println("clearlane: " + failure.getMessage());
        } else {
            System.err.println("clearlane: something of ours failed: " + e);
        }
        if (Boolean.getBoolean("clearlane.trace")) {
            e.printStackTrace(System.err);
        }
        return OURS_FAILED;
    }
}
