package org.clearlane.edits.codes;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The most units of a procedure that are plausible (NCCI medically unlikely edits), eight bytes each. Immutable, safe
 * for use by several threads.
 */
public final class UnitLimits {

    /** There is no limit for this procedure. */
    public static final int NO_LIMIT = -1;

    private static final int WIDTH = 5;
    private static final int KIND_BITS = 2;
    private static final int ROW_BITS = 22;

    private final TableHead head;
    private final long[] rows;
    /** A bit for each first character there is. */
    private long initials;

    private UnitLimits(TableHead head, long[] rows) {
        this.head = head;
        this.rows = rows;
        for (long row : rows) {
            initials |= 1L << PackedCode.at(row >>> ROW_BITS, 0, WIDTH);
        }
    }

    /** Reads a table of code, most units, kind of limit: 1 a line, 2 and 3 a day. */
    static UnitLimits read(byte[] text, Consumer<String> mistakes) {
        TableLines lines = new TableLines(text, mistakes);
        long[] rows = new long[1024];
        int count = 0;
        while (lines.next()) {
            long code = lines.code(0, WIDTH);
            int units = lines.number(1);
            int kind = lines.number(2);
            if (code < 0 || units < 0 || kind < 1 || kind > 3 || lines.columnCount() != 3) {
                lines.mistake("a code, its most units and 1, 2 or 3 expected");
                continue;
            }
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count] = code << ROW_BITS | (long) units << KIND_BITS | kind;
            if (count > 0 && rows[count] >>> ROW_BITS <= rows[count - 1] >>> ROW_BITS) {
                lines.mistake("codes are not in order");
            }
            count++;
        }
        if (count == 0) {
            lines.mistake("no codes");
        }
        return new UnitLimits(lines.head(), Arrays.copyOf(rows, count));
    }

    static UnitLimits none() {
        return new UnitLimits(new TableHead("", "", "none loaded", 0, 0, 0, ""), new long[0]);
    }

    public TableHead head() {
        return head;
    }

    public int size() {
        return rows.length;
    }

    /** The most units of this procedure, or {@link #NO_LIMIT}. */
    public int units(String code) {
        int row = row(code);
        return row < 0 ? NO_LIMIT : (int) (rows[row] >>> KIND_BITS) & (1 << ROW_BITS - KIND_BITS) - 1;
    }

    /** Whether the limit counts each line by itself; otherwise all lines of a day together. */
    public boolean isByLine(String code) {
        int row = row(code);
        return row >= 0 && (rows[row] & (1 << KIND_BITS) - 1) == 1;
    }

    private int row(String code) {
        boolean possible = code.length() == WIDTH && (initials >>> PackedCode.bits(code.charAt(0)) & 1) == 1;
        long packed = possible ? PackedCode.pack(code, WIDTH) : -1;
        if (packed < 0) {
            return -1;
        }
        int at = Arrays.binarySearch(rows, packed << ROW_BITS);
        at = at < 0 ? -at - 1 : at;
        return at < rows.length && rows[at] >>> ROW_BITS == packed ? at : -1;
    }
}
