package org.clearlane.x12;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One segment, seen in place: a window on the reader's buffer with the position of every element. The reader hands out
 * the same object again and again, so a value that must outlive {@link X12Reader#next()} is copied out as text or bytes.
 *
 * <p>Elements count from 1 as in the standard ({@code CLM01} is {@code element(1)}); 0 is the segment identifier. What
 * the sender left out reads as the empty string. Not safe for use by several threads.
 */
public final class Segment {

    private byte[] buffer = new byte[0];
    private int start;
    private int end;
    private int terminatorLength;
    /** bounds[i] is where element i starts; element i ends one before bounds[i + 1]. */
    private int[] bounds = new int[64];

    private int elements;
    private int tag;
    private long offset;
    private long ordinal;
    private Delimiters delimiters = Delimiters.USUAL;

    Segment() {}

    /** A segment of its own, cut from text without terminator: for tests and for building. */
    public static Segment of(String text, Delimiters delimiters) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Segment segment = new Segment();
        segment.begin(bytes, 0, delimiters, 0, 1);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == delimiters.element()) {
                segment.separator(i);
            }
        }
        segment.finish(bytes.length, 0);
        return segment;
    }

    void begin(byte[] bytes, int from, Delimiters separators, long fileOffset, long ordinalInFile) {
        buffer = bytes;
        start = from;
        delimiters = separators;
        offset = fileOffset;
        ordinal = ordinalInFile;
        elements = 0;
        bounds[0] = from;
    }

    void separator(int at) {
        elements++;
        if (elements + 1 >= bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[elements] = at + 1;
    }

    void finish(int at, int terminator) {
        end = at;
        terminatorLength = terminator;
        bounds[elements + 1] = at + 1;
        tag = tagAt(start, bounds[1] - 1);
    }

    private int tagAt(int from, int to) {
        int length = to - from;
        if (length < 1 || length > 3) {
            return 0;
        }
        int packed = 0;
        for (int i = from; i < to; i++) {
            packed = packed << 8 | (buffer[i] & 0xff);
        }
        return packed;
    }

    /** A segment identifier of one to three letters packed into an int, to compare without a String. */
    public static int tag(String id) {
        int packed = 0;
        for (int i = 0; i < id.length(); i++) {
            packed = packed << 8 | (id.charAt(i) & 0xff);
        }
        return packed;
    }

    /** This segment's identifier packed like {@link #tag(String)}; 0 when it is not one to three bytes long. */
    public int tag() {
        return tag;
    }

    /** Whether the identifier is this one, for example {@code is("CLM")}. */
    public boolean is(String id) {
        return elementEquals(0, id);
    }

    /** The identifier as written. */
    public String id() {
        return element(0);
    }

    /** The segment's number in the file, the first being 1. */
    public long ordinal() {
        return ordinal;
    }

    /** Where the segment begins in the file, in bytes from 0. */
    public long offset() {
        return offset;
    }

    /** The length in bytes without the terminator. */
    public int length() {
        return end - start;
    }

    /** How many bytes ended it: 1, or 0 where the file ended first. Line ends behind the terminator are not counted. */
    public int terminatorLength() {
        return terminatorLength;
    }

    /** The number of the last element written; a segment of its identifier alone has 0. */
    public int elementCount() {
        return elements;
    }

    /** The separators in force. */
    public Delimiters delimiters() {
        return delimiters;
    }

    /** The buffer that {@link #elementStart} and {@link #elementEnd} point into. Read only. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where element {@code n} starts in {@link #buffer()}. */
    public int elementStart(int n) {
        return n > elements ? end : bounds[n];
    }

    /** One past the last byte of element {@code n} in {@link #buffer()}. */
    public int elementEnd(int n) {
        return n > elements ? end : bounds[n + 1] - 1;
    }

    /** Where element {@code n} begins in the file. */
    public long elementOffset(int n) {
        return offset + (elementStart(n) - start);
    }

    /** Whether element {@code n} was sent with at least one byte. */
    public boolean has(int n) {
        return n <= elements && bounds[n + 1] - 1 > bounds[n];
    }

    /** Element {@code n} as sent, repeats and components included; empty when it was left out. */
    public String element(int n) {
        return n > elements ? "" : text(bounds[n], bounds[n + 1] - 1);
    }

    /** Whether element {@code n} is exactly this text. Makes no object. */
    public boolean elementEquals(int n, String expected) {
        if (n > elements) {
            return expected.isEmpty();
        }
        int from = bounds[n];
        int length = bounds[n + 1] - 1 - from;
        if (length != expected.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((buffer[from + i] & 0xff) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many repeats element {@code n} has: 0 when absent, else separators + 1. */
    public int repeatCount(int n) {
        if (!has(n)) {
            return 0;
        }
        return delimiters.repetition() == Delimiters.NONE ? 1 : 1 + count(n, delimiters.repetition());
    }

    private int count(int n, byte separator) {
        int found = 0;
        for (int i = bounds[n], to = bounds[n + 1] - 1; i < to; i++) {
            if (buffer[i] == separator) {
                found++;
            }
        }
        return found;
    }

    /** Repeat {@code r} (from 1) of element {@code n}, components included. */
    public String repeat(int n, int r) {
        if (n > elements) {
            return "";
        }
        long span = part(bounds[n], bounds[n + 1] - 1, delimiters.repetition(), r);
        return span < 0 ? "" : text((int) (span >>> 32), (int) span);
    }

    /** Component {@code c} (from 1) of the first repeat of element {@code n}, for example {@code component(5, 3)} for CLM05-3. */
    public String component(int n, int c) {
        return component(n, 1, c);
    }

    /** Component {@code c} of repeat {@code r} of element {@code n}, all counted from 1. */
    public String component(int n, int r, int c) {
        if (n > elements) {
            return "";
        }
        long repeat = part(bounds[n], bounds[n + 1] - 1, delimiters.repetition(), r);
        if (repeat < 0) {
            return "";
        }
        long span = part((int) (repeat >>> 32), (int) repeat, delimiters.component(), c);
        return span < 0 ? "" : text((int) (span >>> 32), (int) span);
    }

    /** The {@code wanted}-th piece between separators as (from, to) packed into a long, or -1. */
    private long part(int from, int to, byte separator, int wanted) {
        int piece = 1;
        int begin = from;
        if (separator != Delimiters.NONE) {
            for (int i = from; i < to; i++) {
                if (buffer[i] == separator) {
                    if (piece == wanted) {
                        return (long) begin << 32 | i;
                    }
                    piece++;
                    begin = i + 1;
                }
            }
        }
        return piece == wanted ? (long) begin << 32 | to : -1;
    }

    private String text(int from, int to) {
        return from >= to ? "" : new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The segment's bytes without terminator, copied. */
    public byte[] bytes() {
        return Arrays.copyOfRange(buffer, start, end);
    }

    /** The segment as text without terminator, byte for character. */
    @Override
    public String toString() {
        return text(start, end);
    }
}
