package org.clearlane.guide;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/**
 * Says of most segments without fault, quickly, that nothing is wrong with their elements; of every other segment that it
 * does not know. So {@link ElementJudge} need only look at few, and every finding comes from there.
 *
 * <p>Whatever is neither an ordinary printable character nor a separator of elements is found eight bytes at a time; a
 * value without any of these needs no look at each byte to know that it is printable and has no components.
 *
 * <p>Not safe for use by several threads.
 */
final class CleanCheck {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F * ONES;
    private static final long HIGH_BITS = 0x80 * ONES;
    /** Added to a byte below 0x80, sets its high bit from the blank on. */
    private static final long FROM_BLANK = (0x80 - ' ') * ONES;

    /** More marks than a segment without fault ever has. */
    private static final int MOST_MARKS = 256;

    /** Where component and repetition separators and characters of no set stand in the segment at hand. */
    private final int[] marks = new int[MOST_MARKS + 8 + 1];

    private int next;
    private long components;
    private long repetitions;
    private byte component;

    /** Other separators are in force from here on. */
    void separators(Delimiters delimiters) {
        component = delimiters.component();
        components = (component & 0xff) * ONES;
        repetitions = (delimiters.repetition() & 0xff) * ONES;
    }

    /** True only if the elements of this segment keep all of these rules; false says nothing. */
    boolean isClean(Segment segment, SegmentRules rules) {
        FieldRow row = rules.row;
        int count = segment.elementCount();
        if (count > row.fields() || rules.declaresSeparators) {
            return false;
        }
        byte[] bytes = segment.buffer();
        int to = segment.elementEnd(0);
        if (!mark(bytes, to, segment.elementEnd(count))) {
            return false;
        }
        next = 0;
        int[] kinds = row.kind;
        long present = 0;
        int before = to;
        int from = to;
        for (int n = 1; n <= count; n++) {
            int beforeTo = to;
            before = from;
            from = to + 1;
            to = segment.elementEnd(n);
            if (from == to) {
                continue;
            }
            present |= 1L << n;
            if (marks[next] < to && marks[next] < from) {
                passMarksBefore(from);
            }
            if (kinds[n] == FieldRow.COMPOSITE) {
                if (!isCleanComposite(bytes, from, to, row.components[n])) {
                    return false;
                }
            } else if (marks[next] < to || !isClean(row, n, bytes, from, to, before, beforeTo)) {
                return false;
            }
        }
        if (from == to && count > 0 || (row.required & ~present) != 0) {
            return false;
        }
        for (SyntaxNote note : rules.notes) {
            if (note.broken(present) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the separator of elements is a control character, it is marked as well. */
    private void passMarksBefore(int from) {
        while (marks[next] < from) {
            next++;
        }
    }

    private boolean mark(byte[] bytes, int from, int to) {
        int found = 0;
        for (int at = from; at < to; at += 8) {
            long word = (long) WORD.get(bytes, at);
            long low = word & LOW_BITS;
            long special = low + ONES | word;
            long ordinary = low + FROM_BLANK & differing(word ^ components) & differing(word ^ repetitions);
            special = (special | ~ordinary) & HIGH_BITS;
            if (at + 8 > to) {
                special &= -1L >>> 64 - 8 * (to - at);
            }
            if (special != 0) {
                if (found >= MOST_MARKS) {
                    return false;
                }
                do {
                    marks[found++] = at + (Long.numberOfTrailingZeros(special) >>> 3);
                    special &= special - 1;
                } while (special != 0);
            }
        }
        marks[found] = Integer.MAX_VALUE;
        return true;
    }

    /** The high bit of each byte that is not zero; the other bits mean nothing. */
    private static long differing(long bytes) {
        return (bytes & LOW_BITS) + LOW_BITS | bytes;
    }

    private boolean isCleanComposite(byte[] bytes, int from, int to, FieldRow row) {
        if (row == null) {
            return marks[next] >= to;
        }
        int fields = row.fields();
        long present = 0;
        int before = from;
        int beforeTo = from;
        int begin = from;
        for (int part = 1; ; part++) {
            if (part > fields) {
                return false;
            }
            int end = Math.min(marks[next], to);
            if (end < to && bytes[end] != component) {
                return false;
            }
            if (begin < end) {
                present |= 1L << part;
                if (!isClean(row, part, bytes, begin, end, before, beforeTo)) {
                    return false;
                }
            }
            if (end == to) {
                return (row.required & ~present) == 0;
            }
            next++;
            before = begin;
            beforeTo = end;
            begin = end + 1;
        }
    }

    /** One simple value without marks; a period's format stands in the field before it. */
    private static boolean isClean(FieldRow row, int n, byte[] bytes, int from, int to, int formatFrom, int formatTo) {
        int length = to - from;
        switch (row.kind[n]) {
            case FieldRow.TEXT -> {
                if (bytes[from] == ' ') {
                    return false;
                }
            }
            case FieldRow.WHOLE_NUMBER -> length = Values.digitsOfNumber(bytes, from, to, false);
            case FieldRow.DECIMAL -> length = Values.digitsOfNumber(bytes, from, to, true);
            case FieldRow.DATE -> {
                if (!Values.isDate(bytes, from, to)) {
                    return false;
                }
            }
            case FieldRow.TIME -> {
                if (!Values.isTime(bytes, from, to)) {
                    return false;
                }
            }
            case FieldRow.PERIOD -> {
                if (!Values.isPeriod(bytes, formatFrom, formatTo, from, to) || bytes[from] == ' ') {
                    return false;
                }
            }
            default -> {
                return false;
            }
        }
        if (length < row.min[n] || length > row.max[n] || length < 0) {
            return false;
        }
        CodeSet codes = row.codes[n];
        return codes == null || codes.contains(bytes, from, to);
    }
}
