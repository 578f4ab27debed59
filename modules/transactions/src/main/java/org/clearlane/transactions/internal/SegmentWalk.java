package org.clearlane.transactions.internal;

import org.clearlane.x12.Delimiters;

/**
 * Walks the segments of a piece cut out of a file, as the reader would: blanks and line ends between segments mean
 * nothing, and the last segment may lack its terminator. Makes no object per segment.
 */
public final class SegmentWalk {

    private final byte[] bytes;
    private final Delimiters delimiters;
    private int position;
    private int from;
    private int to;

    /** Over all of these bytes. */
    public SegmentWalk(byte[] bytes, Delimiters delimiters) {
        this.bytes = bytes;
        this.delimiters = delimiters;
    }

    /** Goes to the next segment; false behind the last. */
    public boolean next() {
        while (position < bytes.length && meansNothing(bytes[position])) {
            position++;
        }
        if (position >= bytes.length) {
            return false;
        }
        from = position;
        while (position < bytes.length && bytes[position] != delimiters.segment()) {
            position++;
        }
        to = position;
        if (position < bytes.length) {
            position++;
        } else {
            while (to > from && (bytes[to - 1] == '\n' || bytes[to - 1] == '\r')) {
                to--;
            }
        }
        return true;
    }

    private boolean meansNothing(byte b) {
        return (b == '\n' || b == '\r' || b == ' ' || b == '\t' || b == 0 || b == 0x1A)
                && b != delimiters.segment()
                && b != delimiters.element();
    }

    /** Where the segment begins. */
    public int from() {
        return from;
    }

    /** One past its last byte, the terminator not included. */
    public int to() {
        return to;
    }

    /** Whether the segment's identifier is this one. */
    public boolean is(String id) {
        int end = from + id.length();
        if (end > to || (end < to && bytes[end] != delimiters.element())) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (bytes[from + i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The identifier as text, at most three characters of it. */
    public String id() {
        int end = from;
        while (end < to && end - from < 3 && bytes[end] != delimiters.element()) {
            end++;
        }
        return text(from, end);
    }

    /** Element {@code n}, from 1, as text; empty where it was left out. */
    public String element(int n) {
        int start = from;
        for (int seen = 0; seen < n; seen++) {
            while (start < to && bytes[start] != delimiters.element()) {
                start++;
            }
            if (start >= to) {
                return "";
            }
            start++;
        }
        int end = start;
        while (end < to && bytes[end] != delimiters.element()) {
            end++;
        }
        return text(start, end);
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
