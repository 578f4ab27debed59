package org.clearlane.guide;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of the standard between elements of one segment: P all or none, R at least one, E at most one, C if the first
 * then all others, L if the first then at least one other.
 */
final class SyntaxNote {

    private static final Pattern WRITTEN = Pattern.compile("([PRECL])((?:\\d\\d){2,})");

    private final char kind;
    private final int[] elements;
    /** Bit n stands for element n. */
    final long mask;

    private SyntaxNote(char kind, int[] elements) {
        this.kind = kind;
        this.elements = elements;
        long bits = 0;
        for (int element : elements) {
            bits |= 1L << element;
        }
        this.mask = bits;
    }

    /** Reads {@code P0304}; null when it is not written like that. */
    static SyntaxNote parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return null;
        }
        String digits = matcher.group(2);
        int[] elements = new int[digits.length() / 2];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = Integer.parseInt(digits.substring(2 * i, 2 * i + 2));
        }
        return new SyntaxNote(written.charAt(0), elements);
    }

    int highestElement() {
        int highest = 0;
        for (int element : elements) {
            highest = Math.max(highest, element);
        }
        return highest;
    }

    boolean excludes() {
        return kind == 'E';
    }

    /** Whether the rule holds when these are present (bit n stands for element n). */
    boolean holds(long present) {
        long here = present & mask;
        if (here == 0) {
            return kind != 'R';
        }
        return here == mask ? kind != 'E' : kind != 'P' && broken(present) == 0;
    }

    /** Whether it can be broken where these elements are always sent and these never. */
    boolean canBreak(long required, long unused) {
        long others = mask & ~(1L << elements[0]);
        boolean firstNever = (unused & 1L << elements[0]) != 0;
        return switch (kind) {
            case 'P' -> (mask & ~required) != 0 && (mask & ~unused) != 0;
            case 'R' -> (mask & required) == 0;
            case 'E' -> Long.bitCount(mask & ~unused) > 1;
            case 'C' -> !firstNever && (others & ~required) != 0;
            case 'L' -> !firstNever && (others & required) == 0;
            default -> true;
        };
    }

    /** Whether it may be broken although none of its elements is sent. */
    boolean asksForSomething() {
        return kind == 'R';
    }

    /** The element at fault when these are present (bit n stands for element n), or 0 when the rule holds. */
    int broken(long present) {
        long here = present & mask;
        return switch (kind) {
            case 'P' -> here == 0 || here == mask ? 0 : firstAbsent(here, 0);
            case 'R' -> here != 0 ? 0 : elements[0];
            case 'E' -> Long.bitCount(here) < 2 ? 0 : secondPresent(here);
            case 'C' -> (here & 1L << elements[0]) == 0 || here == mask ? 0 : firstAbsent(here, 1);
            case 'L' -> (here & 1L << elements[0]) == 0 || Long.bitCount(here) > 1 ? 0 : elements[1];
            default -> throw new IllegalStateException("no such syntax note: " + kind);
        };
    }

    private int firstAbsent(long here, int from) {
        for (int i = from; i < elements.length; i++) {
            if ((here & 1L << elements[i]) == 0) {
                return elements[i];
            }
        }
        throw new IllegalStateException("none is absent");
    }

    private int secondPresent(long here) {
        int seen = 0;
        for (int element : elements) {
            if ((here & 1L << element) != 0 && ++seen == 2) {
                return element;
            }
        }
        throw new IllegalStateException("no two are present");
    }

    /** In words, for the detail of a finding. */
    String inWords(String segment) {
        StringBuilder list = new StringBuilder();
        for (int i = kind == 'C' || kind == 'L' ? 1 : 0; i < elements.length; i++) {
            list.append(list.isEmpty() ? "" : ", ").append(name(segment, elements[i]));
        }
        String first = name(segment, elements[0]);
        return switch (kind) {
            case 'P' -> "sent all together or not at all: " + list;
            case 'R' -> "at least one must be sent of " + list;
            case 'E' -> "only one may be sent of " + list;
            case 'C' -> "with " + first + " these must be sent: " + list;
            case 'L' -> "with " + first + " at least one must be sent of " + list;
            default -> throw new IllegalStateException("no such syntax note: " + kind);
        };
    }

    private static String name(String segment, int element) {
        return segment + (element < 10 ? "0" : "") + element;
    }
}
