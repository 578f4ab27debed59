package org.clearlane.model.claim;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Place;

/**
 * One segment as it was sent, with the place it stands in. Elements count from 1 as in the standard; what was left out
 * reads as empty. Elements are made when they are asked for, so keeping a segment costs one text and where in it they
 * begin.
 */
public final class SegmentFact {

    /** Texts of one or two ASCII characters; a race between threads makes one twice, which harms nobody. */
    private static final String[] SHORT = new String[1 << 14];

    /** What most senders use. */
    public static final String USUAL_SEPARATORS = "*:^";

    private final SegmentTag tag;
    private final String loop;
    private final int position;
    private final String text;
    private final String separators;

    /** Where each element begins in the text, that with number 0 being the tag; last, where one more would. */
    private final int[] starts;

    /**
     * A segment.
     *
     * @param tag its identifier
     * @param loop the guide's name of the loop it was matched to
     * @param position its number in its transaction set, ST being 1
     * @param text the segment without its terminator
     * @param separators element, component and repetition separator; NUL in the third place when none was declared
     */
    public SegmentFact(SegmentTag tag, String loop, int position, String text, String separators) {
        this(tag, loop, position, text, separators, starts(text, separators.charAt(0)));
    }

    /**
     * As the other one, for a caller that knows the places of the elements.
     *
     * @param starts where each element begins in the text, that with number 0 being the tag; last, where one more would
     *     begin behind another separator. It is not copied and must not be changed
     */
    public SegmentFact(SegmentTag tag, String loop, int position, String text, String separators, int[] starts) {
        this.tag = tag;
        this.loop = loop;
        this.position = position;
        this.text = text;
        this.separators = separators;
        this.starts = starts;
    }

    private static int[] starts(String text, char separator) {
        int[] starts =
                new int[(int) text.chars().filter(each -> each == separator).count() + 2];
        int n = 0;
        for (int i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, i + 1)) {
            starts[++n] = i + 1;
        }
        starts[n + 1] = text.length() + 1;
        return starts;
    }

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

    /** Its identifier. */
    public SegmentTag tag() {
        return tag;
    }

    /** The guide's name of the loop it was matched to. */
    public String loop() {
        return loop;
    }

    /** Its number in its transaction set, ST being 1. */
    public int position() {
        return position;
    }

    /** The segment without its terminator. */
    public String text() {
        return text;
    }

    /** Element, component and repetition separator; NUL in the third place when none was declared. */
    public String separators() {
        return separators;
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
        return n > elementCount() ? "" : piece(starts[n], starts[n + 1] - 1);
    }

    /** Whether element {@code n} was sent with at least one character. */
    public boolean has(int n) {
        return n <= elementCount() && starts[n] < starts[n + 1] - 1;
    }

    /** Whether element {@code n} is exactly this. Makes no object. */
    public boolean is(int n, String value) {
        if (n > elementCount()) {
            return value.isEmpty();
        }
        return starts[n + 1] - 1 - starts[n] == value.length() && text.startsWith(value, starts[n]);
    }

    /** The number of the last element written. */
    public int elementCount() {
        return starts.length - 2;
    }

    /** How many repeats element {@code n} has; 0 when it was left out. */
    public int repeatCount(int n) {
        if (!has(n)) {
            return 0;
        }
        int from = starts[n];
        int to = starts[n + 1] - 1;
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
        if (n > elementCount()) {
            return "";
        }
        int from = starts[n];
        int to = starts[n + 1] - 1;
        if (separators.charAt(2) != 0) {
            from = piece(from, to, separators.charAt(2), r);
            to = from < 0 ? to : endOf(from, to, separators.charAt(2));
        } else if (r > 1) {
            return "";
        }
        int start = from < 0 ? -1 : piece(from, to, separators.charAt(1), c);
        return start < 0 ? "" : piece(start, endOf(start, to, separators.charAt(1)));
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

    /** A part of the text; codes of one or two characters are made once and shared. */
    private String piece(int from, int to) {
        int length = to - from;
        if (length > 2 || length <= 0) {
            return text.substring(from, to);
        }
        int index = length == 1 ? text.charAt(from) : text.charAt(from) << 7 | text.charAt(from + 1);
        if (index >= SHORT.length || length == 2 && text.charAt(from + 1) > 127) {
            return text.substring(from, to);
        }
        String known = SHORT[index];
        if (known == null || known.length() != length) {
            known = text.substring(from, to);
            SHORT[index] = known;
        }
        return known;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentFact fact
                && tag == fact.tag
                && position == fact.position
                && loop.equals(fact.loop)
                && text.equals(fact.text)
                && separators.equals(fact.separators);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + position;
    }

    @Override
    public String toString() {
        return "SegmentFact[" + tag + " in " + loop + ", segment " + position + "]";
    }
}
