package org.clearlane.x12;

/** A value cannot be written with the separators in force, because it holds one of them or a byte that X12 cannot carry. */
public final class UnwritableValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String segment;
    private final int element;

    UnwritableValueException(String segment, int element, char offending) {
        super("%s%s cannot carry the character 0x%02X: it is a separator here or not in the character set"
                .formatted(segment, element == 0 ? "" : "%02d".formatted(element), (int) offending));
        this.segment = segment;
        this.element = element;
    }

    /** The segment identifier. */
    public String segment() {
        return segment;
    }

    /** The element's number, or 0 where it is not known. */
    public int element() {
        return element;
    }
}
