package org.clearlane.edits.codes;

import org.clearlane.edits.CalendarDay;

/**
 * What an operator says of a file to import.
 *
 * @param version the publisher's name of the edition: a fiscal year for ICD-10
 * @param from the first day for which it holds, as {@link CalendarDay}
 * @param until the last day for which it is complete; NONE: as long as such editions usually are
 * @param evenIfSmaller whether it may have far fewer codes than what it replaces
 */
public record CodeEdition(String version, int from, int until, boolean evenIfSmaller) {

    /** A fiscal year of ICD-10. */
    public static CodeEdition ofFiscalYear(int year, boolean evenIfSmaller) {
        return new CodeEdition(Integer.toString(year), (year - 1) * 10_000 + 1001, year * 10_000 + 930, evenIfSmaller);
    }

    TableHead head(CodeSet set, String source, String licence) {
        int complete = until != CalendarDay.NONE
                ? until
                : set.months() == 0
                        ? TableHead.ALWAYS
                        : IsoDay.before(CalendarDay.of(IsoDay.date(from).plusMonths(set.months())));
        return new TableHead(set.title(), source, version, from, complete, licence);
    }
}
