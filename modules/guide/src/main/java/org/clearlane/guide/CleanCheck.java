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

    private int markCount;
    private int next;
    private long elements;
    private long components;
    private long repetitions;
    private byte component;
    /** Separators above 0x7F, which nobody uses, are left to the full judge. */
    private boolean knowsSeparators;

    /** Other separators are in force from here on. */
    void separators(Delimiters delimiters) {
        component = delimiters.component();
        elements = (delimiters.element() & 0xff) * ONES;
        components = (component & 0xff) * ONES;
        repetitions = (delimiters.repetition() & 0xff) * ONES;
        knowsSeparators = delimiters.element() > 0 && component > 0 && delimiters.repetition() >= 0;
    }

    /**
     * True only if the elements of this segment keep all of these rules; false says nothing.
     *
     * @param vouched the elements whose codes have been found right already; bit n stands for element n
     */
    boolean isClean(Segment segment, SegmentRules rules, long vouched) {
        FieldRow row = rules.row;
        int count = segment.elementCount();
        if (count > row.fields || rules.declaresSeparators || !knowsSeparators) {
            return false;
        }
        byte[] bytes = segment.buffer();
        int from = segment.elementEnd(0) + 1;
        if (!mark(bytes, from, segment.elementEnd(count))) {
            return false;
        }
        // Lengths first, without a branch for what is empty: which elements are is hard to foretell.
        int[] limits = row.limits;
        long present = 0;
        int wrong = 0;
        int length = 1;
        for (int n = 1; n <= count; n++) {
            int to = segment.elementEnd(n);
            length = to - from;
            int given = -length >> 31;
            int blank = (bytes[from] ^ ' ') - 1;
            wrong |= given & (length - limits[2 * n] | limits[2 * n + 1] - length | blank);
            present |= (given & 1L) << n;
            from = to + 1;
        }
        if (wrong < 0 || length == 0 || (row.required & ~present | row.unused & present) != 0) {
            return false;
        }
        for (long left = present & row.coded & ~vouched; left != 0; left &= left - 1) {
            int n = Long.numberOfTrailingZeros(left);
            if (!isCode(row.codes[n], bytes, segment.elementStart(n), segment.elementEnd(n))) {
                return false;
            }
        }
        next = 0;
        for (long left = present & row.particular; left != 0; left &= left - 1) {
            int n = Long.numberOfTrailingZeros(left);
            int start = segment.elementStart(n);
            int end = segment.elementEnd(n);
            boolean clean = row.kind[n] == FieldRow.COMPOSITE
                    ? isCleanComposite(bytes, start, end, row.components[n])
                    : isClean(row, n, bytes, start, end, segment.elementStart(n - 1), start - 1);
            if (!clean) {
                return false;
            }
        }
        if (next != markCount) {
            return false;
        }
        return ((present | 1) & rules.noted) == 0 || holdsNotes(rules.openNotes, present);
    }

    private static boolean holdsNotes(SyntaxNote[] notes, long present) {
        for (SyntaxNote note : notes) {
            if (!note.holds(present)) {
                return false;
            }
        }
        return true;
    }

    /** A value without marks that is not empty. */
    private static boolean isCode(CodeSet codes, byte[] bytes, int from, int to) {
        int length = to - from;
        return length <= 8
                ? codes.containsKey((long) WORD.get(bytes, from) & -1L >>> 64 - 8 * length)
                : codes.contains(bytes, from, to);
    }

    private boolean mark(byte[] bytes, int from, int to) {
        int found = 0;
        for (int at = from; at < to; at += 8) {
            long word = (long) WORD.get(bytes, at);
            long low = word & LOW_BITS;
            long ordinary = low + FROM_BLANK & (low ^ components) + LOW_BITS & (low ^ repetitions) + LOW_BITS;
            // A separator of elements may be a character of no set.
            long special = (low + ONES | word | ~ordinary) & ((low ^ elements) + LOW_BITS | word) & HIGH_BITS;
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
        markCount = found;
        return true;
    }

    private boolean isCleanComposite(byte[] bytes, int from, int to, FieldRow row) {
        if (marks[next] < from) {
            return false; // in an element before this one, which has no components
        }
        if (row == null) {
            return marks[next] >= to;
        }
        int fields = row.fields;
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
                return (row.required & ~present | row.unused & present) == 0;
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
        boolean right = bytes[from] != ' ';
        switch (row.kind[n]) {
            case FieldRow.TEXT -> {}
            case FieldRow.WHOLE_NUMBER -> length = Values.digitsOfNumber(bytes, from, to, false);
            case FieldRow.DECIMAL -> length = Values.digitsOfNumber(bytes, from, to, true);
            case FieldRow.DATE -> right = Values.isDate(bytes, from, to);
            case FieldRow.TIME -> right = Values.isTime(bytes, from, to);
            case FieldRow.PERIOD -> right &= Values.isPeriod(bytes, formatFrom, formatTo, from, to);
            default -> right = false;
        }
        if (!right || length < row.min[n] || length > row.max[n] || length < 0) {
            return false;
        }
        CodeSet codes = row.codes[n];
        return codes == null || codes.contains(bytes, from, to);
    }
}
