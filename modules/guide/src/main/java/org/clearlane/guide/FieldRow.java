package org.clearlane.guide;

/** The rules of the elements of a segment, or of the components of a composite, as numbers in a row for {@link CleanCheck}. */
final class FieldRow {

    static final int TEXT = 0;
    static final int WHOLE_NUMBER = 1;
    static final int DECIMAL = 2;
    static final int DATE = 3;
    static final int TIME = 4;
    static final int PERIOD = 5;
    static final int COMPOSITE = 6;

    final int fields;
    /** Field n may have limits[2n] to limits[2n + 1] bytes; numbers, which are measured otherwise, any number of them. */
    final int[] limits;

    /** By field, counted from 1. */
    final byte[] kind;

    final int[] min;
    final int[] max;
    /** Null where any value may stand. */
    final CodeSet[] codes;
    /** Of a composite its components; null where the definition does not look into it. */
    final FieldRow[] components;

    /** Bit n stands for field n: what must be sent. */
    final long required;
    /** What may not be sent. */
    final long unused;
    /** Text that must be one of its codes. */
    final long coded;
    /** What is no text. */
    final long particular;

    /** @param firstAt the index of field 1 in the rules */
    FieldRow(ElementRule[] rules, int firstAt) {
        fields = rules.length - firstAt;
        limits = new int[2 * fields + 2];
        kind = new byte[fields + 1];
        min = new int[fields + 1];
        max = new int[fields + 1];
        codes = new CodeSet[fields + 1];
        components = new FieldRow[fields + 1];
        long mustBeSent = 0;
        long mayNotBeSent = 0;
        long hasCodes = 0;
        long takesMore = 0;
        for (int n = 1; n <= fields; n++) {
            ElementRule rule = rules[n - 1 + firstAt];
            kind[n] = kind(rule.type());
            min[n] = rule.min();
            max[n] = rule.max();
            codes[n] = rule.codes();
            components[n] = rule.components().length == 0 ? null : new FieldRow(rule.components(), 0);
            boolean measuredInBytes = kind[n] != WHOLE_NUMBER && kind[n] != DECIMAL && kind[n] != COMPOSITE;
            limits[2 * n] = measuredInBytes ? min[n] : 0;
            limits[2 * n + 1] = measuredInBytes ? max[n] : Integer.MAX_VALUE;
            mustBeSent |= rule.isRequired() ? 1L << n : 0;
            mayNotBeSent |= rule.isUnused() ? 1L << n : 0;
            hasCodes |= kind[n] == TEXT && codes[n] != null ? 1L << n : 0;
            takesMore |= kind[n] != TEXT ? 1L << n : 0;
        }
        required = mustBeSent;
        unused = mayNotBeSent;
        coded = hasCodes;
        particular = takesMore;
    }

    private static byte kind(ElementType type) {
        return switch (type) {
            case AN, ID -> TEXT;
            case N0, N2 -> WHOLE_NUMBER;
            case R -> DECIMAL;
            case DT -> DATE;
            case TM -> TIME;
            case PERIOD -> PERIOD;
            case COMPOSITE -> COMPOSITE;
        };
    }
}
