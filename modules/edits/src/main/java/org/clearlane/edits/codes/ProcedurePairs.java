package org.clearlane.edits.codes;

import java.util.Arrays;
import java.util.function.Consumer;
import org.clearlane.edits.CalendarDay;

/**
 * Pairs of procedures that one provider does not bill together for one patient on one day (NCCI procedure-to-procedure
 * edits): the first is paid, the second is not. Sorted arrays, sixteen bytes a pair, since the full table has 1.7
 * million. Immutable, safe for use by several threads.
 */
public final class ProcedurePairs {

    /** The two are not a pair on that day. */
    public static final int NO_PAIR = -1;
    /** The second is never paid beside the first. */
    public static final int NEVER = 0;
    /** The second is paid when a modifier says that it was a service apart. */
    public static final int WITH_MODIFIER = 1;

    private static final int WIDTH = 5;
    private static final int CODE_BITS = WIDTH * PackedCode.BITS;
    private static final int INDICATOR_BITS = 1;

    private final TableHead head;
    private final long[] pairs;
    /** A bit for each first character there is. */
    private long initials;
    private final int[] from;
    private final int[] until;

    private ProcedurePairs(TableHead head, long[] pairs, int[] from, int[] until) {
        this.head = head;
        this.pairs = pairs;
        for (long row : pairs) {
            initials |= 1L << PackedCode.at(row >>> CODE_BITS + INDICATOR_BITS, 0, WIDTH);
        }
        this.from = from;
        this.until = until;
    }

    /** Reads a table of first code, second code, modifier indicator, first day, last day, in the order of the codes. */
    static ProcedurePairs read(byte[] text, Consumer<String> mistakes) {
        TableLines lines = new TableLines(text, mistakes);
        long[] pairs = new long[1024];
        int[] from = new int[1024];
        int[] until = new int[1024];
        int count = 0;
        while (lines.next()) {
            long first = lines.code(0, WIDTH);
            long second = lines.code(1, WIDTH);
            int indicator = lines.number(2);
            int begins = lines.day(3, CalendarDay.NONE);
            int ends = lines.day(4, TableHead.ALWAYS);
            if (first < 0 || second < 0 || indicator < 0 || indicator > 1 || !TableLines.isSpan(begins, ends)) {
                lines.mistake("two codes, a modifier indicator, the first and the last day expected");
                continue;
            }
            if (count == pairs.length) {
                pairs = Arrays.copyOf(pairs, count * 2);
                from = Arrays.copyOf(from, count * 2);
                until = Arrays.copyOf(until, count * 2);
            }
            pairs[count] = (first << CODE_BITS | second) << INDICATOR_BITS | indicator;
            if (count > 0 && pairs[count] >>> INDICATOR_BITS < pairs[count - 1] >>> INDICATOR_BITS) {
                lines.mistake("pairs are not in order");
            }
            from[count] = begins;
            until[count++] = ends;
        }
        if (count == 0) {
            lines.mistake("no pairs");
        }
        return new ProcedurePairs(
                lines.head(), Arrays.copyOf(pairs, count), Arrays.copyOf(from, count), Arrays.copyOf(until, count));
    }

    static ProcedurePairs none() {
        return new ProcedurePairs(
                new TableHead("", "", "none loaded", 0, 0, 0, ""), new long[0], new int[0], new int[0]);
    }

    public TableHead head() {
        return head;
    }

    public int size() {
        return pairs.length;
    }

    /** Whether the code is the first of any pair; most are not, and then nothing else has to be asked. */
    public boolean isFirst(String code) {
        boolean possible = code.length() == WIDTH && (initials >>> PackedCode.bits(code.charAt(0)) & 1) == 1;
        long one = possible ? PackedCode.pack(code, WIDTH) : -1;
        if (one < 0) {
            return false;
        }
        int row = Arrays.binarySearch(pairs, one << CODE_BITS + INDICATOR_BITS);
        row = row < 0 ? -row - 1 : row;
        return row < pairs.length && pairs[row] >>> CODE_BITS + INDICATOR_BITS == one;
    }

    /** What holds for the second code beside the first on this day: its modifier indicator, or {@link #NO_PAIR}. */
    public int indicator(String first, String second, int day) {
        long one = first.length() == WIDTH ? PackedCode.pack(first, WIDTH) : -1;
        long two = second.length() == WIDTH ? PackedCode.pack(second, WIDTH) : -1;
        if (one < 0 || two < 0) {
            return NO_PAIR;
        }
        long pair = one << CODE_BITS | two;
        int row = Arrays.binarySearch(pairs, pair << INDICATOR_BITS);
        for (row = row < 0 ? -row - 1 : firstOf(row); row < pairs.length; row++) {
            if (pairs[row] >>> INDICATOR_BITS != pair) {
                return NO_PAIR;
            }
            if (from[row] <= day && day <= until[row]) {
                return (int) (pairs[row] & (1 << INDICATOR_BITS) - 1);
            }
        }
        return NO_PAIR;
    }

    private int firstOf(int row) {
        int first = row;
        while (first > 0 && pairs[first - 1] == pairs[row]) {
            first--;
        }
        return first;
    }
}
