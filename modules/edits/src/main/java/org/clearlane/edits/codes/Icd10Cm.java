package org.clearlane.edits.codes;

import java.util.Arrays;

/**
 * The ICD-10-CM codes with the fiscal years they were in force, eight bytes each. Immutable, safe for use by several
 * threads. A code that changed between heading and billable, or went and came back, has a row for each stretch.
 *
 * <p>A row is one long: the code in seven times six bits (so rows sort as the codes do), then the first and the last
 * fiscal year as years since 2000, then whether it may be billed.
 */
public final class Icd10Cm {

    static final int MOST_CHARACTERS = 7;
    private static final int YEAR_BITS = 8;
    private static final int CODE_SHIFT = 2 * YEAR_BITS + 1;
    private static final int EPOCH = 2000;

    /** Rows are found by their first two characters, then by halving. */
    private static final int BUCKET_SHIFT = CODE_SHIFT + 6 * (MOST_CHARACTERS - 2);

    private static final int BUCKETS = 1 << 12;

    private final long[] rows;
    private final int[] bucketStart = new int[BUCKETS + 1];
    private final int firstYear;
    private final int lastYear;
    /**
     * Which characters begin a code and which stand second, in any year, a bit for each. They name the chapter and
     * change once in a decade, so a code that begins otherwise is none of a year that is not loaded either.
     */
    private final long[] beginnings = new long[2];

    Icd10Cm(long[] rows, int firstYear, int lastYear) {
        this.rows = rows.clone();
        Arrays.sort(this.rows);
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        for (long row : this.rows) {
            bucketStart[(int) (row >>> BUCKET_SHIFT) + 1]++;
            for (int i = 0; i < beginnings.length; i++) {
                beginnings[i] |= 1L << (row >>> CODE_SHIFT >>> 6 * (MOST_CHARACTERS - 1 - i) & 63);
            }
        }
        for (int i = 0; i < BUCKETS; i++) {
            bucketStart[i + 1] += bucketStart[i];
        }
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
        long packed = pack(code);
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
        if (length < 3) {
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

    long[] rows() {
        return rows.clone();
    }

    static long row(String code, int first, int last, boolean billable) {
        long packed = pack(code);
        if (packed < 0 || first < EPOCH || last < first || last >= EPOCH + (1 << YEAR_BITS)) {
            throw new IllegalArgumentException("not a row of the table");
        }
        return packed << CODE_SHIFT
                | (long) (first - EPOCH) << YEAR_BITS + 1
                | (long) (last - EPOCH) << 1
                | (billable ? 1 : 0);
    }

    /** The code as a number that sorts like it, or -1 when a character is neither a digit nor a capital letter. */
    static long pack(String code) {
        if (code.isEmpty() || code.length() > MOST_CHARACTERS) {
            return -1;
        }
        long packed = 0;
        for (int i = 0; i < MOST_CHARACTERS; i++) {
            packed <<= 6;
            if (i < code.length()) {
                char c = code.charAt(i);
                if (c >= '0' && c <= '9') {
                    packed |= c - '0' + 1;
                } else if (c >= 'A' && c <= 'Z') {
                    packed |= c - 'A' + 11;
                } else {
                    return -1;
                }
            }
        }
        return packed;
    }

    static String code(long row) {
        StringBuilder code = new StringBuilder(MOST_CHARACTERS);
        for (int i = MOST_CHARACTERS - 1; i >= 0; i--) {
            int c = (int) (row >>> CODE_SHIFT >>> 6 * i & 63);
            if (c > 0) {
                code.append((char) (c <= 10 ? '0' + c - 1 : 'A' + c - 11));
            }
        }
        return code.toString();
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
