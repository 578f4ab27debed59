package org.clearlane.simulator;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An answer taken apart by plain string work: separators from the ISA, elements from 1. */
final class Answer {

    private final List<String[]> segments = new ArrayList<>();
    private final String text;
    private final String component;

    Answer(byte[] bytes) {
        text = new String(bytes, StandardCharsets.ISO_8859_1);
        component = text.substring(104, 105);
        String element = text.substring(3, 4);
        for (String segment : text.split(java.util.regex.Pattern.quote(text.substring(105, 106)))) {
            segments.add(segment.split(java.util.regex.Pattern.quote(element), -1));
        }
    }

    static boolean isX12(byte[] bytes) {
        return bytes.length > 106 && new String(bytes, 0, 3, StandardCharsets.ISO_8859_1).equals("ISA");
    }

    /** TA1, 999, 277 or 835. */
    String kind() {
        return segments().stream()
                .filter(segment -> segment[0].equals("ST") || segment[0].equals("TA1"))
                .findFirst()
                .map(segment -> segment[0].equals("TA1") ? "TA1" : segment[1])
                .orElse("?");
    }

    String text() {
        return text;
    }

    List<String[]> segments() {
        return segments;
    }

    List<String[]> all(String id) {
        return segments.stream().filter(segment -> segment[0].equals(id)).toList();
    }

    /** The first segment with these leading elements, for example {@code first("REF", "D9")}. */
    String[] first(String... start) {
        return matching(start).findFirst().orElseThrow(() -> new AssertionError("no " + String.join("*", start)));
    }

    Stream<String[]> matching(String... start) {
        return segments.stream().filter(segment -> {
            for (int i = 0; i < start.length; i++) {
                if (i >= segment.length || !segment[i].equals(start[i])) {
                    return false;
                }
            }
            return true;
        });
    }

    boolean has(String... start) {
        return matching(start).findAny().isPresent();
    }

    String[] components(String composite) {
        return composite.split(java.util.regex.Pattern.quote(component), -1);
    }

    static BigDecimal amount(String[] segment, int element) {
        return element < segment.length && !segment[element].isEmpty()
                ? new BigDecimal(segment[element])
                : BigDecimal.ZERO;
    }
}
