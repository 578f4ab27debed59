package org.clearlane.guide;

import java.nio.charset.StandardCharsets;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/**
 * Judges the elements of one segment against the rules of its place. Makes no object unless it finds something. One
 * value gets at most one finding, the first of: character, length, kind of value, code.
 *
 * <p>Not safe for use by several threads.
 */
final class ElementJudge {

    private static final int LONGEST_VALUE_SHOWN = 99;

    private final StructureSink sink;
    private final CleanCheck quick = new CleanCheck();
    private Delimiters learnt;
    private byte[] classes = CharacterClasses.withoutSeparators();
    private final byte[] withoutSeparators = CharacterClasses.withoutSeparators();

    private Segment segment;
    private SegmentRules rules;
    private String loop;
    private int position;
    private byte[] classesHere;

    ElementJudge(StructureSink sink) {
        this.sink = sink;
    }

    /** @param vouched the elements whose codes have been found right already; bit n stands for element n */
    void judge(Segment at, SegmentRules rulesHere, long vouched, String loopHere, int positionHere) {
        if (at.delimiters() != learnt) {
            learnt = at.delimiters();
            classes = CharacterClasses.with(learnt);
            quick.separators(learnt);
        }
        if (!quick.isClean(at, rulesHere, vouched)) {
            judgeInFull(at, rulesHere, loopHere, positionHere);
        }
    }

    private void judgeInFull(Segment at, SegmentRules rulesHere, String loopHere, int positionHere) {
        segment = at;
        rules = rulesHere;
        loop = loopHere;
        position = positionHere;
        classesHere = rulesHere.declaresSeparators ? withoutSeparators : classes;

        ElementRule[] elements = rulesHere.elements;
        int count = at.elementCount();
        int top = Math.min(count, elements.length - 1);
        long present = 0;
        long missing = 0;
        for (int n = 1; n <= top; n++) {
            int from = at.elementStart(n);
            int to = at.elementEnd(n);
            ElementRule rule = elements[n];
            if (from == to) {
                if (rule.isRequired()) {
                    missing |= 1L << n;
                    found(StructureFault.ELEMENT_MISSING, rule, n, 0, 0, from, to, "");
                }
                continue;
            }
            present |= 1L << n;
            if (rule.isUnused()) {
                found(StructureFault.ELEMENT_NOT_USED, rule, n, 0, 0, from, to, "");
            } else {
                element(rule, n, from, to);
            }
        }
        for (int n = top + 1; n <= rulesHere.lastRequired; n++) {
            if (elements[n].isRequired()) {
                missing |= 1L << n;
                found(StructureFault.ELEMENT_MISSING, elements[n], n, 0, 0, 0, 0, "");
            }
        }
        for (SyntaxNote note : rulesHere.notes) {
            if ((missing & note.mask) == 0) {
                note(note, present);
            }
        }
        if (count > top || (count > 0 && at.elementStart(count) == at.elementEnd(count))) {
            tail(top, count);
        }
    }

    private void note(SyntaxNote note, long present) {
        int broken = note.broken(present);
        if (broken == 0) {
            return;
        }
        ElementRule rule = broken < rules.elements.length ? rules.elements[broken] : null;
        if (rule == null || (rule.isUnused() && note.excludes())) {
            return; // the not used element has been told already
        }
        StructureFault fault =
                note.excludes() ? StructureFault.ELEMENT_EXCLUSION : StructureFault.ELEMENT_CONDITIONAL_MISSING;
        found(
                fault,
                rule,
                broken,
                0,
                0,
                segment.elementStart(broken),
                segment.elementEnd(broken),
                note.inWords(rules.id));
    }

    private void tail(int top, int count) {
        for (int n = top + 1; n <= count; n++) {
            if (segment.has(n)) {
                found(
                        StructureFault.ELEMENT_TOO_MANY,
                        null,
                        n,
                        0,
                        0,
                        segment.elementStart(n),
                        segment.elementEnd(n),
                        rules.id + " has " + (rules.elements.length - 1) + " elements");
                return;
            }
        }
        found(StructureFault.TRAILING_SEPARATOR, null, count, 0, 0, 0, 0, "");
    }

    private void element(ElementRule rule, int n, int from, int to) {
        if (rule.type() == ElementType.COMPOSITE) {
            composite(rule, n, from, to);
            return;
        }
        int bits = bits(from, to);
        if ((bits & CharacterClasses.REPETITION) != 0) {
            repeats(rule, n, from, to);
        } else {
            value(rule, n, 0, 0, from, to, bits, n - 1, 0, 0);
        }
    }

    private int bits(int from, int to) {
        byte[] bytes = segment.buffer();
        byte[] table = classesHere;
        int bits = 0;
        for (int i = from; i < to; i++) {
            bits |= table[bytes[i] & 0xff];
        }
        return bits;
    }

    private void repeats(ElementRule rule, int n, int from, int to) {
        byte[] bytes = segment.buffer();
        int repeat = 1;
        int begin = from;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == learnt.repetition()) {
                if (repeat > rule.repeats()) {
                    found(StructureFault.ELEMENT_TOO_MANY_REPEATS, rule, n, 0, repeat, begin, i, allowed(rule));
                    return;
                }
                if (begin < i) {
                    value(rule, n, 0, repeat, begin, i, bits(begin, i), n - 1, 0, 0);
                }
                repeat++;
                begin = i + 1;
            }
        }
    }

    private static String allowed(ElementRule rule) {
        return rule.repeats() == 1 ? "does not repeat" : "repeats at most " + rule.repeats() + " times";
    }

    private void composite(ElementRule rule, int n, int from, int to) {
        byte[] bytes = segment.buffer();
        byte repetition = learnt.repetition();
        int repeat = 1;
        int begin = from;
        for (int i = from; i <= to; i++) {
            if (i < to && (repetition == Delimiters.NONE || bytes[i] != repetition)) {
                continue;
            }
            if (repeat > rule.repeats()) {
                found(StructureFault.ELEMENT_TOO_MANY_REPEATS, rule, n, 0, repeat, begin, i, allowed(rule));
                return;
            }
            components(rule, n, repeat == 1 && i == to ? 0 : repeat, begin, i);
            repeat++;
            begin = i + 1;
        }
    }

    private void components(ElementRule rule, int n, int repeat, int from, int to) {
        ElementRule[] parts = rule.components();
        if (parts.length == 0) {
            return;
        }
        byte[] bytes = segment.buffer();
        byte separator = learnt.component();
        int part = 0;
        int begin = from;
        int formatFrom = 0;
        int formatTo = 0;
        for (int i = from; i <= to; i++) {
            if (i < to && bytes[i] != separator) {
                continue;
            }
            part++;
            if (part > parts.length) {
                if (to > begin) {
                    found(
                            StructureFault.ELEMENT_TOO_MANY_COMPONENTS,
                            rule,
                            n,
                            part,
                            repeat,
                            begin,
                            to,
                            "at most " + parts.length + " components");
                }
                return;
            }
            component(parts[part - 1], n, part, repeat, begin, i, formatFrom, formatTo);
            formatFrom = begin;
            formatTo = i;
            begin = i + 1;
        }
        for (int later = part; later < parts.length; later++) {
            if (parts[later].isRequired()) {
                found(StructureFault.ELEMENT_MISSING, parts[later], n, later + 1, repeat, 0, 0, "");
            }
        }
    }

    private void component(
            ElementRule rule, int n, int part, int repeat, int from, int to, int formatFrom, int formatTo) {
        if (from == to) {
            if (rule.isRequired()) {
                found(StructureFault.ELEMENT_MISSING, rule, n, part, repeat, from, to, "");
            }
        } else if (rule.isUnused()) {
            found(StructureFault.ELEMENT_NOT_USED, rule, n, part, repeat, from, to, "");
        } else {
            value(rule, n, part, repeat, from, to, bits(from, to), -1, formatFrom, formatTo);
        }
    }

    /** One simple value. The format of a period is the element before it, or for components the span given. */
    private void value(
            ElementRule rule,
            int n,
            int part,
            int repeat,
            int from,
            int to,
            int bits,
            int formatElement,
            int formatFrom,
            int formatTo) {
        if ((bits & (CharacterClasses.BAD | CharacterClasses.COMPONENT)) != 0) {
            boolean bad = (bits & CharacterClasses.BAD) != 0;
            found(
                    bad ? StructureFault.ELEMENT_INVALID_CHARACTER : StructureFault.ELEMENT_TOO_MANY_COMPONENTS,
                    rule,
                    n,
                    part,
                    repeat,
                    from,
                    to,
                    bad ? "a character outside the X12 character sets" : "has no components");
            return;
        }
        if (bits == CharacterClasses.BLANK && !rules.declaresSeparators) {
            found(StructureFault.ELEMENT_INVALID_CHARACTER, rule, n, part, repeat, from, to, "nothing but blanks");
            return;
        }
        byte[] bytes = segment.buffer();
        int length = to - from;
        switch (rule.type()) {
            case N0, N2, R -> {
                length = Values.digitsOfNumber(bytes, from, to, rule.type() == ElementType.R);
                if (length < 0) {
                    found(StructureFault.ELEMENT_INVALID_CHARACTER, rule, n, part, repeat, from, to, "not a number");
                    return;
                }
            }
            default -> {}
        }
        if (length < rule.min()) {
            found(StructureFault.ELEMENT_TOO_SHORT, rule, n, part, repeat, from, to, lengths(rule));
            return;
        }
        if (length > rule.max()) {
            found(StructureFault.ELEMENT_TOO_LONG, rule, n, part, repeat, from, to, lengths(rule));
            return;
        }
        switch (rule.type()) {
            case DT -> {
                if (!Values.isDate(bytes, from, to)) {
                    found(StructureFault.ELEMENT_INVALID_DATE, rule, n, part, repeat, from, to, "no real date");
                    return;
                }
            }
            case TM -> {
                if (!Values.isTime(bytes, from, to)) {
                    found(StructureFault.ELEMENT_INVALID_TIME, rule, n, part, repeat, from, to, "no real time");
                    return;
                }
            }
            case PERIOD -> {
                int format = formatElement > 0 ? segment.elementStart(formatElement) : formatFrom;
                int formatEnd = formatElement > 0 ? segment.elementEnd(formatElement) : formatTo;
                if (!Values.isPeriod(bytes, format, formatEnd, from, to)) {
                    found(
                            StructureFault.ELEMENT_INVALID_DATE,
                            rule,
                            n,
                            part,
                            repeat,
                            from,
                            to,
                            "not a date as its format says");
                    return;
                }
            }
            default -> {}
        }
        if (rule.codes() != null && !rule.codes().contains(bytes, from, to)) {
            boolean couldBeCode = (bits & ~(CharacterClasses.UPPER | CharacterClasses.DIGIT)) == 0;
            found(
                    couldBeCode ? StructureFault.ELEMENT_CODE_NOT_IN_GUIDE : StructureFault.ELEMENT_INVALID_CODE,
                    rule,
                    n,
                    part,
                    repeat,
                    from,
                    to,
                    "allowed: " + rule.codes());
        }
    }

    private static String lengths(ElementRule rule) {
        return rule.min() == rule.max() ? "length " + rule.min() : "length " + rule.min() + " to " + rule.max();
    }

    private void found(
            StructureFault fault,
            ElementRule rule,
            int element,
            int component,
            int repeat,
            int from,
            int to,
            String detail) {
        String value = from >= to
                ? ""
                : new String(
                        segment.buffer(), from, Math.min(to - from, LONGEST_VALUE_SHOWN), StandardCharsets.ISO_8859_1);
        sink.found(new StructureFinding(
                fault,
                loop,
                rules.id,
                position,
                element,
                component,
                repeat,
                rule == null ? "" : rule.dataElement(),
                value,
                detail,
                rule == null ? rules.label : rule.label(),
                segment.ordinal(),
                segment.offset()));
    }
}
