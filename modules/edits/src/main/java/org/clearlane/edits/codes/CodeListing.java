package org.clearlane.edits.codes;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.clearlane.edits.CalendarDay;

/**
 * Codes of one set, each with its first and last day: sorted arrays, sixteen bytes a code. Immutable, safe for use by
 * several threads. A code that went and came back has a row for each stretch.
 */
public final class CodeListing {

    private static final int WIDTH = PackedCode.MOST_CHARACTERS;

    private final TableHead head;
    private final long[] codes;
    private final int[] from;
    private final int[] until;
    /** What codes of this set look like, as learned from them: their lengths, first characters, digits and letters. */
    private int lengths;

    private long firstCharacters;
    private final boolean[] digitAt = new boolean[WIDTH];
    private final boolean[] letterAt = new boolean[WIDTH];

    private CodeListing(TableHead head, long[] codes, int[] from, int[] until) {
        this.head = head;
        this.codes = codes;
        this.from = from;
        this.until = until;
        for (long code : codes) {
            int length = PackedCode.length(code, WIDTH);
            lengths |= 1 << length;
            firstCharacters |= 1L << PackedCode.at(code, 0, WIDTH);
            for (int i = 0; i < length; i++) {
                boolean letter = PackedCode.isLetter(PackedCode.at(code, i, WIDTH));
                letterAt[i] |= letter;
                digitAt[i] |= !letter;
            }
        }
    }

    /** Reads a table of code, first day, last day; the days may be empty. Mistakes are told with their line. */
    static CodeListing read(byte[] text, Consumer<String> mistakes) {
        TableLines lines = new TableLines(text, mistakes);
        CodeListingBuilder rows = new CodeListingBuilder();
        long before = -1;
        while (lines.next()) {
            long code = lines.code(0, WIDTH);
            int first = lines.day(1, CalendarDay.NONE);
            int last = lines.day(2, TableHead.ALWAYS);
            if (code < 0 || lines.columnCount() > 3 || !TableLines.isSpan(first, last)) {
                lines.mistake("a code, its first day and its last day as 2026-01-31 expected");
            } else if (code < before || code == before && first <= rows.lastDay()) {
                lines.mistake("codes are not in order");
            } else {
                rows.add(code, first, last);
            }
            before = code;
        }
        if (rows.size() == 0) {
            lines.mistake("no codes");
        }
        return rows.build(lines.head());
    }

    static CodeListing of(TableHead head, long[] codes, int[] from, int[] until) {
        return new CodeListing(head, codes, from, until);
    }

    /** A list without codes, of which nothing is known. */
    static CodeListing empty(CodeSet set) {
        return new CodeListing(
                new TableHead(set.title(), "", "none loaded", CalendarDay.NONE, CalendarDay.NONE, ""),
                new long[0],
                new int[0],
                new int[0]);
    }

    /** Where it comes from. */
    public TableHead head() {
        return head;
    }

    /** How many rows it has. */
    public int size() {
        return codes.length;
    }

    /** Whether there is nothing in it, so that it says nothing about any code. */
    public boolean isEmpty() {
        return codes.length == 0;
    }

    /** What it says of this code on this day. */
    public CodeStanding standing(String code, int day) {
        long packed = PackedCode.pack(code, WIDTH);
        int row = packed < 0 ? -1 : firstRow(packed);
        if (row < 0) {
            if (packed < 0 || !looksLikeACode(packed)) {
                return CodeStanding.MALFORMED;
            }
            return day > head.knownUntil() ? CodeStanding.UNKNOWN_BEYOND_THE_LIST : CodeStanding.UNKNOWN;
        }
        CodeStanding standing = CodeStanding.NOT_YET;
        for (; row < codes.length && codes[row] == packed && from[row] <= day; row++) {
            if (day <= until[row]) {
                return CodeStanding.VALID;
            }
            standing = CodeStanding.ENDED;
        }
        return standing;
    }

    /** Whether the code is in force on this day. */
    public boolean has(String code, int day) {
        return standing(code, day) == CodeStanding.VALID;
    }

    /** The first day of the code's first stretch, NONE when it is not known. */
    public int firstDay(String code) {
        int row = firstRow(PackedCode.pack(code, WIDTH));
        return row < 0 ? CalendarDay.NONE : from[row];
    }

    /** The last day of the code's last stretch, {@link TableHead#ALWAYS} when it goes on, NONE when it is not here. */
    public int lastDay(String code) {
        long packed = PackedCode.pack(code, WIDTH);
        int row = firstRow(packed);
        if (row < 0) {
            return CalendarDay.NONE;
        }
        while (row + 1 < codes.length && codes[row + 1] == packed) {
            row++;
        }
        return until[row];
    }

    private int firstRow(long packed) {
        int row = Arrays.binarySearch(codes, packed);
        while (row > 0 && codes[row - 1] == packed) {
            row--;
        }
        return row;
    }

    private boolean looksLikeACode(long packed) {
        int length = PackedCode.length(packed, WIDTH);
        if ((lengths >>> length & 1) == 0 || (firstCharacters >>> PackedCode.at(packed, 0, WIDTH) & 1) == 0) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!(PackedCode.isLetter(PackedCode.at(packed, i, WIDTH)) ? letterAt[i] : digitAt[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * This list with a newer, complete one behind it. What the newer one does not have ended on the day before it; what
     * it has without a first day keeps the one it had, or begins with it.
     */
    CodeListing followedBy(CodeListing newer) {
        CodeListingBuilder rows = new CodeListingBuilder();
        int start = newer.head.from();
        for (int i = 0; i < newer.codes.length; i++) {
            int first = newer.from[i];
            if (first == CalendarDay.NONE) {
                int old = firstRow(newer.codes[i]);
                first = old < 0 ? start : from[old];
            }
            rows.add(newer.codes[i], Math.min(first, newer.until[i]), newer.until[i]);
        }
        for (int i = 0; i < codes.length; i++) {
            if (Arrays.binarySearch(newer.codes, codes[i]) < 0 && from[i] < start) {
                rows.add(codes[i], from[i], Math.min(until[i], IsoDay.before(start)));
            }
        }
        return rows.build(newer.head);
    }

    /** This list with the codes of another one that it does not have, under this head. */
    CodeListing with(CodeListing other) {
        CodeListingBuilder rows = new CodeListingBuilder();
        for (int i = 0; i < codes.length; i++) {
            rows.add(codes[i], from[i], until[i]);
        }
        for (int i = 0; i < other.codes.length; i++) {
            if (Arrays.binarySearch(codes, other.codes[i]) < 0) {
                rows.add(other.codes[i], other.from[i], other.until[i]);
            }
        }
        return rows.build(head);
    }

    /** Every code once, packed, in order. */
    void forEachCode(LongConsumer each) {
        for (int i = 0; i < codes.length; i++) {
            if (i == 0 || codes[i] != codes[i - 1]) {
                each.accept(codes[i]);
            }
        }
    }

    /** The table in its text form. */
    String text() {
        StringBuilder text = new StringBuilder(head.text("code, first day, last day"));
        for (int i = 0; i < codes.length; i++) {
            text.append(PackedCode.unpack(codes[i], WIDTH));
            boolean ends = until[i] != TableHead.ALWAYS;
            if (ends || from[i] != CalendarDay.NONE) {
                text.append('\t').append(from[i] == CalendarDay.NONE ? "" : IsoDay.text(from[i]));
            }
            if (ends) {
                text.append('\t').append(IsoDay.text(until[i]));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
