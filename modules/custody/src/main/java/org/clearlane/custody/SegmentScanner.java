package org.clearlane.custody;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts bytes into X12 segments, as simply as can be: its counts are held against those of the pipeline, so it is written
 * without looking there. Whatever stands before the first ISA is skipped; each ISA brings separators of its own; blanks,
 * line ends and NULs between segments mean nothing. Memory holds one segment.
 *
 * <p>Not safe for use by several threads.
 */
final class SegmentScanner implements Closeable {

    /** Longer things are no segments; the scan ends there. */
    private static final int LONGEST_SEGMENT = 1 << 20;
    /** An ISA with its fixed widths has 106 bytes; twice that covers senders who do not pad. */
    private static final int LONGEST_HEADER = 212;

    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int blockAt;
    private int blockEnd;

    private byte[] segment = new byte[1 << 10];
    private int length;
    private int[] starts = new int[64];
    private int elements;

    private boolean separatorsKnown;
    private byte element;
    private byte terminator;

    SegmentScanner(InputStream in) {
        this.in = in;
    }

    /** Goes to the next segment; false when there is none. A segment the file breaks off in counts as one. */
    boolean next() throws IOException {
        while (true) {
            int b = firstByte();
            if (b < 0) {
                return false;
            }
            length = 0;
            keep(b);
            if (b == 'I' && follows('S') && follows('A') && header()) {
                return cut();
            }
            if (separatorsKnown) {
                return rest() && cut();
            }
            // No ISA yet: forget this byte and try again from the next one.
            giveBack(length - 1);
        }
    }

    private int firstByte() throws IOException {
        while (true) {
            int b = read();
            boolean separates = separatorsKnown && (b == (terminator & 0xff) || b == (element & 0xff));
            if (b != '\n' && b != '\r' && b != ' ' && b != '\t' && b != 0 && b != 0x1A || separates) {
                return b;
            }
        }
    }

    private boolean follows(char expected) throws IOException {
        return readAndKeep() == expected;
    }

    private int readAndKeep() throws IOException {
        int b = read();
        if (b >= 0) {
            keep(b);
        }
        return b;
    }

    private static boolean isWord(int b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9';
    }

    /** Reads on to the sixteenth separator, behind which stand ISA16 and the terminator. */
    private boolean header() throws IOException {
        int separator = readAndKeep();
        if (separator < 0 || isWord(separator)) {
            return false;
        }
        for (int seen = 1; seen < 16; ) {
            int b = readAndKeep();
            if (b < 0 || length > LONGEST_HEADER) {
                return false;
            }
            if (b == separator) {
                seen++;
            }
        }
        int isa16 = readAndKeep();
        int end = readAndKeep();
        if (isa16 < 0 || end < 0 || isa16 == separator || end == separator || end == isa16) {
            return false;
        }
        length--;
        element = (byte) separator;
        terminator = (byte) end;
        separatorsKnown = true;
        return true;
    }

    /** Reads on to the terminator, from what is kept already. */
    private boolean rest() throws IOException {
        for (int i = 0; i < length; i++) {
            if (segment[i] == terminator) {
                giveBack(length - i - 1);
                length = i;
                return true;
            }
        }
        while (length <= LONGEST_SEGMENT) {
            int b = read();
            if (b < 0) {
                while (length > 0 && (segment[length - 1] == '\n' || segment[length - 1] == '\r')) {
                    length--;
                }
                return true;
            }
            if ((byte) b == terminator) {
                return true;
            }
            keep(b);
        }
        return false;
    }

    private boolean cut() {
        elements = 0;
        starts[0] = 0;
        for (int i = 0; i < length; i++) {
            if (segment[i] == element) {
                elements++;
                if (elements == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * elements);
                }
                starts[elements] = i + 1;
            }
        }
        return true;
    }

    private void keep(int b) {
        if (length == segment.length) {
            segment = Arrays.copyOf(segment, 2 * length);
        }
        segment[length++] = (byte) b;
    }

    private int read() throws IOException {
        if (blockAt == blockEnd) {
            // What was read of the block stays in front, so that giveBack reaches behind a block's start.
            int kept = Math.min(blockEnd, LONGEST_HEADER + 4);
            System.arraycopy(block, blockEnd - kept, block, 0, kept);
            int read = in.read(block, kept, block.length - kept);
            blockAt = kept;
            blockEnd = kept + Math.max(read, 0);
            if (read <= 0) {
                return -1;
            }
        }
        return block[blockAt++] & 0xff;
    }

    private void giveBack(int bytes) {
        blockAt -= bytes;
    }

    /** Whether the segment's identifier is this one. */
    boolean is(String id) {
        int end = elements == 0 ? length : starts[1] - 1;
        if (end != id.length()) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (segment[i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Element {@code n} from 1 as it stands there, without blanks around it; empty when it was left out. */
    String element(int n) {
        if (n > elements) {
            return "";
        }
        int to = n == elements ? length : starts[n + 1] - 1;
        return new String(segment, starts[n], to - starts[n], StandardCharsets.ISO_8859_1).strip();
    }

    /** How many elements were written. */
    int elementCount() {
        return elements;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
