package org.clearlane.console.screens.correction;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.transactions.correction.ClaimSegment;
import org.clearlane.transactions.correction.ClaimText;
import org.clearlane.transactions.correction.SegmentChange;

/**
 * What somebody typed into a form of a claim's segments: fields {@code v.7.2.1} (segment 7, element 2, component 1),
 * {@code leave.7}, {@code add.7}. A value that is what stands there already is no change.
 */
record Entered(Map<String, String> fields) {

    private static final Pattern VALUE = Pattern.compile("v\\.([0-9]{1,4})\\.([0-9]{1,2})\\.([0-9]{1,2})");
    private static final Pattern LEAVE = Pattern.compile("leave\\.([0-9]{1,4})");
    private static final Pattern ADD = Pattern.compile("add\\.([0-9]{1,4})");

    static Entered of(Context context) {
        Map<String, String> fields = new LinkedHashMap<>();
        context.formParamMap().forEach((name, values) -> {
            if (!values.isEmpty() && name.matches("(v|leave|add)\\.[0-9.]{1,12}")) {
                fields.put(name, values.getFirst());
            }
        });
        return new Entered(fields);
    }

    static Entered nothing() {
        return new Entered(Map.of());
    }

    static String valueName(int segment, int element, int component) {
        return "v." + segment + "." + element + "." + component;
    }

    /** What a box shows of a value: signs a page cannot carry are shown as one that it can. */
    static String shown(String value) {
        StringBuilder shown = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            shown.append(c < ' ' || c >= 0x7f && c < 0xa0 ? '?' : c);
        }
        return shown.toString();
    }

    /** The changes this comes to in the claim. */
    List<SegmentChange> changes(ClaimText text) {
        List<SegmentChange> changes = new ArrayList<>();
        fields.forEach((name, value) -> {
            Matcher leave = LEAVE.matcher(name);
            Matcher add = ADD.matcher(name);
            Matcher at = VALUE.matcher(name);
            if (leave.matches()) {
                changes.add(new SegmentChange.Leave(Integer.parseInt(leave.group(1))));
            } else if (add.matches() && !value.isBlank()) {
                changes.add(new SegmentChange.Add(Integer.parseInt(add.group(1)), value.strip()));
            } else if (at.matches()) {
                int segment = Integer.parseInt(at.group(1));
                int element = Integer.parseInt(at.group(2));
                int component = Integer.parseInt(at.group(3));
                if (!value.equals(shown(standing(text, segment, element, component)))) {
                    changes.add(new SegmentChange.Value(segment, element, component, value.strip()));
                }
            }
        });
        return changes;
    }

    private static String standing(ClaimText text, int segment, int element, int component) {
        if (segment >= text.segments().size()) {
            return "";
        }
        ClaimSegment there = text.segments().get(segment);
        return there.repeats(text.delimiters(), element)
                ? there.element(text.delimiters(), element)
                : there.component(text.delimiters(), element, component);
    }

    /** The fields that change something, to be sent on from page to page. */
    Map<String, String> kept(ClaimText text) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (SegmentChange change : changes(text)) {
            switch (change) {
                case SegmentChange.Value value ->
                    kept.put(valueName(value.segment(), value.element(), value.component()), value.value());
                case SegmentChange.Leave leave -> kept.put("leave." + leave.segment(), "yes");
                case SegmentChange.Add add -> kept.put("add." + add.segment(), add.text());
            }
        }
        return kept;
    }
}
