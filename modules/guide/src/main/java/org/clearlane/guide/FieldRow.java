package org.clearlane.guide;

/** The rules of the elements of a segment, or of the components of a composite, as numbers in a row for {@link CleanCheck}. */
final class FieldRow {

    /** What may not be sent. */
    static final int UNUSED = 0;

    static final int TEXT = 1;
    static final int WHOLE_NUMBER = 2;
    static final int DECIMAL = 3;
    static final int DATE = 4;
    static final int TIME = 5;
    static final int PERIOD = 6;
    static final int COMPOSITE = 7;

    /** By field, counted from 1. */
    final int[] kind;

    final int[] min;
    final int[] max;
    /** Null where any value may stand. */
    final CodeSet[] codes;
    /** Of a composite its components; null where the definition does not look into it. */
    final FieldRow[] components;
    /** Bit n stands for field n. */
    final long required;

    /** @param firstAt the index of field 1 in the rules */
    FieldRow(ElementRule[] rules, int firstAt) {
        int fields = rules.length - firstAt;
        kind = new int[fields + 1];
        min = new int[fields + 1];
        max = new int[fields + 1];
        codes = new CodeSet[fields + 1];
        components = new FieldRow[fields + 1];
        long bits = 0;
        for (int n = 1; n <= fields; n++) {
            ElementRule rule = rules[n - 1 + firstAt];
            kind[n] = rule.isUnused() ? UNUSED : kind(rule.type());
            min[n] = rule.min();
            max[n] = rule.max();
            codes[n] = rule.codes();
            components[n] = rule.components().length == 0 ? null : new FieldRow(rule.components(), 0);
            bits |= rule.isRequired() ? 1L << n : 0;
        }
        required = bits;
    }

    private static int kind(ElementType type) {
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

    /** How many fields there are. */
    int fields() {
        return kind.length - 1;
    }
}
