package org.clearlane.app.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearlane.formats.Formats;
import org.clearlane.formats.LeftOutClaim;
import org.clearlane.formats.Translation;
import org.clearlane.formats.TranslationListener;
import org.clearlane.formats.TranslationSettings;
import org.clearlane.formats.Translator;
import org.clearlane.model.Failure;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.finding.Finding;
import org.clearlane.profiles.Profiles;
import org.clearlane.x12.Delimiters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Any intake format to 837P. Exit codes: 0 fine, 1 some rows judged bad, 2 unreadable or usage, 3 ours. */
@Command(
        name = "translate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Translates a partner's table of claims to an 837P. Problems go to stderr, by row and column.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every claim was translated",
            "1:some claims were left out; stderr names them",
            "2:the file, the format or the payer cannot be used",
            "3:something of ours failed"
        })
public final class TranslateCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int JUDGED_BAD = 1;
    private static final int UNUSABLE = 2;
    private static final int OURS = 3;

    @Parameters(index = "0", paramLabel = "FILE", description = "The table, UTF-8 text.")
    private Path file;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "NAME",
            description = "A format under config/formats, for example professional-csv.")
    private String format;

    @Option(
            names = "--payer",
            paramLabel = "ID",
            description = "Address and write it as this payer's profile says (its short name, or the id claims use).")
    private String payer;

    @Option(names = "-o", paramLabel = "OUT", description = "Write the 837P here instead of to stdout.")
    private Path target;

    @Option(
            names = "--submitter",
            paramLabel = "ID",
            description = "ISA06 and 1000A NM109; default: who we are to the payer, else CLEARLANE.")
    private String submitter;

    @Option(
            names = "--contact",
            paramLabel = "NAME",
            defaultValue = "CLAIMS DESK",
            description = "1000A PER02; default: ${DEFAULT-VALUE}.")
    private String contact;

    @Option(
            names = "--phone",
            paramLabel = "DIGITS",
            defaultValue = "0000000000",
            description = "1000A PER04, which the guide requires; default: ${DEFAULT-VALUE}.")
    private String phone;

    @Option(
            names = "--control",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "ISA13 and GS06; default: ${DEFAULT-VALUE}.")
    private long control;

    @Option(names = "--config", paramLabel = "DIR", description = "The configuration folder; default: config.")
    private Path config;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    public TranslateCommand() {
        this(System.out, System.err, Clock.systemDefaultZone());
    }

    TranslateCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return unusable("the file cannot be read: " + file);
        }
        Path folder = config == null ? home().resolve("config") : config;
        if (!Files.isDirectory(folder)) {
            return unusable("there is no configuration folder " + folder);
        }
        try (Formats formats = Formats.load(folder)) {
            Optional<Translator> translator = formats.format(format);
            if (translator.isEmpty()) {
                return unusable("there is no format " + format + "; known: " + String.join(", ", formats.names()));
            }
            Optional<PayerProfile> profile = profile(folder);
            if (payer != null && profile.isEmpty()) {
                return unusable("there is no payer " + payer);
            }
            TranslationSettings settings;
            try {
                settings = settings(profile);
            } catch (IllegalArgumentException e) {
                return unusable(e.getMessage());
            }
            return translate(translator.get(), settings);
        } catch (Failure | IOException e) {
            err.println("clearlane: " + e.getMessage());
            return OURS;
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("clearlane.home", "."));
    }

    private Optional<PayerProfile> profile(Path folder) {
        if (payer == null) {
            return Optional.empty();
        }
        Profiles profiles = Profiles.load(folder);
        return profiles.payer(payer).or(() -> profiles.payerFor(payer));
    }

    private TranslationSettings settings(Optional<PayerProfile> profile) {
        String submitterId = submitter != null
                ? submitter
                : profile.map(p -> p.envelope().senderId()).orElse("CLEARLANE");
        TranslationSettings.Party from = new TranslationSettings.Party(
                profile.map(p -> p.envelope().senderQualifier()).orElse("ZZ"), submitterId, submitterId);
        TranslationSettings.Party to = profile.map(p -> new TranslationSettings.Party(
                        p.envelope().receiverQualifier(),
                        p.envelope().receiverId(),
                        p.envelope().receiverName()))
                .orElse(new TranslationSettings.Party("ZZ", "CLEARLANE", "CLEARLANE"));
        return new TranslationSettings(
                from,
                new TranslationSettings.Contact(contact, phone),
                to,
                control,
                profile.map(p -> Delimiters.of(p.envelope().delimiters())).orElse(Delimiters.USUAL),
                profile.map(p -> p.envelope().usage()).orElse('P'),
                profile.map(p -> p.batch().claimsPerSet()).orElse(5_000),
                clock);
    }

    private int translate(Translator translator, TranslationSettings settings) throws IOException {
        if (target == null) {
            return translate(translator, settings, out);
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            int code;
            try (OutputStream stream = Files.newOutputStream(part)) {
                code = translate(translator, settings, stream);
            }
            if (Files.size(part) > 0) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return code;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int translate(Translator translator, TranslationSettings settings, OutputStream stream) throws IOException {
        try (InputStream table = Files.newInputStream(file);
                Translation translation = translator.translate(table, stream, settings, new Told())) {
            Translation.Counts counts = translation.counts();
            err.printf(
                    "%s: %d rows; %d claims with %d lines for %s written, %d claims left out, %d rows unreadable%n",
                    file.getFileName(),
                    counts.rows(),
                    counts.claimsWritten(),
                    counts.linesWritten(),
                    counts.chargesWritten(),
                    counts.claimsLeftOut(),
                    counts.rowsUnreadable());
            return switch (translation.outcome()) {
                case COMPLETE -> FINE;
                case PARTIAL, NOTHING -> JUDGED_BAD;
                case UNREADABLE -> UNUSABLE;
            };
        }
    }

    private int unusable(String why) {
        err.println("clearlane: " + why);
        return UNUSABLE;
    }

    /** Tells the one who ran the command, as it happens; values of cells are not repeated. */
    private final class Told implements TranslationListener {

        @Override
        public void found(Finding finding) {
            String column = finding.cell().column().isEmpty()
                    ? ""
                    : ", column " + finding.cell().column();
            err.printf(
                    "%s: row %d%s: %s %s [%s]%n",
                    finding.isError() ? "error" : "warning",
                    finding.cell().row(),
                    column,
                    finding.message(),
                    finding.mend(),
                    finding.code());
        }

        @Override
        public void leftOut(LeftOutClaim claim) {
            err.printf(
                    "left out: claim %s, rows %d to %d%s%n",
                    claim.claimNumber(),
                    claim.firstRow(),
                    claim.lastRow(),
                    claim.charge() == null ? "" : ", " + claim.charge());
        }
    }
}
