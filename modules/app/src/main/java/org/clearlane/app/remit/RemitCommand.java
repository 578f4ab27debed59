package org.clearlane.app.remit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.Progress;
import org.clearlane.app.Terminal;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.app.remit.Explanation.RemitVerdict;
import org.clearlane.explanation.ExplanationPdf;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RunningSums;
import org.clearlane.transactions.t835.RemittanceSumReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains one 835. Exit codes: 0 it balances, 1 it does not or is not whole, 2 no 835, 3 ours. */
@Command(
        name = "remit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = Main.OURS_FAILED,
        description = {
            "Explains an 835: who paid what, why not more, who owes the rest, and whether it all adds up.",
            "What could not be read is told on stderr. Nothing is posted."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything adds up, to the cent",
            "1:something does not add up, cannot be read, or is missing at the end",
            "2:the file, or the command, cannot be understood, or holds no 835",
            "3:something of ours failed"
        },
        footer = {
            "",
            "Example: a payment that was taken back and paid again:",
            "  clearlane remit samples/835/reversal-and-correction/input.edi"
        })
public final class RemitCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "an 835")
    private Path file;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "-o", paramLabel = "OUT", description = "write it here instead of to stdout")
    private Path target;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "where the words for codes are (default: the config folder that comes along)")
    private Path config;

    @Spec
    private CommandSpec spec;

    /** At most one other form than text. */
    private static final class Form {

        @Option(names = "--json", description = "for programs: one JSON object")
        private boolean json;

        @Option(names = "--csv", description = "for spreadsheets: a row for each payment, claim, line and adjustment")
        private boolean csv;

        @Option(names = "--html", description = "for billers and patients: a page for a browser")
        private boolean html;

        @Option(names = "--pdf", description = "the same page as a document for paper")
        private boolean pdf;
    }

    /** For the command line. */
    public RemitCommand() {
        this(Home.config());
    }

    /** @param config where the words for codes are unless the command line says otherwise */
    public RemitCommand(Path config) {
        this.config = config;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            String why = Files.isDirectory(file)
                    ? "it is a folder"
                    : Files.exists(file) ? "it is not a file that may be read" : "there is no such file";
            return unusable(file + " cannot be read: " + why);
        }
        Path folder = target == null ? null : target.toAbsolutePath().getParent();
        if (target != null && (Files.isDirectory(target) || !Files.isDirectory(folder))) {
            throw new ParameterException(spec.commandLine(), "-o: " + target + " cannot be a file there");
        }
        AdjustmentLabels labels = JudgementParts.labels(config);
        Problems problems = new Problems();
        RemitVerdict verdict;
        if (form.pdf) {
            verdict = pdf(labels, problems);
        } else {
            verdict = target == null
                    ? explain(spec.commandLine().getOut(), labels, problems)
                    : toTarget(out -> explain(new OutputStreamWriter(out, StandardCharsets.UTF_8), labels, problems));
        }
        PrintWriter err = spec.commandLine().getErr();
        problems.tell(err);
        if (verdict.payments() == 0) {
            return unusable(file + " holds no 835");
        }
        if (target != null) {
            err.println("Written to " + target + ".");
            err.flush();
        }
        return verdict.good() ? 0 : Main.JUDGED_BAD;
    }

    private int unusable(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("clearlane: " + why + ".");
        err.flush();
        return Main.USAGE;
    }

    @FunctionalInterface
    private interface Writing {
        RemitVerdict to(OutputStream out) throws IOException;
    }

    /** Under another name until it is whole, and nothing at all where there is no 835. */
    private RemitVerdict toTarget(Writing writing) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            RemitVerdict verdict;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                verdict = writing.to(out);
            }
            if (verdict.payments() > 0) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return verdict;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A document is set when everything is read; one that is too long is refused as such. */
    private RemitVerdict pdf(AdjustmentLabels labels, Problems problems) throws IOException {
        try (ExplanationPdf pdf = new ExplanationPdf(labels)) {
            RemitVerdict verdict =
                    read(new PdfExplanation(pdf), problems, "explaining").verdict();
            if (verdict.payments() == 0) {
                return verdict;
            }
            if (pdf.isTooLong()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--pdf: " + file + " has more than " + ExplanationPdf.MOST_LINES
                                + " service lines; use --html");
            }
            Writing writing = out -> {
                pdf.write(out);
                out.flush();
                return verdict;
            };
            return target == null ? writing.to(System.out) : toTarget(writing);
        }
    }

    private RemitVerdict explain(Writer out, AdjustmentLabels labels, Problems problems) throws IOException {
        RemitVerdict verdict;
        if (form.json) {
            RunningSums sums = sums();
            Explanation json =
                    sums.payments() == 0 ? new Nothing() : new JsonExplanation(file.toString(), sums, out, labels);
            verdict = read(json, problems, "writing").verdict();
        } else if (form.html) {
            verdict =
                    read(new HtmlExplanation(out, labels), problems, "writing").verdict();
        } else if (form.csv) {
            verdict = read(new CsvExplanation(out, labels), problems, "writing").verdict();
        } else {
            Ansi ansi = target == null ? spec.commandLine().getColorScheme().ansi() : Ansi.OFF;
            verdict = read(new TextExplanation(out, labels, ansi), problems, "explaining")
                    .verdict();
        }
        out.flush();
        return verdict;
    }

    /** Whether each payment balances is said before its claims, so the amounts are added up first. */
    private RunningSums sums() throws IOException {
        RunningSums sums = new RunningSums();
        Progress progress = new Progress(spec.commandLine().getErr(), Terminal.showsProgress());
        try (InputStream in = progress.watch(Files.newInputStream(file), file + ": adding up", Files.size(file))) {
            RemittanceSumReader.read(in, sums);
        }
        return sums;
    }

    private RemittanceReading read(Explanation explanation, Problems problems, String doing) throws IOException {
        // On a terminal the text itself shows that something happens, and a line written over would be in its way.
        boolean shown = Terminal.showsProgress() && (target != null || explanation instanceof Nothing);
        Progress progress = new Progress(spec.commandLine().getErr(), shown);
        try (InputStream in = progress.watch(Files.newInputStream(file), file + ": " + doing, Files.size(file))) {
            return RemittanceReading.read(in, explanation, problems);
        }
    }

    /** Says nothing. */
    private static final class Nothing implements Explanation {

        @Override
        public void payment(PaymentHeader header) {}

        @Override
        public void claim(ClaimPayment claim, boolean balanced) {}

        @Override
        public void end(List<ProviderAdjustment> providerAdjustments, PaymentVerdict verdict) {}
    }
}
