package org.clearlane.edits.codes;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Diagnoses that only one sex or only some ages can have, or that never are the principal one (Medicare Code Editor).
 * Eight bytes a code. Immutable, safe for use by several threads.
 */
public final class DiagnosisConflicts {

    /** The letters of the table, in the order of their bits. */
    private static final String LETTERS = "FMNPTAX";

    public static final int FEMALE = 1;
    public static final int MALE = 2;
    /** Age 0. */
    public static final int NEWBORN = 4;
    /** Ages 0 to 17. */
    public static final int PEDIATRIC = 8;
    /** Ages 9 to 64. */
    public static final int MATERNITY = 16;
    /** Ages 15 to 124. */
    public static final int ADULT = 32;
    /** A manifestation: never the principal diagnosis. */
    public static final int MANIFESTATION = 64;

    private static final int WIDTH = 7;
    private static final int FLAG_BITS = 8;
    private static final int CATEGORY_SHIFT = FLAG_BITS + PackedCode.BITS * (WIDTH - 3);

    private final TableHead head;
    private final long[] rows;
    /** A bit for each beginning of three characters: most diagnoses are in no row, and this tells so at once. */
    private final long[] categories = new long[1 << 3 * PackedCode.BITS - 6];

    private DiagnosisConflicts(TableHead head, long[] rows) {
        this.head = head;
        this.rows = rows;
        for (long row : rows) {
            int category = (int) (row >>> CATEGORY_SHIFT);
            categories[category >>> 6] |= 1L << category;
        }
    }

    /** Reads a table of code and letters. */
    static DiagnosisConflicts read(byte[] text, Consumer<String> mistakes) {
        TableLines lines = new TableLines(text, mistakes);
        long[] rows = new long[1024];
        int count = 0;
        while (lines.next()) {
            long code = lines.code(0, WIDTH);
            int flags = flags(lines.text(1));
            if (code < 0 || flags <= 0 || lines.columnCount() != 2) {
                lines.mistake("a diagnosis and letters of " + LETTERS + " expected");
                continue;
            }
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count] = code << FLAG_BITS | flags;
            if (count > 0 && rows[count] >>> FLAG_BITS <= rows[count - 1] >>> FLAG_BITS) {
                lines.mistake("codes are not in order");
            }
            count++;
        }
        if (count == 0) {
            lines.mistake("no codes");
        }
        return new DiagnosisConflicts(lines.head(), Arrays.copyOf(rows, count));
    }

    private static int flags(String letters) {
        int flags = 0;
        for (int i = 0; i < letters.length(); i++) {
            int bit = LETTERS.indexOf(letters.charAt(i));
            if (bit < 0) {
                return -1;
            }
            flags |= 1 << bit;
        }
        return flags;
    }

    /** The letters of these flags, as they stand in the table. */
    static String letters(int flags) {
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < LETTERS.length(); bit++) {
            if ((flags >> bit & 1) == 1) {
                letters.append(LETTERS.charAt(bit));
            }
        }
        return letters.toString();
    }

    static DiagnosisConflicts none() {
        return new DiagnosisConflicts(new TableHead("", "", "none loaded", 0, 0, 0, ""), new long[0]);
    }

    public TableHead head() {
        return head;
    }

    public int size() {
        return rows.length;
    }

    /** What holds for this diagnosis, as a sum of the constants here; 0 when nothing does. */
    public int of(String code) {
        long packed = PackedCode.pack(code, WIDTH);
        if (packed < 0) {
            return 0;
        }
        int category = (int) (packed << FLAG_BITS >>> CATEGORY_SHIFT);
        if ((categories[category >>> 6] >>> category & 1) == 0) {
            return 0;
        }
        int at = Arrays.binarySearch(rows, packed << FLAG_BITS);
        at = at < 0 ? -at - 1 : at;
        return at < rows.length && rows[at] >>> FLAG_BITS == packed ? (int) (rows[at] & (1 << FLAG_BITS) - 1) : 0;
    }
}
