package org.clearlane.transactions.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.X12Writer;

/**
 * Segments to a stream, each followed by a line end where the envelope asks for it. Values that come from somebody
 * else's file go through {@link #fit}, so that an answer can always be written.
 *
 * <p>Not safe for use by several threads.
 */
public final class SegmentSink {

    private final OutputStream out;
    private final X12Writer writer;
    private final Delimiters delimiters;
    private final boolean lineBreaks;

    /** Writes to this stream; the caller buffers it. */
    public SegmentSink(OutputStream out, Delimiters delimiters, boolean lineBreaks) {
        this.out = out;
        this.writer = new X12Writer(out, delimiters);
        this.delimiters = delimiters;
        this.lineBreaks = lineBreaks && delimiters.segment() != '\n' && delimiters.segment() != '\r';
    }

    /** As {@link X12Writer#interchangeHeader}. */
    public void interchangeHeader(String[] ids, LocalDateTime at, long control, boolean acknowledge, char usage)
            throws IOException {
        writer.interchangeHeader(ids, at, control, acknowledge, usage);
        lineBreak();
    }

    /** As {@link X12Writer#segment}. */
    public void segment(String id, Object... elements) throws IOException {
        writer.segment(id, elements);
        lineBreak();
    }

    /** As {@link X12Writer#copy(byte[], int, int, Delimiters)}. */
    public void copy(byte[] bytes, int from, int to, Delimiters theirs) throws IOException {
        writer.copy(bytes, from, to, theirs);
        lineBreak();
    }

    private void lineBreak() throws IOException {
        if (lineBreaks) {
            out.write('\n');
        }
    }

    /** All segments written so far. */
    public long segmentCount() {
        return writer.segmentCount();
    }

    /** What SE01 must say when SE is written next. */
    public long segmentsInSet() {
        return writer.segmentsInSet();
    }

    /** The separators in force. */
    public Delimiters delimiters() {
        return delimiters;
    }

    /** Whether this value can be written as it is. */
    public boolean carries(String value) {
        return carries(value, delimiters);
    }

    /** Whether this value can be written as it is between these separators: none of them, nothing outside the X12 sets. */
    public static boolean carries(String value, Delimiters delimiters) {
        for (int i = 0; i < value.length(); i++) {
            if (!carries(value.charAt(i), delimiters)) {
                return false;
            }
        }
        return true;
    }

    private static boolean carries(char c, Delimiters delimiters) {
        return c >= 0x20 && c < 0x7f && !delimiters.separates((byte) c);
    }

    /** The value made writable: separators and what no X12 set has become blanks, ends are trimmed, length is cut. */
    public String fit(String value, int longest) {
        return fit(value, longest, delimiters);
    }

    /** As {@link #fit(String, int)}, for these separators. */
    public static String fit(String value, int longest, Delimiters delimiters) {
        if (value.length() <= longest && carries(value, delimiters)) {
            return value.strip();
        }
        StringBuilder fitting = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            fitting.append(carries(c, delimiters) ? c : ' ');
        }
        String text = fitting.toString().strip();
        return text.length() <= longest ? text : text.substring(0, longest).strip();
    }
}
