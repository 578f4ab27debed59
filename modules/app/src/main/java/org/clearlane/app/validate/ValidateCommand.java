package org.clearlane.app.validate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.Progress;
import org.clearlane.app.Terminal;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.judgement.Judge;
import org.clearlane.model.directory.Practice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Judges files offline. Exit codes: 0 nothing refused, 1 something was, 2 a file could not be read, 3 something of ours
 * failed; of several the highest.
 */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Main.OURS_FAILED,
        description = {
            "Judges claim files as the service would, without one: what is wrong, where, and what to do about it.",
            "A file is X12 or a table (CSV) of a format we know; what it is, its content decides, not its name."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was refused",
            "1:something was refused",
            "2:a file, or the command, cannot be understood",
            "3:something of ours failed"
        },
        footer = {
            "",
            "Example: one claim refused, and the answers that would be sent, in the folder answers:",
            "  clearlane validate samples/837p/two-claims-one-bad/input.edi --acks answers"
        })
public final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "X12 files and tables")
    private List<Path> files;

    @Option(names = "--json", description = "for programs: one JSON object a file, each on a line")
    private boolean json;

    @Option(
            names = "--snip",
            paramLabel = "1-7",
            defaultValue = "7",
            description = "look at WEDI SNIP types up to this one (default: ${DEFAULT-VALUE})")
    private int snip;

    @Option(
            names = "--payer",
            paramLabel = "ID",
            description = "also say which claims would be held, or go to another payer than this (its short name in"
                    + " config/payers, or the id claims use)")
    private String payer;

    @Option(
            names = "--practice",
            paramLabel = "ID",
            description = "judge it as a file this practice hands in: its sender, its NPIs, its rules, its mends")
    private String practice;

    @Option(
            names = "--repair",
            description = "show what mends of form would do, before and after, whether a practice wants them or not")
    private boolean repair;

    @Option(names = "--acks", paramLabel = "DIR", description = "write the TA1, 999 and 277CA that would be sent here")
    private Path acks;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "guides, edits, code sets, formats and payers (default: the config folder that comes along)")
    private Path config;

    @Spec
    private CommandSpec spec;

    private final Clock clock;
    private final Set<String> ackNames = new HashSet<>();

    /** For the command line. */
    public ValidateCommand() {
        this(Clock.systemDefaultZone(), Home.config());
    }

    /**
     * @param clock says what lies in the future
     * @param config where guides, edits and code sets are unless the command line says otherwise
     */
    public ValidateCommand(Clock clock, Path config) {
        this.clock = clock;
        this.config = config;
    }

    @Override
    public Integer call() throws IOException {
        if (snip < 1 || snip > 7) {
            throw new ParameterException(spec.commandLine(), "--snip is 1 to 7");
        }
        if (acks != null && Files.exists(acks) && !Files.isDirectory(acks)) {
            throw new ParameterException(spec.commandLine(), "--acks: " + acks + " is not a folder");
        }
        PrintWriter err = spec.commandLine().getErr();
        PayerQuestion question = null;
        KnownPayers known = payer == null && practice == null ? null : new KnownPayers(config);
        if (payer != null) {
            question = known.question(payer).orElse(null);
            if (question == null) {
                err.println("clearlane: there is no payer " + payer + "; " + known.inWords() + ".");
                err.flush();
                return Main.USAGE;
            }
        }
        Practice whose =
                practice == null ? null : known.profiles().practice(practice).orElse(null);
        if (practice != null && whose == null) {
            err.println("clearlane: there is no practice " + practice + " in " + config.resolve("practices") + ".");
            err.flush();
            return Main.USAGE;
        }
        Judge judge = known == null
                ? JudgementParts.judge(config, clock)
                : JudgementParts.judge(config, known.profiles(), clock);
        Progress progress = new Progress(err, Terminal.showsProgress());
        int worst = 0;
        try (FileJudgement judgement =
                new FileJudgement(judge, clock, config, snip, question, whose, repair, progress)) {
            for (Path file : files) {
                worst = Math.max(worst, validate(judgement, file, err));
            }
        }
        return worst;
    }

    private int validate(FileJudgement judgement, Path file, PrintWriter err) throws IOException {
        JudgedFile judged;
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            judged = judgement.judge(file, acks == null ? null : new AckPlace(acks, ackName(file)));
        } else {
            String why = Files.isDirectory(file)
                    ? "It is a folder: name the files in it."
                    : Files.exists(file) ? "It is not a file that may be read." : "There is no such file.";
            err.println("clearlane: " + file + " cannot be read. " + why);
            err.flush();
            judged = JudgedFile.unreadable(FileJudgement.cannotRead(why, ""));
            if (!json) {
                return Main.USAGE;
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonReport().of(file.toString(), judged));
            out.flush();
        } else {
            new TextReport(out, spec.commandLine().getColorScheme().ansi()).print(file.toString(), judged);
        }
        return switch (judged.verdict()) {
            case ACCEPTED -> 0;
            case PARTIAL, REJECTED -> Main.JUDGED_BAD;
            case UNREADABLE -> Main.USAGE;
        };
    }

    /** The file's name without its ending, or with it and a number where two files would share one. */
    private String ackName(Path file) {
        String full = file.getFileName().toString();
        int dot = full.lastIndexOf('.');
        String name = dot > 0 ? full.substring(0, dot) : full;
        for (int i = 2; !ackNames.add(name); i++) {
            name = full + "-" + i;
        }
        return name;
    }
}
