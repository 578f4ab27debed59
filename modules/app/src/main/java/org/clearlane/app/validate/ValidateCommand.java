package org.clearlane.app.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clearlane.edits.Edits;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.guide.Guides;
import org.clearlane.judgement.AckControlNumbers;
import org.clearlane.judgement.Acknowledgements;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.House;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgementListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Judges files offline. Exit codes: 0 nothing refused, 1 something was, 2 a file could not be read as X12, 3 something of
 * ours failed; of several the highest.
 */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Judges X12 claim files without a service: what is wrong, where, and what to do about it.")
public final class ValidateCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int JUDGED_BAD = 1;
    private static final int UNREADABLE = 2;
    private static final int FAILED = 3;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "X12 files")
    private List<Path> files;

    @Option(names = "--json", description = "print one JSON object a file")
    private boolean json;

    @Option(
            names = "--snip",
            paramLabel = "1-7",
            defaultValue = "7",
            description = "look at WEDI SNIP types up to this one (default: ${DEFAULT-VALUE})")
    private int snip;

    @Option(names = "--acks", paramLabel = "DIR", description = "write the TA1, 999 and 277CA that would be sent here")
    private Path acks;

    @Option(names = "--config", paramLabel = "DIR", description = "guides, edits and code sets")
    private Path config;

    @Spec
    private CommandSpec spec;

    private final Clock clock;
    private final Set<String> ackNames = new HashSet<>();

    /** For the command line. */
    public ValidateCommand() {
        this(Clock.systemDefaultZone(), Path.of(System.getProperty("clearlane.home", "."), "config"));
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
    public Integer call() {
        if (snip < 1 || snip > 7) {
            throw new ParameterException(spec.commandLine(), "--snip is 1 to 7");
        }
        PrintWriter err = spec.commandLine().getErr();
        Judge judge;
        try {
            judge = new Judge(
                    Guides.load(config.resolve("guides")),
                    Edits.load(config.resolve("edits"), CodeSets.load(config.resolve("codesets"))),
                    clock);
        } catch (RuntimeException wrongConfiguration) {
            err.println(wrongConfiguration.getMessage());
            return FAILED;
        }
        int worst = FINE;
        for (Path file : files) {
            worst = Math.max(worst, validate(judge, file, err));
        }
        return worst;
    }

    private int validate(Judge judge, Path file, PrintWriter err) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            err.println(file + ": cannot be read");
            return UNREADABLE;
        }
        FileReport report = new FileReport(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            report.closed(acks == null ? judge(judge, in, report) : judgeAndAnswer(judge, in, file, report));
        } catch (IOException failed) {
            err.println(file + ": " + failed.getMessage());
            return FAILED;
        }
        if (json) {
            spec.commandLine().getOut().println(new JsonReport().of(report));
            spec.commandLine().getOut().flush();
        } else {
            new TextReport(
                            spec.commandLine().getOut(),
                            spec.commandLine().getColorScheme().ansi())
                    .print(report);
        }
        return switch (report.verdict().verdict()) {
            case ACCEPTED -> FINE;
            case PARTIAL, REJECTED -> JUDGED_BAD;
            case UNREADABLE -> UNREADABLE;
        };
    }

    private FileVerdict judge(Judge judge, InputStream in, FileReport report) throws IOException {
        return judge.judge(in, JudgeOptions.offline(snip), report);
    }

    private FileVerdict judgeAndAnswer(Judge judge, InputStream in, Path file, FileReport report) throws IOException {
        Files.createDirectories(acks);
        try (AckFiles answers = new AckFiles(acks, ackName(file));
                Acknowledgements acknowledgements = new Acknowledgements(
                        answers.streams(),
                        AckControlNumbers.fromOne(),
                        new House("CLEARLANE", "CLEARLANE"),
                        clock,
                        claim -> "",
                        acks)) {
            return judge.judge(in, JudgeOptions.offline(snip), JudgementListener.inTurn(report, acknowledgements));
        }
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
