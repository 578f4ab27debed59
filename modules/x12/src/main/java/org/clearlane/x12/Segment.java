package org.clearlane.x12;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    /** Behind the last byte of a segment at least so many more can be read from its buffer. */
    public static final int SPARE = 8;

    private static final VarHandle FOUR_BYTES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] buffer = new byte[SPARE];
    /** Element i lies between slots[base + i] and slots[base + i + 1]: {@link SeparatorIndex}. */
    private int[] slots = new int[2];

    private int base;
    private int elements;
    private int start;
    private int end;
    private int terminatorLength;
    private long bufferOffset;
    private long ordinal;
    private Delimiters delimiters = Delimiters.USUAL;

    Segment() {}

    /** A segment of its own, cut from text without terminator: for tests and for building. */
    public static Segment of(String text, Delimiters delimiters) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int[] slots = new int[bytes.length + 2];
        int slot = 0;
        slots[0] = -1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == delimiters.element()) {
                slots[++slot] = i;
            }
        }
        slots[slot + 1] = bytes.length;
        Segment segment = new Segment();
        segment.source(Arrays.copyOf(bytes, bytes.length + SPARE), slots, 0, delimiters);
        segment.window(0, slot + 1, 1);
        return segment;
    }

    /** Looks at this buffer from now on, which begins at this byte of the file. */
    void source(byte[] bytes, int[] separators, long fileOffset, Delimiters inForce) {
        buffer = bytes;
        slots = separators;
        bufferOffset = fileOffset;
        delimiters = inForce;
    }

    /** Shows the segment between these two slots. */
    void window(int first, int last, long ordinalInFile) {
        base = first;
        elements = last - first - 1;
        start = slots[first] + 1;
        end = slots[last];
        ordinal = ordinalInFile;
    }

    void terminatorLength(int length) {
        terminatorLength = length;
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
        int length = slots[base + 1] - start;
        return length < 1 || length > 3 ? 0 : (int) FOUR_BYTES.get(buffer, start) >>> 32 - 8 * length;
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
        return bufferOffset + start;
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

    /**
     * The buffer that {@link #elementStart} and {@link #elementEnd} point into. Read only. It goes on for at least {@link
     * #SPARE} bytes behind the segment, so that a short value can be read as one word.
     */
    public byte[] buffer() {
        return buffer;
    }

    /** Where element {@code n} starts in {@link #buffer()}. */
    public int elementStart(int n) {
        return n > elements ? end : slots[base + n] + 1;
    }

    /** One past the last byte of element {@code n} in {@link #buffer()}. */
    public int elementEnd(int n) {
        return n > elements ? end : slots[base + n + 1];
    }

    /** Where element {@code n} begins in the file. */
    public long elementOffset(int n) {
        return bufferOffset + elementStart(n);
    }

    /** Whether element {@code n} was sent with at least one byte. */
    public boolean has(int n) {
        return n <= elements && slots[base + n + 1] > slots[base + n] + 1;
    }

    /** Element {@code n} as sent, repeats and components included; empty when it was left out. */
    public String element(int n) {
        return n > elements ? "" : text(slots[base + n] + 1, slots[base + n + 1]);
    }

    /** Whether element {@code n} is exactly this text. Makes no object. */
    public boolean elementEquals(int n, String expected) {
        if (n > elements) {
            return expected.isEmpty();
        }
        int from = slots[base + n] + 1;
        int length = slots[base + n + 1] - from;
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
        for (int i = slots[base + n] + 1, to = slots[base + n + 1]; i < to; i++) {
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
        long span = part(slots[base + n] + 1, slots[base + n + 1], delimiters.repetition(), r);
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
        long repeat = part(slots[base + n] + 1, slots[base + n + 1], delimiters.repetition(), r);
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
