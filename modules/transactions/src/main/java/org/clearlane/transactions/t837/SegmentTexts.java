package org.clearlane.transactions.t837;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clearlane.transactions.internal.SegmentWalk;
import org.clearlane.x12.Delimiters;

/** Segments of one claim as texts: few enough to be handled one by one. */
final class SegmentTexts {

    private final String element;

    SegmentTexts(Delimiters delimiters) {
        this.element = String.valueOf((char) delimiters.element());
    }

    static List<String> of(byte[] bytes, Delimiters delimiters) {
        List<String> all = new ArrayList<>();
        SegmentWalk walk = new SegmentWalk(bytes, delimiters);
        while (walk.next()) {
            all.add(new String(bytes, walk.from(), walk.to() - walk.from(), StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    boolean is(String segment, String id) {
        return segment.equals(id) || segment.startsWith(id + element);
    }

    boolean is(String segment, String id, String first) {
        return is(segment, id) && at(segment, 1).equals(first);
    }

    /** Element n, from 1, or empty. */
    String at(String segment, int n) {
        String[] elements = segment.split(java.util.regex.Pattern.quote(element), -1);
        return n < elements.length ? elements[n] : "";
    }

    /** A segment of these elements; empty ones at the end are left out. */
    String make(String... elements) {
        int length = elements.length;
        while (length > 1 && elements[length - 1].isEmpty()) {
            length--;
        }
        return String.join(element, Arrays.copyOf(elements, length));
    }
}
