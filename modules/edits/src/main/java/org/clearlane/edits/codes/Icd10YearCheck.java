package org.clearlane.edits.codes;

/**
 * Compares a year that was just read with the years there are: is it whole, and is it the year it was said to be? Every
 * year changes some hundred codes, so a file has fewest differences from its neighbours.
 */
final class Icd10YearCheck {

    /** No year ever lost a tenth of its codes. */
    private static final int LEAST_PERCENT = 90;

    private final Icd10Codes loaded;
    private final Icd10Codes read;
    private final int year;
    private final SourceFile file;

    Icd10YearCheck(Icd10Codes loaded, Icd10Codes read, SourceFile file) {
        this.loaded = loaded;
        this.read = read;
        this.year = read.firstYear();
        this.file = file;
    }

    /**
     * The file goes as far as the nearest year does. Its order is the chapters', whose last is U in ICD-10-CM.
     *
     * @param inOrder the rows as they stand in the file
     */
    void requireWhole(long[] inOrder) {
        int nearest = Math.clamp(year, loaded.firstYear(), loaded.lastYear());
        String last = Icd10Codes.code(inOrder[inOrder.length - 1]);
        String lastThere = "";
        long initials = 0;
        int sizeThere = 0;
        for (long row : loaded.rows()) {
            if (isOf(row, nearest)) {
                String code = Icd10Codes.code(row);
                lastThere = code.charAt(0) == last.charAt(0) ? code : lastThere;
                initials |= initial(row);
                sizeThere++;
            }
        }
        for (long row : inOrder) {
            initials &= ~initial(row);
        }
        if (last.compareTo(lastThere) < 0
                || initials != 0
                || inOrder.length * 100L < sizeThere * (long) LEAST_PERCENT) {
            throw file.refused(
                    ("ends the file with %s, before its codes do: %,d codes in all, where %d has %,d, and those with"
                                    + " this first character go on to %s")
                            .formatted(last, inOrder.length, nearest, sizeThere, lastThere));
        }
    }

    private static long initial(long row) {
        return 1L << PackedCode.bits(Icd10Codes.code(row).charAt(0));
    }

    /** The codes are not those of another year there is. */
    void requireThisYear(long[] inOrder) {
        int expected = Math.clamp(year, loaded.firstYear(), loaded.lastYear());
        int differences = differences(expected);
        for (int other = loaded.firstYear(); other <= loaded.lastYear(); other++) {
            boolean same = other != year && differences(other) == 0;
            if (same || other != expected && differences(other) < differences) {
                throw file.refusedAt(
                        firstDifference(inOrder, other == expected ? year : expected),
                        "shows that these are the codes of %d, not of %d".formatted(other, year));
            }
        }
    }

    /** The line of the first code that is not the same in this year; the last line when all are. */
    private int firstDifference(long[] inOrder, int other) {
        for (int i = 0; i < inOrder.length; i++) {
            if (!isSameIn(inOrder[i], other)) {
                return i + 1;
            }
        }
        return inOrder.length;
    }

    private int differences(int other) {
        int same = 0;
        for (long row : read.rows()) {
            same += isSameIn(row, other) ? 1 : 0;
        }
        int there = 0;
        for (long row : loaded.rows()) {
            there += isOf(row, other) ? 1 : 0;
        }
        return read.size() - same + there - same;
    }

    private boolean isSameIn(long row, int other) {
        if (other < loaded.firstYear() || other > loaded.lastYear()) {
            return true;
        }
        DiagnosisStanding standing = loaded.standing(Icd10Codes.code(row), other);
        return standing == (Icd10Codes.billable(row) ? DiagnosisStanding.VALID : DiagnosisStanding.NEEDS_MORE_DIGITS);
    }

    private static boolean isOf(long row, int year) {
        return Icd10Codes.first(row) <= year && year <= Icd10Codes.last(row);
    }
}
