package org.clearlane.transactions.correction;

/** One thing a person wants done to a claim's segments, which are counted from 0 as they were before any change. */
public sealed interface SegmentChange {

    /** The segment it is about. */
    int segment();

    /**
     * This value instead of the one that is there; the empty one takes the element out.
     *
     * @param element from 1
     * @param component from 1; 1 for an element without components
     */
    record Value(int segment, int element, int component, String value) implements SegmentChange {}

    /** The segment goes. */
    record Leave(int segment) implements SegmentChange {}

    /** A segment behind this one, in the separators of the claim, without terminator. */
    record Add(int segment, String text) implements SegmentChange {}
}
