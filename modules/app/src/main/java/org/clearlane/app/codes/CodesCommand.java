package org.clearlane.app.codes;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.codes.CodeCheck;
import org.clearlane.edits.codes.CodeImport;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.edits.codes.CodeStanding;
import org.clearlane.edits.codes.NewEdition;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Code sets: which are loaded, what they say of a code, new editions of them. */
@Command(
        name = "codes",
        description =
                "Code sets: which editions are loaded, what they say of a code on a day, new editions of publishers, and"
                        + " which claims of the ledger use a code that a new edition ends.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine; of check: the code is in force on that day",
            "1:the file is refused; of check: the code is not in force on that day",
            "2:the command, or a file, cannot be understood",
            "3:something of ours failed"
        },
        footer = {
            "",
            "What is imported lies in codesets/imported of the configuration, a file for each edition, and stands behind what"
                    + " came along. To take an import back, remove its file. A running service reads it when it is started"
                    + " again.",
            "",
            "Examples:",
            "  clearlane codes check E11.9 --on 2025-10-01",
            "  clearlane codes import icd-10-cm icd10cm_order_2027.txt --version 2027",
            "  clearlane codes import hcpcs HCPC2026_OCT_ANWEB.txt --from 2026-10-01",
            "  clearlane codes impact icd10cm_order_2027.txt --set icd-10-cm --version 2027 --days 90"
        })
public final class CodesCommand {

    private static final String SETS = "the set, as 'codes list' names it";

    @Option(
            names = "--config",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "where the configuration is (default: the config folder that comes along)")
    private Path config;

    @Spec
    private CommandSpec spec;

    private final Clock clock;

    /** For the command line. */
    public CodesCommand() {
        this(Clock.systemDefaultZone(), Home.config());
    }

    /**
     * @param clock says what today is
     * @param config where code sets are unless the command line says otherwise
     */
    public CodesCommand(Clock clock, Path config) {
        this.clock = clock;
        this.config = config;
    }

    @Command(
            name = "list",
            description = "Lists the sets, how many rows each has, and the editions they are made of.",
            mixinStandardHelpOptions = true)
    Integer list(@Option(names = "--json", description = "for programs") boolean json) throws JsonProcessingException {
        CodeSets codes = CodeSets.load(codesets());
        List<Map<String, Object>> sets = Arrays.stream(CodeSet.values())
                .map(set -> CodeReports.set(codes, set))
                .toList();
        print(json ? CodeReports.json(sets) : CodeReports.table(sets));
        return 0;
    }

    @Command(
            name = "check",
            description = "Says what the sets know of a code on a day.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit code 0: in force in at least one of the sets asked; 1: in none."})
    Integer check(
            @Parameters(paramLabel = "CODE", description = "with or without its point: E11.9, E119, J0120, 59")
                    String code,
            @Option(names = "--on", paramLabel = "DATE", description = "the date of service (default: today)")
                    LocalDate on,
            @Option(names = "--set", paramLabel = "SET", description = SETS + " (default: all)") String set,
            @Option(names = "--json", description = "for programs") boolean json)
            throws JsonProcessingException {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        CodeSet only = set == null ? null : named(set);
        if (only != null && only.kind() != CodeSet.Kind.LISTING && only.kind() != CodeSet.Kind.ICD_10) {
            throw new ParameterException(spec.commandLine(), set + " is no list of codes");
        }
        List<CodeCheck.Answer> answers = CodeCheck.ask(CodeSets.load(codesets()), only, code, CalendarDay.of(day));
        print(json ? CodeReports.json(CodeReports.answers(code, day, answers)) : CodeReports.text(code, day, answers));
        return answers.stream().anyMatch(answer -> answer.standing() == CodeStanding.VALID) ? 0 : Main.JUDGED_BAD;
    }

    @Command(
            name = "import",
            description = {
                "Brings in a publisher's file: the ICD-10 order files, the quarterly HCPCS file and the NCCI files of CMS as"
                        + " they are, from their archive or out of it; any other list as a table of code, first day, last day.",
                "A file that is cut off, of another layout or of another time is refused whole, with the line named."
            })
    Integer bring(
            @Parameters(paramLabel = "SET", description = SETS) String set,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "the file; NCCI pairs come in several, to be named together")
                    List<Path> files,
            @Mixin EditionOptions edition,
            @Option(names = "--json", description = "for programs") boolean json)
            throws JsonProcessingException {
        CodeSet named = named(set);
        var told = edition.of(named, spec);
        try {
            CodeImport.Imported imported = new CodeImport(codesets()).bring(named, files, told);
            print(json ? CodeReports.json(CodeReports.imported(named, imported)) : CodeReports.text(named, imported));
            return 0;
        } catch (Failure refused) {
            return refused(refused);
        }
    }

    @Command(
            name = "impact",
            description = "Says which claims of the last days use a code that ends or is missing in a new file, without"
                    + " importing it. Reads the ledger and the archived bytes of the claims; changes nothing.")
    Integer impact(
            @Parameters(paramLabel = "NEWFILE", description = "the publisher's file") Path file,
            @Option(names = "--set", paramLabel = "SET", required = true, description = SETS) String set,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "90",
                            description = "claims received in the last N days (default: ${DEFAULT-VALUE})")
                    int days,
            @Mixin EditionOptions edition,
            @Mixin LedgerAccess access,
            @Option(names = "--json", description = "for programs") boolean json)
            throws JsonProcessingException {
        CodeSet named = named(set);
        var told = edition.of(named, spec);
        if (days < 1) {
            throw new ParameterException(spec.commandLine(), "--days is a number from 1");
        }
        NewEdition news;
        try {
            news = new CodeImport(codesets()).look(named, List.of(file), told);
        } catch (Failure refused) {
            return refused(refused);
        }
        Impact impact = Impact.of(access, named, news, clock.instant(), days);
        print(json ? CodeReports.json(impact.asMap(named)) : impact.asText(named));
        return 0;
    }

    private int refused(Failure failure) {
        if (failure.code() != FailureCode.CONFIGURATION) {
            throw failure;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("clearlane codes: " + failure.getMessage() + ". Nothing was imported.");
        err.flush();
        return Main.JUDGED_BAD;
    }

    private CodeSet named(String id) {
        return CodeSet.byId(id)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no set " + id + "; there are "
                                + Arrays.stream(CodeSet.values())
                                        .map(CodeSet::id)
                                        .collect(Collectors.joining(", "))));
    }

    private Path codesets() {
        return config.resolve("codesets");
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
