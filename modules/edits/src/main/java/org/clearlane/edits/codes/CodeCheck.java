package org.clearlane.edits.codes;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.edits.CalendarDay;

/** Asks every set about a code, as a person does who holds a code and a date. */
public final class CodeCheck {

    /**
     * What one set says.
     *
     * @param set the set
     * @param standing what it says of the code on the day
     * @param words the same in words
     */
    public record Answer(CodeSet set, CodeStanding standing, String words) {}

    private CodeCheck() {}

    /**
     * The sets whose codes look like this one, and what each says of it on this day.
     *
     * @param only ask this set alone, even if its codes look otherwise; null asks all
     * @param day as {@link CalendarDay}
     */
    public static List<Answer> ask(CodeSets codes, CodeSet only, String code, int day) {
        String plain = code.replace(".", "");
        List<Answer> answers = new ArrayList<>();
        for (CodeSet set : CodeSet.values()) {
            if (only != null && set != only) {
                continue;
            }
            switch (set.kind()) {
                case LISTING -> listing(codes.listing(set), set, plain, day, answers);
                case ICD_10 ->
                    icd10(set == CodeSet.ICD_10_CM ? codes.icd10Cm() : codes.icd10Pcs(), set, plain, day, answers);
                case PAIRS, LIMITS, CONFLICTS -> {}
            }
        }
        if (only == null && answers.stream().anyMatch(answer -> answer.standing() != CodeStanding.MALFORMED)) {
            answers.removeIf(answer -> answer.standing() == CodeStanding.MALFORMED);
        }
        return answers;
    }

    private static void listing(CodeListing list, CodeSet set, String code, int day, List<Answer> answers) {
        if (list.isEmpty()) {
            String shape = set == CodeSet.CPT ? "\\d{4}[0-9FTUMA]" : "D\\d{4}";
            if (code.matches(shape)) {
                answers.add(new Answer(
                        set,
                        CodeStanding.VALID,
                        "has the shape of one; no licensed list is imported that could say more"));
            }
            return;
        }
        CodeStanding standing = list.standing(code, day);
        String words =
                switch (standing) {
                    case VALID -> "in force" + since(list.firstDay(code)) + until(list.lastDay(code));
                    case NOT_YET -> "in force only" + since(list.firstDay(code));
                    case ENDED -> "ended on " + IsoDay.text(list.lastDay(code));
                    case UNKNOWN -> "not in the list";
                    case UNKNOWN_BEYOND_THE_LIST ->
                        "not in the list, which is complete only until "
                                + IsoDay.text(list.head().knownUntil());
                    case MALFORMED -> "no code of this set looks like this";
                };
        answers.add(new Answer(set, standing, words));
    }

    private static String since(int day) {
        return day == CalendarDay.NONE ? "" : " since " + IsoDay.text(day);
    }

    private static String until(int day) {
        return day == TableHead.ALWAYS ? "" : " until " + IsoDay.text(day);
    }

    private static void icd10(Icd10Codes table, CodeSet set, String code, int day, List<Answer> answers) {
        int year = CalendarDay.fiscalYear(day);
        String known = "fiscal years %d to %d are loaded".formatted(table.firstYear(), table.lastYear());
        answers.add(
                switch (table.standing(code, year)) {
                    case VALID ->
                        new Answer(
                                set,
                                CodeStanding.VALID,
                                year < table.firstYear() || year > table.lastYear()
                                        ? "billable in the nearest year known; " + known
                                        : "billable in fiscal year " + year);
                    case NEEDS_MORE_DIGITS ->
                        new Answer(
                                set,
                                CodeStanding.UNKNOWN,
                                "a heading in fiscal year " + year + ": more digits make it a code");
                    case UNKNOWN -> new Answer(set, CodeStanding.UNKNOWN, "no code in fiscal year " + year);
                    case UNKNOWN_OUTSIDE_LOADED_YEARS ->
                        new Answer(
                                set,
                                CodeStanding.UNKNOWN_BEYOND_THE_LIST,
                                "no billable code in the nearest year known; " + known);
                    case MALFORMED -> new Answer(set, CodeStanding.MALFORMED, "no code of this set looks like this");
                });
    }
}
