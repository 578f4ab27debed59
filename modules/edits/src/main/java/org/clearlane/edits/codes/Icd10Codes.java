package org.clearlane.edits.codes;

import java.util.Arrays;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * ICD-10 codes, of diagnoses (CM) or of procedures (PCS), with the fiscal years they were in force, eight bytes each. Immutable, safe for use by several
 * threads. A code that changed between heading and billable, or went and came back, has a row for each stretch.
 *
 * <p>A row is one long: the code in seven times six bits (so rows sort as the codes do), then the first and the last
 * fiscal year as years since 2000, then whether it may be billed.
 */
public final class Icd10Codes {

    static final int MOST_CHARACTERS = 7;
    private static final int YEAR_BITS = 8;
    private static final int CODE_SHIFT = 2 * YEAR_BITS + 1;
    private static final int EPOCH = 2000;

    /** Rows are found by their first two characters, then by halving. */
    private static final int BUCKET_SHIFT = CODE_SHIFT + 6 * (MOST_CHARACTERS - 2);

    private static final int BUCKETS = 1 << 12;

    private final long[] rows;
    private final int[] bucketStart = new int[BUCKETS + 1];
    private final TableHead head;
    private final int firstYear;
    private final int lastYear;
    /**
     * Which characters begin a code and which stand second, in any year, a bit for each. They name the chapter and
     * change once in a decade, so a code that begins otherwise is none of a year that is not loaded either.
     */
    private final long[] beginnings = new long[2];

    /** How long codes are: a bit for each length. */
    private int lengths;

    Icd10Codes(TableHead head, long[] rows, int firstYear, int lastYear) {
        this.head = head;
        this.rows = rows.clone();
        Arrays.sort(this.rows);
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        for (long row : this.rows) {
            bucketStart[(int) (row >>> BUCKET_SHIFT) + 1]++;
            lengths |= 1 << PackedCode.length(row >>> CODE_SHIFT, MOST_CHARACTERS);
            for (int i = 0; i < beginnings.length; i++) {
                beginnings[i] |= 1L << (row >>> CODE_SHIFT >>> 6 * (MOST_CHARACTERS - 1 - i) & 63);
            }
        }
        for (int i = 0; i < BUCKETS; i++) {
            bucketStart[i + 1] += bucketStart[i];
        }
    }

    /** Where the newest year comes from. */
    public TableHead head() {
        return head;
    }

    /** The first fiscal year whose codes are known. */
    public int firstYear() {
        return firstYear;
    }

    /** The last fiscal year whose codes are known. */
    public int lastYear() {
        return lastYear;
    }

    /** How many rows it holds. */
    public int size() {
        return rows.length;
    }

    /** What this code, without its point, is in a fiscal year; a year that is not loaded is judged by the nearest. */
    public DiagnosisStanding standing(String code, int fiscalYear) {
        long packed = PackedCode.pack(code, MOST_CHARACTERS);
        if (packed < 0 || !looksLikeACode(packed, code.length())) {
            return DiagnosisStanding.MALFORMED;
        }
        int asked = Math.clamp(fiscalYear, firstYear, lastYear);
        boolean outside = asked != fiscalYear;
        for (int i = firstRowOf(packed); i < rows.length && rows[i] >>> CODE_SHIFT == packed; i++) {
            if (first(rows[i]) <= asked && asked <= last(rows[i])) {
                if (billable(rows[i])) {
                    return DiagnosisStanding.VALID;
                }
                return outside ? DiagnosisStanding.UNKNOWN_OUTSIDE_LOADED_YEARS : DiagnosisStanding.NEEDS_MORE_DIGITS;
            }
        }
        return outside ? DiagnosisStanding.UNKNOWN_OUTSIDE_LOADED_YEARS : DiagnosisStanding.UNKNOWN;
    }

    private boolean looksLikeACode(long packed, int length) {
        if (length < 3 || (lengths >>> length & 1) == 0) {
            return false;
        }
        for (int i = 0; i < beginnings.length; i++) {
            if ((beginnings[i] >>> (packed >>> 6 * (MOST_CHARACTERS - 1 - i) & 63) & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    private int firstRowOf(long packed) {
        int bucket = (int) (packed >>> BUCKET_SHIFT - CODE_SHIFT);
        int found = Arrays.binarySearch(rows, bucketStart[bucket], bucketStart[bucket + 1], packed << CODE_SHIFT);
        return found < 0 ? -found - 1 : found;
    }

    /**
     * These years with those of another table, which win where both have one.
     *
     * @throws Failure with code CONFIGURATION when a year between them is missing
     */
    Icd10Codes with(Icd10Codes other) {
        if (other.firstYear > lastYear + 1 || other.lastYear < firstYear - 1) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    "the years loaded are %d to %d, so %d does not follow: the years between are missing"
                            .formatted(firstYear, lastYear, other.firstYear));
        }
        long[] joined = new long[2 * rows.length + other.rows.length];
        int count = 0;
        for (long row : rows) {
            long code = row >>> CODE_SHIFT;
            if (first(row) < other.firstYear) {
                joined[count++] = row(code, first(row), Math.min(last(row), other.firstYear - 1), billable(row));
            }
            if (last(row) > other.lastYear) {
                joined[count++] = row(code, Math.max(first(row), other.lastYear + 1), last(row), billable(row));
            }
        }
        System.arraycopy(other.rows, 0, joined, count, other.rows.length);
        joined = Arrays.copyOf(joined, count + other.rows.length);
        Arrays.sort(joined);
        return new Icd10Codes(
                other.lastYear >= lastYear ? other.head : head,
                stretches(joined),
                Math.min(firstYear, other.firstYear),
                Math.max(lastYear, other.lastYear));
    }

    /** Rows of the same code that follow each other and say the same are one. */
    private static long[] stretches(long[] sorted) {
        int count = 0;
        for (long row : sorted) {
            long before = count == 0 ? 0 : sorted[count - 1];
            if (count > 0
                    && before >>> CODE_SHIFT == row >>> CODE_SHIFT
                    && billable(before) == billable(row)
                    && last(before) + 1 == first(row)) {
                sorted[count - 1] = row(row >>> CODE_SHIFT, first(before), last(row), billable(row));
            } else {
                sorted[count++] = row;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    long[] rows() {
        return rows.clone();
    }

    static long row(String code, int first, int last, boolean billable) {
        return row(PackedCode.pack(code, MOST_CHARACTERS), first, last, billable);
    }

    static long row(long packed, int first, int last, boolean billable) {
        if (packed < 0 || first < EPOCH || last < first || last >= EPOCH + (1 << YEAR_BITS)) {
            throw new IllegalArgumentException("not a row of the table");
        }
        return packed << CODE_SHIFT
                | (long) (first - EPOCH) << YEAR_BITS + 1
                | (long) (last - EPOCH) << 1
                | (billable ? 1 : 0);
    }

    static String code(long row) {
        return PackedCode.unpack(row >>> CODE_SHIFT, MOST_CHARACTERS);
    }

    static int first(long row) {
        return EPOCH + (int) (row >>> YEAR_BITS + 1 & 0xff);
    }

    static int last(long row) {
        return EPOCH + (int) (row >>> 1 & 0xff);
    }

    static boolean billable(long row) {
        return (row & 1) != 0;
    }
}
