package org.clearlane.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Writes segments and counts them. Strict: a value that holds a separator in force, a control character, or a character
 * that one byte cannot hold, is refused with {@link UnwritableValueException} rather than written so that it would read back as something
 * else. Trailing empty elements and components are not written.
 *
 * <p>Not safe for use by several threads. Does not buffer beyond one segment.
 */
public final class X12Writer {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final OutputStream out;
    private final Delimiters delimiters;
    private final StringBuilder line = new StringBuilder(256);
    private long segments;
    private long segmentsAtSet;

    /** Writes to this stream with these separators. */
    public X12Writer(OutputStream out, Delimiters delimiters) {
        this.out = out;
        this.delimiters = delimiters;
    }

    /** The separators in force. */
    public Delimiters delimiters() {
        return delimiters;
    }

    /**
     * Writes one segment. An element given as null or empty is left empty. A composite is given as
     * {@link #composite(String...)}, repeats as {@link #repeats(String...)}; plain values may hold no separator.
     */
    public void segment(String id, Object... elements) throws IOException {
        line.setLength(0);
        plain(id, 0, id);
        int last = elements.length;
        while (last > 0 && isEmpty(elements[last - 1])) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            line.append((char) (delimiters.element() & 0xff));
            append(id, i + 1, elements[i]);
        }
        line.append((char) (delimiters.segment() & 0xff));
        if (id.equals("ST")) {
            segmentsAtSet = segments;
        }
        segments++;
        out.write(line.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Writes the ISA with its fixed widths. The separators in it are the ones in force.
     *
     * @param ids ISA05 to ISA08: sender qualifier, sender, receiver qualifier, receiver
     * @param at date and time of ISA09 and ISA10
     * @param control ISA13, 1 to 999999999
     * @param acknowledgmentRequested ISA14
     * @param usage ISA15, {@code P} or {@code T}
     */
    public void interchangeHeader(
            String[] ids, LocalDateTime at, long control, boolean acknowledgmentRequested, char usage)
            throws IOException {
        if (control < 1 || control > 999_999_999) {
            throw new IllegalArgumentException("ISA13 is 1 to 999999999");
        }
        char e = (char) (delimiters.element() & 0xff);
        char repetition = delimiters.repetition() == Delimiters.NONE ? 'U' : (char) (delimiters.repetition() & 0xff);
        String header = "ISA" + e + "00" + e + " ".repeat(10) + e + "00" + e + " ".repeat(10)
                + e + fixed(5, ids[0], 2) + e + fixed(6, ids[1], 15) + e + fixed(7, ids[2], 2) + e
                + fixed(8, ids[3], 15)
                + e + DATE.format(at) + e + TIME.format(at) + e + repetition + e + "00501" + e
                + "%09d".formatted(control)
                + e + (acknowledgmentRequested ? '1' : '0') + e + usage + e + (char) (delimiters.component() & 0xff)
                + (char) (delimiters.segment() & 0xff);
        segments++;
        out.write(header.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String fixed(int element, String value, int width) {
        if (value.length() > width) {
            throw new IllegalArgumentException("ISA%02d is longer than %d".formatted(element, width));
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isPrintable(value.charAt(i)) || delimiters.separates((byte) value.charAt(i))) {
                throw new UnwritableValueException("ISA", element, value.charAt(i));
            }
        }
        return value + " ".repeat(width - value.length());
    }

    /** Control characters and what one byte cannot hold are in no X12 character set. */
    private static boolean isPrintable(char c) {
        return c >= ' ' && c <= 0xff && (c < 0x7f || c > 0x9f);
    }

    private static boolean isEmpty(Object value) {
        return value == null || value.toString().isEmpty();
    }

    private void append(String id, int element, Object value) {
        switch (value) {
            case null -> {}
            case Parts parts -> {
                byte separator = parts.repeats ? delimiters.repetition() : delimiters.component();
                int last = parts.values.length;
                while (last > 0 && isEmpty(parts.values[last - 1])) {
                    last--;
                }
                if (last > 1 && separator == Delimiters.NONE) {
                    throw new UnwritableValueException(id, element, (char) Delimiters.USUAL.repetition());
                }
                for (int i = 0; i < last; i++) {
                    if (i > 0) {
                        line.append((char) (separator & 0xff));
                    }
                    append(id, element, parts.values[i]);
                }
            }
            default -> plain(id, element, value.toString());
        }
    }

    private void plain(String id, int element, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isPrintable(c) || delimiters.separates((byte) c)) {
                throw new UnwritableValueException(id, element, c);
            }
        }
        line.append(value);
    }

    /**
     * Writes a segment that was read elsewhere, byte for byte where its separators are ours and with ours put in place
     * of its own where they are not.
     *
     * @throws UnwritableValueException where a value holds one of our separators, which were not separators there
     */
    public void copy(Segment source) throws IOException {
        copy(source.buffer(), source.elementStart(0), source.elementStart(0) + source.length(), source.delimiters());
    }

    /** As {@link #copy(Segment)}, for the bytes of one segment without terminator. */
    public void copy(byte[] bytes, int from, int to, Delimiters theirs) throws IOException {
        if (theirs == delimiters || theirs.equals(delimiters)) {
            count(bytes, from, to, theirs);
            if (to < bytes.length && bytes[to] == delimiters.segment()) {
                out.write(bytes, from, to + 1 - from);
            } else {
                out.write(bytes, from, to - from);
                out.write(delimiters.segment());
            }
            return;
        }
        byte[] ours = new byte[to - from + 1];
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == theirs.element()) {
                b = delimiters.element();
            } else if (b == theirs.component()) {
                b = delimiters.component();
            } else if (theirs.repetition() != Delimiters.NONE && b == theirs.repetition()) {
                if (delimiters.repetition() == Delimiters.NONE) {
                    throw unwritable(bytes, from, to, b);
                }
                b = delimiters.repetition();
            } else if (delimiters.separates(b)) {
                throw unwritable(bytes, from, to, b);
            }
            ours[i - from] = b;
        }
        ours[to - from] = delimiters.segment();
        count(bytes, from, to, theirs);
        out.write(ours);
    }

    private void count(byte[] bytes, int from, int to, Delimiters theirs) {
        if (to - from > 2 && bytes[from] == 'S' && bytes[from + 1] == 'T' && bytes[from + 2] == theirs.element()) {
            segmentsAtSet = segments;
        }
        segments++;
    }

    private static UnwritableValueException unwritable(byte[] bytes, int from, int to, byte b) {
        String id = new String(bytes, from, Math.min(3, to - from), StandardCharsets.ISO_8859_1);
        return new UnwritableValueException(id, 0, (char) (b & 0xff));
    }

    /** All segments written so far. */
    public long segmentCount() {
        return segments;
    }

    /** Segments from the last ST to the next segment, both included: what SE01 must say when written now. */
    public long segmentsInSet() {
        return segments - segmentsAtSet + 1;
    }

    /** A composite element, component by component. */
    public static Object composite(String... components) {
        return new Parts(components, false);
    }

    /** A repeating element, repeat by repeat; each repeat may be a {@link #composite}. */
    public static Object repeats(Object... repeats) {
        return new Parts(repeats, true);
    }

    private record Parts(Object[] values, boolean repeats) {
        @Override
        public String toString() {
            StringBuilder all = new StringBuilder();
            for (Object value : values) {
                all.append(value == null ? "" : value);
            }
            return all.toString();
        }
    }
}
