package org.clearlane.edits.codes;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the Medicare Code Editor says of diagnoses, as a table of code, group and rule with that heading: CMS gives it out
 * as a manual, from which such tables are made. A rule is told by its first word: Female, Male, Perinatal, Pediatric,
 * Maternity, Adult, Manifestation. Rules of other kinds are left out.
 */
final class MceFile {

    private static final Pattern IN_ARCHIVE = Pattern.compile("(?i).*mce.*\\.(?:csv|tsv|txt)");
    private static final Pattern CODE = Pattern.compile("[A-Z][0-9A-Z]{2,6}");
    private static final Map<String, Integer> RULES = Map.of(
            "female", DiagnosisConflicts.FEMALE,
            "male", DiagnosisConflicts.MALE,
            "perinatal", DiagnosisConflicts.NEWBORN,
            "newborn", DiagnosisConflicts.NEWBORN,
            "pediatric", DiagnosisConflicts.PEDIATRIC,
            "maternity", DiagnosisConflicts.MATERNITY,
            "adult", DiagnosisConflicts.ADULT,
            "manifestation", DiagnosisConflicts.MANIFESTATION);

    private MceFile() {}

    /** The table of this file. */
    static String text(CodeSet set, Path path, CodeEdition edition) {
        try (SourceFile file = SourceFile.open(path, IN_ARCHIVE)) {
            Map<String, Integer> flags = new TreeMap<>();
            List<String> heading = SeparatedCells.next(file);
            if (heading == null || heading.size() != 3 || !heading.get(2).equalsIgnoreCase("rule")) {
                throw file.refusedAt(1, "is not the heading code, group, rule");
            }
            for (List<String> cells = SeparatedCells.next(file); cells != null; cells = SeparatedCells.next(file)) {
                String code = cells.get(0).replace(".", "");
                if (cells.size() != 3 || !CODE.matcher(code).matches()) {
                    throw file.refused("is not a diagnosis, a group and a rule");
                }
                Integer flag = RULES.get(cells.get(2).toLowerCase(Locale.ROOT).split("\\W+", 2)[0]);
                if (flag != null) {
                    flags.merge(code, flag, (a, b) -> a | b);
                }
            }
            file.requireWhole();
            if (flags.isEmpty()) {
                throw file.refused("ends a file without rules of sex, age or manifestation");
            }
            StringBuilder text = new StringBuilder(edition.head(
                            set,
                            "Medicare Code Editor of CMS (" + file.name() + ")",
                            "US government work, public domain")
                    .text("ICD-10-CM code, letters: F and M one sex, N age 0, P 0-17, T 9-64, A 15 and above,"
                            + " X never the principal diagnosis"));
            flags.forEach((code, of) -> text.append(code)
                    .append('\t')
                    .append(DiagnosisConflicts.letters(of))
                    .append('\n'));
            return text.toString();
        }
    }
}
