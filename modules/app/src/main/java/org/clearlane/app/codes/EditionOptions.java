package org.clearlane.app.codes;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.codes.CodeEdition;
import org.clearlane.edits.codes.CodeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What an operator says of a publisher's file. */
final class EditionOptions {

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    /** Not with the usual help options, whose --version is the program's. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Option(
            names = "--version",
            paramLabel = "V",
            description =
                    "the publisher's name of the edition; of ICD-10 the fiscal year: 2027 (default: the day of --from)")
    private String version;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "first day for which it holds: 2026-10-01 (ICD-10: not needed)")
    private LocalDate from;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "last day for which it is complete (default: as long as such editions usually are)")
    private LocalDate until;

    @Option(names = "--even-if-smaller", description = "take it though it has far fewer codes than the edition before")
    private boolean evenIfSmaller;

    /** The same as the tables know it. */
    CodeEdition of(CodeSet set, CommandSpec spec) {
        String name = version == null && from != null ? from.toString() : version;
        if (set.kind() == CodeSet.Kind.ICD_10) {
            if (name == null || !YEAR.matcher(name).matches()) {
                throw new ParameterException(
                        spec.commandLine(),
                        set.id() + " needs --version with the US fiscal year, for example --version 2027");
            }
            return CodeEdition.ofFiscalYear(Integer.parseInt(name), evenIfSmaller);
        }
        if (from == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    set.id() + " needs --from with the first day it holds, for example --from 2026-10-01");
        }
        Matcher shape = VERSION.matcher(name);
        if (!shape.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--version is up to 40 letters, digits, points, dashes: it names a file");
        }
        int last = until == null ? CalendarDay.NONE : CalendarDay.of(until);
        if (until != null && until.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--until lies before --from");
        }
        return new CodeEdition(name, CalendarDay.of(from), last, evenIfSmaller);
    }
}
