package org.clearlane.model.claim;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Place;

/**
 * One segment as it was sent, with the place it stands in. Elements count from 1 as in the standard; what was left out
 * reads as empty. Elements are looked for when they are asked for, so keeping a segment costs one text.
 *
 * @param tag its identifier
 * @param loop the guide's name of the loop it was matched to
 * @param position its number in its transaction set, ST being 1
 * @param text the segment without its terminator
 * @param separators element, component and repetition separator; NUL in the third place when none was declared
 */
public record SegmentFact(SegmentTag tag, String loop, int position, String text, String separators) {

    /** What most senders use. */
    public static final String USUAL_SEPARATORS = "*:^";

    /**
     * A segment between the usual separators.
     *
     * @throws IllegalArgumentException when facts of such a segment are not kept
     */
    public static SegmentFact of(String loop, int position, String text) {
        int end = text.indexOf('*');
        String id = end < 0 ? text : text.substring(0, end);
        return new SegmentFact(SegmentTag.valueOf(id), loop, position, text, USUAL_SEPARATORS);
    }

    /** The first of these with this tag, or null. */
    public static SegmentFact first(List<SegmentFact> segments, SegmentTag tag) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).tag == tag) {
                return segments.get(i);
            }
        }
        return null;
    }

    /** The first of these with this tag in this loop, or null. */
    public static SegmentFact first(List<SegmentFact> segments, String loop, SegmentTag tag) {
        for (int i = 0; i < segments.size(); i++) {
            SegmentFact each = segments.get(i);
            if (each.tag == tag && each.loop.equals(loop)) {
                return each;
            }
        }
        return null;
    }

    /** The first of these with this tag whose first element is this one (AMT*D, REF*G1 …), or null. */
    public static SegmentFact qualified(List<SegmentFact> segments, SegmentTag tag, String qualifier) {
        for (int i = 0; i < segments.size(); i++) {
            SegmentFact each = segments.get(i);
            if (each.tag == tag && each.is(1, qualifier)) {
                return each;
            }
        }
        return null;
    }

    /** Element {@code n} as sent, repeats and components included. */
    public String element(int n) {
        int from = startOf(n);
        return from < 0 ? "" : text.substring(from, endOf(from, text.length(), separators.charAt(0)));
    }

    /** Whether element {@code n} was sent with at least one character. */
    public boolean has(int n) {
        int from = startOf(n);
        return from >= 0 && from < endOf(from, text.length(), separators.charAt(0));
    }

    /** Whether element {@code n} is exactly this. Makes no object. */
    public boolean is(int n, String value) {
        int from = startOf(n);
        if (from < 0) {
            return value.isEmpty();
        }
        return endOf(from, text.length(), separators.charAt(0)) - from == value.length()
                && text.startsWith(value, from);
    }

    /** The number of the last element written. */
    public int elementCount() {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == separators.charAt(0) ? 1 : 0;
        }
        return count;
    }

    /** How many repeats element {@code n} has; 0 when it was left out. */
    public int repeatCount(int n) {
        int from = startOf(n);
        int to = from < 0 ? from : endOf(from, text.length(), separators.charAt(0));
        if (from >= to) {
            return 0;
        }
        int count = 1;
        for (int i = from; i < to; i++) {
            count += separators.charAt(2) != 0 && text.charAt(i) == separators.charAt(2) ? 1 : 0;
        }
        return count;
    }

    /** Component {@code c} of the first repeat of element {@code n}: {@code component(5, 3)} is CLM05-3. */
    public String component(int n, int c) {
        return component(n, 1, c);
    }

    /** Component {@code c} of repeat {@code r} of element {@code n}, all counted from 1. */
    public String component(int n, int r, int c) {
        int from = startOf(n);
        if (from < 0) {
            return "";
        }
        int to = endOf(from, text.length(), separators.charAt(0));
        if (separators.charAt(2) != 0) {
            from = piece(from, to, separators.charAt(2), r);
            to = from < 0 ? to : endOf(from, to, separators.charAt(2));
        } else if (r > 1) {
            return "";
        }
        int start = from < 0 ? -1 : piece(from, to, separators.charAt(1), c);
        return start < 0 ? "" : text.substring(start, endOf(start, to, separators.charAt(1)));
    }

    /** The amount in element {@code n}; null when it was left out or is not an amount. */
    public Money money(int n) {
        return Money.parse(element(n)).orElse(null);
    }

    /** Where it stands. */
    public Place place() {
        return Place.ofSegment(loop, tag.name(), position);
    }

    /** Where its element {@code n} stands. */
    public Place place(int n) {
        return place().atElement(n);
    }

    /** Where component {@code c} of its element {@code n} stands. */
    public Place place(int n, int c) {
        return place().atComponent(n, c);
    }

    private int startOf(int n) {
        return piece(0, text.length(), separators.charAt(0), n + 1);
    }

    /** Where the {@code wanted}-th piece (from 1) begins, or -1. */
    private int piece(int from, int to, char separator, int wanted) {
        int begin = from;
        for (int piece = 1; piece < wanted; piece++) {
            int next = text.indexOf(separator, begin);
            if (next < 0 || next >= to) {
                return -1;
            }
            begin = next + 1;
        }
        return begin;
    }

    private int endOf(int from, int to, char separator) {
        int next = text.indexOf(separator, from);
        return next < 0 || next > to ? to : next;
    }
}
