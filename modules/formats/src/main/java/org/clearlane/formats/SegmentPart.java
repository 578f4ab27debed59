package org.clearlane.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clearlane.x12.X12Writer;

/** What stands in one element or component of a {@link SegmentTemplate}. */
sealed interface SegmentPart {

    /** The same in every segment. */
    record Fixed(String text) implements SegmentPart {}

    /** A field as it is. */
    record Of(ClaimField field) implements SegmentPart {}

    /** A qualifier, written when the field it qualifies holds something. */
    record When(ClaimField field, String text) implements SegmentPart {}

    /** Worked out by the writer; the field is where a reader of a finding looks, or null. */
    record Given(ClaimField field) implements SegmentPart {}

    /** A composite. */
    record Group(List<SegmentPart> parts) implements SegmentPart {}

    static SegmentPart none() {
        return new Fixed("");
    }

    static SegmentPart fixed(String text) {
        return new Fixed(text);
    }

    static SegmentPart of(ClaimField field) {
        return new Of(field);
    }

    static SegmentPart when(ClaimField field, String text) {
        return new When(field, text);
    }

    static SegmentPart given() {
        return new Given(null);
    }

    static SegmentPart given(ClaimField field) {
        return new Given(field);
    }

    static SegmentPart group(SegmentPart... parts) {
        return new Group(Arrays.asList(parts));
    }

    /** HI01 to HI12: the first is the principal diagnosis. */
    static SegmentPart[] diagnoses() {
        SegmentPart[] parts = new SegmentPart[12];
        for (int i = 0; i < parts.length; i++) {
            ClaimField field = ClaimField.diagnosis(i + 1);
            parts[i] = group(when(field, i == 0 ? "ABK" : "ABF"), of(field));
        }
        return parts;
    }

    /** The field this part speaks of, or null. */
    default ClaimField about() {
        return switch (this) {
            case Fixed fixed -> null;
            case Of of -> of.field;
            case When when -> when.field;
            case Given given -> given.field;
            case Group group ->
                group.parts.stream()
                        .map(SegmentPart::about)
                        .filter(field -> field != null)
                        .findFirst()
                        .orElse(null);
        };
    }

    /** Whether there is anything of the submitter's to write here. */
    default boolean filled(Map<ClaimField, String> values) {
        return switch (this) {
            case Fixed fixed -> false;
            case Of of -> values.containsKey(of.field);
            case When when -> values.containsKey(when.field);
            case Given given -> given.field == null || values.containsKey(given.field);
            case Group group -> group.parts.stream().anyMatch(part -> part.filled(values));
        };
    }

    /** What the writer writes here. */
    default Object value(Map<ClaimField, String> values, List<Object> given) {
        return switch (this) {
            case Fixed fixed -> fixed.text;
            case Of of -> values.get(of.field);
            case When when -> values.containsKey(when.field) ? when.text : null;
            case Given unknown -> given.removeFirst();
            case Group group -> {
                List<String> components = new ArrayList<>(group.parts.size());
                for (SegmentPart part : group.parts) {
                    components.add((String) part.value(values, given));
                }
                yield X12Writer.composite(components.toArray(String[]::new));
            }
        };
    }
}
