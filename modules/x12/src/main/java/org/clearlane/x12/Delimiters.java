package org.clearlane.x12;

/**
 * The four separators of an interchange, as its ISA declares them: the byte after {@code ISA}, ISA11, ISA16 and the
 * byte behind ISA16.
 *
 * <p>ISA11 became the repetition separator with version 00402. Older senders still put {@code U} there; a letter, a
 * digit, a blank or one of the other three separators is not a separator, and {@link #repetition()} is then
 * {@link #NONE}.
 *
 * @param element between elements, usually {@code *}
 * @param component between components of a composite, usually {@code :}
 * @param repetition between repeats of an element, usually {@code ^}, or {@link #NONE}
 * @param segment behind each segment, usually {@code ~}
 */
public record Delimiters(byte element, byte component, byte repetition, byte segment) {

    /** No repetition separator declared. Zero cannot be a separator: NUL is never one. */
    public static final byte NONE = 0;

    /** What most senders use: {@code * : ^ ~}. */
    public static final Delimiters USUAL = new Delimiters((byte) '*', (byte) ':', (byte) '^', (byte) '~');

    public Delimiters {
        if (element == component || element == segment || component == segment) {
            throw new IllegalArgumentException("separators are not distinct");
        }
        if (repetition != NONE && (repetition == element || repetition == component || repetition == segment)) {
            throw new IllegalArgumentException("the repetition separator is one of the other separators");
        }
    }

    /** The separators written as text, element component repetition segment, for example {@code *:^~}. */
    public static Delimiters of(String four) {
        if (four.length() != 4) {
            throw new IllegalArgumentException("four separators expected: element, component, repetition, segment");
        }
        return new Delimiters(
                (byte) four.charAt(0), (byte) four.charAt(1), (byte) four.charAt(2), (byte) four.charAt(3));
    }

    /** Whether this byte separates anything in this interchange. */
    public boolean separates(byte b) {
        return b == element || b == segment || b == component || (repetition != NONE && b == repetition);
    }

    /** Whether ISA11 as found can serve as a repetition separator beside these three. */
    static byte repetitionFrom(byte isa11, byte element, byte component, byte segment) {
        boolean word =
                (isa11 >= 'A' && isa11 <= 'Z') || (isa11 >= 'a' && isa11 <= 'z') || (isa11 >= '0' && isa11 <= '9');
        boolean taken = isa11 == element || isa11 == component || isa11 == segment;
        return word || taken || isa11 == ' ' || isa11 == NONE ? NONE : isa11;
    }
}
