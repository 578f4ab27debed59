package org.clearlane.x12;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads X12 a segment at a time from bytes of any length, in memory that does not grow with the file. Tolerant: a byte
 * order mark, blanks and line ends between segments, any separators, several interchanges one after another (each with
 * separators of its own) are read; bytes that belong to no segment are skipped and counted in {@link #strayBytes()}.
 * Bad data never throws: what ends too early, or is too long to be a segment, is told by {@link #end()}.
 *
 * <p>Not safe for use by several threads.
 */
public final class X12Reader implements Closeable {

    /** No segment of a real guide comes near this; a longer one ends the reading with {@link End#SEGMENT_TOO_LONG}. */
    public static final int LONGEST_SEGMENT = 1 << 20;

    private static final int BLOCK = 1 << 16;
    /** The widths of ISA01 to ISA15. */
    private static final int[] ISA_WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1};

    private static final int ISA11_OFFSET = 82;
    private static final int TRAILER = Segment.tag("IEA");
    /** ISA with its fixed widths, the terminator included. */
    private static final int ISA_LENGTH = 106;

    /** How the reading ended. */
    public enum End {
        /** Not yet. */
        NOT_REACHED,
        /** Behind a segment terminator, or behind stray bytes after an IEA: nothing is missing as far as syntax can tell. */
        COMPLETE,
        /** In the middle of a segment; what was there of it has been handed out as the last segment. */
        IN_A_SEGMENT,
        /** No ISA was found from which separators could be read. */
        NO_INTERCHANGE,
        /** A segment longer than {@link #LONGEST_SEGMENT}. */
        SEGMENT_TOO_LONG
    }

    private final InputStream in;
    /** Holds {@link Segment#SPARE} bytes more than are ever filled. */
    private byte[] buffer = new byte[BLOCK + Segment.SPARE];

    private int position;
    private int limit;
    private long bufferOffset;
    private boolean drained;

    private final SeparatorIndex index = new SeparatorIndex();
    private final Segment segment = new Segment();
    private Delimiters delimiters;
    private long ordinal;
    private long strayBytes;
    private boolean behindTrailer;
    private End end = End.NOT_REACHED;

    /** Reads from this stream, which {@link #close()} closes. */
    public X12Reader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next segment; false at the end, and then {@link #end()} says which end it was. */
    public boolean next() throws IOException {
        // Nothing to pass over, no interchange that begins or ends: the plain case.
        if (index.hasSegment() && !behindTrailer) {
            byte first = buffer[position];
            if (first > ' ' && first != 'I') {
                return take();
            }
        }
        return find();
    }

    private boolean find() throws IOException {
        if (end != End.NOT_REACHED) {
            return false;
        }
        skipBetweenSegments();
        if (delimiters == null && !findInterchange()) {
            return finish(End.NO_INTERCHANGE);
        }
        if (behindTrailer && !startsSegment() && !findInterchange()) {
            return finish(End.COMPLETE);
        }
        if (position >= limit && !fill(1)) {
            return finish(End.COMPLETE);
        }
        if (startsInterchange()) {
            readDelimiters();
        }
        return readSegment();
    }

    private boolean finish(End how) {
        end = how;
        index.forget(limit);
        return false;
    }

    private boolean readSegment() throws IOException {
        index.catchUp(position);
        while (!index.hasSegment()) {
            if (index.advance(buffer, limit)) {
                continue;
            }
            if (limit - position > LONGEST_SEGMENT) {
                return finish(End.SEGMENT_TOO_LONG);
            }
            if (!fill(limit - position + 1)) {
                return breakOff();
            }
        }
        segment.source(buffer, index.slots, bufferOffset, delimiters);
        segment.terminatorLength(1);
        boolean found = take();
        behindTrailer = found && segment.tag() == TRAILER;
        return found;
    }

    /** Shows the segment that begins at {@link #position} and whose terminator the index knows. */
    private boolean take() {
        int[] slots = index.slots;
        int base = index.base;
        int last = index.terminators[index.nextTerminator];
        int terminator = slots[last];
        if (terminator - position > LONGEST_SEGMENT) {
            return finish(End.SEGMENT_TOO_LONG);
        }
        slots[base] = position - 1;
        segment.window(base, last, ++ordinal);
        index.base = last;
        index.nextTerminator++;
        position = terminator + 1;
        return true;
    }

    /** The file ends in this segment. */
    private boolean breakOff() {
        int last = index.breakOff(withoutTrailingLineEnd(position, limit));
        index.slots[index.base] = position - 1;
        segment.source(buffer, index.slots, bufferOffset, delimiters);
        segment.terminatorLength(0);
        segment.window(index.base, last, ++ordinal);
        position = limit;
        end = End.IN_A_SEGMENT;
        return true;
    }

    private int withoutTrailingLineEnd(int from, int to) {
        int at = to;
        while (at > from && (buffer[at - 1] == '\n' || buffer[at - 1] == '\r')) {
            at--;
        }
        return at;
    }

    /**
     * Blanks, line ends, NUL padding and the DOS end-of-file byte between segments mean nothing to anybody. Where the line
     * end is the terminator, an empty line is no segment either.
     */
    private void skipBetweenSegments() throws IOException {
        while (position < limit || fill(1)) {
            byte b = buffer[position];
            if (b != '\n' && b != '\r' && b != ' ' && b != '\t' && b != 0 && b != 0x1A) {
                return;
            }
            if (delimiters != null && b == delimiters.element()) {
                return;
            }
            if (delimiters != null && b == delimiters.segment() && b != '\n' && b != '\r') {
                return;
            }
            position++;
        }
    }

    private boolean startsInterchange() throws IOException {
        if (!(limit - position >= 4 || fill(4))) {
            return false;
        }
        return buffer[position] == 'I'
                && buffer[position + 1] == 'S'
                && buffer[position + 2] == 'A'
                && !isWord(buffer[position + 3]);
    }

    private static boolean isWord(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z');
    }

    /** Whether something like a segment begins here: two or three letters or digits and the element separator in force. */
    private boolean startsSegment() throws IOException {
        fill(4);
        int length = 0;
        while (length < 4 && position + length < limit && isWord(buffer[position + length])) {
            length++;
        }
        return length >= 2
                && length <= 3
                && position + length < limit
                && (buffer[position + length] == delimiters.element() || startsInterchange());
    }

    /**
     * Before the first ISA, and between an IEA and the next ISA, anything may stand: a byte order mark, a mail header, a
     * transport frame.
     */
    private boolean findInterchange() throws IOException {
        while (limit - position >= 4 || fill(4)) {
            if (startsInterchange() && readDelimiters()) {
                return true;
            }
            position++;
            strayBytes++;
        }
        strayBytes += limit - position;
        position = limit;
        return false;
    }

    /**
     * Takes the separators from the ISA at hand. Where the fixed widths hold, ISA16 and the terminator stand at bytes
     * 105 and 106; some senders do not pad, so where they do not hold the sixteenth separator is looked for.
     */
    private boolean readDelimiters() throws IOException {
        fill(2 * ISA_LENGTH);
        int available = Math.min(limit - position, 2 * ISA_LENGTH);
        if (available < 20) {
            return false;
        }
        byte element = buffer[position + 3];
        boolean padded = available >= ISA_LENGTH && isPadded(element);
        int isa11 = padded ? position + ISA11_OFFSET : behind(element, 11, available);
        int at = padded ? position + ISA_LENGTH - 3 : behind(element, 16, available) - 1;
        if (at < 0 || at + 2 >= position + available) {
            return false;
        }
        byte component = buffer[at + 1];
        byte terminator = buffer[at + 2];
        if (component == element || terminator == element || terminator == component) {
            return false;
        }
        if (isWord(component) || isWord(terminator) || component == Delimiters.NONE || terminator == Delimiters.NONE) {
            return false;
        }
        byte repetition = buffer[isa11 + 1] == element
                ? Delimiters.repetitionFrom(buffer[isa11], element, component, terminator)
                : Delimiters.NONE;
        delimiters = new Delimiters(element, component, repetition, terminator);
        index.separators(element, terminator, position);
        return true;
    }

    /** Whether the separators stand where the fixed widths of ISA01 to ISA16 put them. */
    private boolean isPadded(byte element) {
        int at = position + 3;
        for (int width : ISA_WIDTHS) {
            at += width + 1;
            if (buffer[at] != element) {
                return false;
            }
        }
        return true;
    }

    /** One past the separator of this number in the ISA at hand; 0 when there are not so many. */
    private int behind(byte element, int number, int available) {
        int seen = 0;
        for (int at = position + 3; at < position + available; at++) {
            if (buffer[at] == element && ++seen == number) {
                return at + 1;
            }
        }
        return 0;
    }

    /** Makes at least this many bytes available from {@link #position} on; false when the stream has fewer. */
    private boolean fill(int wanted) throws IOException {
        if (limit - position >= wanted) {
            return true;
        }
        if (drained) {
            return false;
        }
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            index.moved(position);
            bufferOffset += position;
            limit -= position;
            position = 0;
        }
        if (wanted > buffer.length - Segment.SPARE) {
            buffer = Arrays.copyOf(buffer, Math.max(wanted, buffer.length * 2) + Segment.SPARE);
        }
        int room = buffer.length - Segment.SPARE;
        while (limit < room) {
            int read = in.read(buffer, limit, room - limit);
            if (read < 0) {
                drained = true;
                break;
            }
            limit += read;
            if (limit >= wanted) {
                break;
            }
        }
        return limit - position >= wanted;
    }

    /** The segment at hand; the same object after every {@link #next()}. */
    public Segment segment() {
        return segment;
    }

    /** The separators in force, or null before the first interchange. */
    public Delimiters delimiters() {
        return delimiters;
    }

    /** How the reading ended, or {@link End#NOT_REACHED}. */
    public End end() {
        return end;
    }

    /** Bytes before, between and behind interchanges that were no part of one. */
    public long strayBytes() {
        return strayBytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
