package org.clearlane.transactions.t837;

/**
 * A piece of a file.
 *
 * @param offset its first byte, from 0
 * @param length how many bytes; a piece of more than 2,147,483,647 is cut there
 */
public record Span(long offset, int length) {

    /** Nothing: the level was not there. */
    public static final Span NONE = new Span(0, 0);

    static Span between(long from, long to) {
        return from < 0 ? NONE : new Span(from, (int) Math.min(to - from, Integer.MAX_VALUE));
    }
}
