package org.clearlane.edits.codes;

import java.util.List;
import java.util.TreeSet;
import org.clearlane.edits.CalendarDay;

/**
 * What a new edition changes for claims of its time.
 *
 * @param from the first day of the edition
 * @param begun codes that may be used from then on and could not before
 * @param ended codes that could be used until then and may not be from then on
 */
public record CodeChanges(int from, List<String> begun, List<String> ended) {

    /** Of tables other than lists of codes, nothing is compared. */
    static final CodeChanges NOT_COMPARED = new CodeChanges(CalendarDay.NONE, List.of(), List.of());

    public CodeChanges {
        begun = List.copyOf(begun);
        ended = List.copyOf(ended);
    }

    /** Billable codes of the year that was read against those of the nearest year before it. */
    static CodeChanges between(Icd10Codes before, Icd10Codes read) {
        int year = read.firstYear();
        int old = Math.clamp(year - 1L, before.firstYear(), before.lastYear());
        TreeSet<String> begun = billable(read, year);
        TreeSet<String> ended = billable(before, old);
        TreeSet<String> kept = new TreeSet<>(begun);
        kept.retainAll(ended);
        begun.removeAll(kept);
        ended.removeAll(kept);
        return new CodeChanges((year - 1) * 10_000 + 1001, List.copyOf(begun), List.copyOf(ended));
    }

    private static TreeSet<String> billable(Icd10Codes codes, int year) {
        TreeSet<String> billable = new TreeSet<>();
        for (long row : codes.rows()) {
            if (Icd10Codes.billable(row) && Icd10Codes.first(row) <= year && year <= Icd10Codes.last(row)) {
                billable.add(Icd10Codes.code(row));
            }
        }
        return billable;
    }

    /** Codes in force on the last day that the new edition speaks of against those on the day before its first. */
    static CodeChanges between(CodeListing before, CodeListing after, TableHead edition) {
        int last = edition.knownUntil() == TableHead.ALWAYS ? edition.from() : edition.knownUntil();
        int dayBefore = IsoDay.before(edition.from());
        TreeSet<String> begun = new TreeSet<>();
        TreeSet<String> ended = new TreeSet<>();
        after.forEachCode(packed -> {
            String code = PackedCode.unpack(packed, PackedCode.MOST_CHARACTERS);
            boolean old = before.has(code, dayBefore);
            boolean now = after.has(code, last);
            if (now && !old) {
                begun.add(code);
            } else if (old && !now) {
                ended.add(code);
            }
        });
        return new CodeChanges(edition.from(), List.copyOf(begun), List.copyOf(ended));
    }
}
