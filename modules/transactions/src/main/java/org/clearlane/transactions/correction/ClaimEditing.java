package org.clearlane.transactions.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clearlane.x12.Delimiters;

/**
 * Makes a person's changes in a claim's segments, all of them or none. What is not changed stays byte for byte; a value
 * that would be read as anything but a value (a separator, a control character) is refused with its place.
 */
public final class ClaimEditing {

    /** No element of a claim is longer (PER04 with 256 is the longest of the guides). */
    public static final int LONGEST_VALUE = 256;

    /** The longest segment that can be added. */
    public static final int LONGEST_SEGMENT = 1_000;

    private static final int MOST_ELEMENTS = 40;
    private static final int MOST_COMPONENTS = 20;

    /** They number or close what stands around claims, or begin another claim. */
    private static final Set<String> NOT_OURS = Set.of("ISA", "IEA", "GS", "GE", "ST", "SE", "BHT", "HL", "CLM", "TA1");

    /** What came of it. */
    public sealed interface Result {

        /** The claim as changed. */
        record Done(ClaimText text) implements Result {}

        /** Everything that speaks against it; nothing was changed. */
        record Refused(List<ChangeRefused> why) implements Result {

            public Refused {
                why = List.copyOf(why);
            }
        }
    }

    private final ClaimText text;
    private final Delimiters delimiters;
    private final List<ChangeRefused> refused = new ArrayList<>();

    private ClaimEditing(ClaimText text) {
        this.text = text;
        this.delimiters = text.delimiters();
    }

    /** Makes these changes. */
    public static Result make(ClaimText text, List<SegmentChange> changes) {
        return new ClaimEditing(text).run(changes);
    }

    /** Whether this value can be written between these separators. */
    public static boolean canStand(String value, Delimiters delimiters) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f && !delimiters.separates((byte) c));
    }

    private Result run(List<SegmentChange> changes) {
        Map<Integer, ClaimSegment> changed = new HashMap<>();
        Map<Integer, List<ClaimSegment>> added = new HashMap<>();
        Set<Integer> left = new TreeSet<>();
        for (SegmentChange change : changes) {
            if (change.segment() < 0 || change.segment() >= text.segments().size()) {
                refuse(change.segment(), 0, 0, "The claim has no such segment.", "Open the form again from the claim.");
                continue;
            }
            ClaimSegment segment = text.segments().get(change.segment());
            switch (change) {
                case SegmentChange.Value value -> {
                    if (mayStand(segment, value)) {
                        changed.merge(
                                value.segment(),
                                segment.with(delimiters, value.element(), value.component(), value.value()),
                                (before, ignored) ->
                                        before.with(delimiters, value.element(), value.component(), value.value()));
                    }
                }
                case SegmentChange.Leave leave -> leave(segment, leave.segment(), left);
                case SegmentChange.Add add -> {
                    if (mayBeAdded(add)) {
                        added.computeIfAbsent(add.segment(), unused -> new ArrayList<>())
                                .add(new ClaimSegment(segment.part(), ClaimSegment.ADDED, add.text()));
                    }
                }
            }
        }
        if (!refused.isEmpty()) {
            return new Result.Refused(refused);
        }
        List<ClaimSegment> all = new ArrayList<>();
        for (int i = 0; i < text.segments().size(); i++) {
            if (!left.contains(i)) {
                all.add(changed.getOrDefault(i, text.segments().get(i)));
            }
            all.addAll(added.getOrDefault(i, List.of()));
        }
        ClaimText result = new ClaimText(delimiters, all);
        if (!result.isWhole()) {
            refuse(
                    0,
                    0,
                    0,
                    "Without these segments no claim is left: it needs a billing provider, a subscriber and the claim itself.",
                    "Change their values instead of leaving them out.");
            return new Result.Refused(refused);
        }
        return new Result.Done(result);
    }

    private void leave(ClaimSegment segment, int number, Set<Integer> left) {
        if (segment.id(delimiters).equals("CLM")) {
            refuse(number, 0, 0, "CLM is the claim itself and cannot be left out.", "Change its elements instead.");
        } else {
            left.add(number);
        }
    }

    private boolean mayStand(ClaimSegment segment, SegmentChange.Value value) {
        if (value.element() < 1
                || value.element() > MOST_ELEMENTS
                || value.component() < 1
                || value.component() > MOST_COMPONENTS) {
            return refuse(
                    value.segment(), 0, 0, "A segment has no such element.", "Open the form again from the claim.");
        }
        if (segment.repeats(delimiters, value.element())) {
            return refuse(
                    value.segment(),
                    value.element(),
                    0,
                    "This element repeats, and one of its repeats cannot be changed alone.",
                    "Leave the segment out and add it again as it should be.");
        }
        if (value.value().length() > LONGEST_VALUE) {
            return refuse(
                    value.segment(),
                    value.element(),
                    value.component(),
                    "The value is longer than any element may be.",
                    "Enter at most " + LONGEST_VALUE + " characters.");
        }
        return characters(value.segment(), value.element(), value.component(), value.value(), false);
    }

    private boolean mayBeAdded(SegmentChange.Add add) {
        String id = add.text().split(java.util.regex.Pattern.quote(String.valueOf((char) delimiters.element())), 2)[0];
        if (!id.matches("[A-Z][A-Z0-9]{1,2}") || id.length() == add.text().length()) {
            return refuse(
                    add.segment(),
                    0,
                    0,
                    "What is to be added does not begin with a segment's name and an element.",
                    "Write it as it stands in a file, without the terminator, for example REF%1$cG1%1$cA12345."
                            .formatted((char) delimiters.element()));
        }
        if (NOT_OURS.contains(id)) {
            return refuse(
                    add.segment(),
                    0,
                    0,
                    "A segment of this name is written by us and cannot be added.",
                    "Add segments of the claim and of its levels only.");
        }
        if (add.text().length() > LONGEST_SEGMENT) {
            return refuse(
                    add.segment(),
                    0,
                    0,
                    "The segment is too long.",
                    "Enter at most " + LONGEST_SEGMENT + " characters.");
        }
        return characters(add.segment(), 0, 0, add.text(), true);
    }

    /** The basic and the extended character set of X12: printable ASCII. */
    private boolean characters(int segment, int element, int component, String value, boolean whole) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                return refuse(
                        segment,
                        element,
                        component,
                        "Character " + (i + 1) + " is "
                                + (c < ' ' || c == 0x7f ? "a control character" : "outside the character set of X12")
                                + ".",
                        "Enter letters without accents, digits and the usual signs only.");
            }
            boolean separates = whole ? c == delimiters.segment() : delimiters.separates((byte) c);
            if (separates) {
                return refuse(
                        segment,
                        element,
                        component,
                        "Character " + (i + 1) + " is " + c + ", which separates values in this file.",
                        "Leave it out, or write something else in its place.");
            }
        }
        return true;
    }

    private boolean refuse(int segment, int element, int component, String message, String mend) {
        String place = segment < 0 || segment >= text.segments().size()
                ? ""
                : place(text.segments().get(segment), element, component);
        refused.add(new ChangeRefused(segment, element, component, place, message, mend));
        return false;
    }

    private String place(ClaimSegment segment, int element, int component) {
        String name = segment.id(delimiters);
        if (element == 0) {
            return name;
        }
        boolean composite = segment.components(delimiters, element).size() > 1 || component > 1;
        return name + "%02d".formatted(element) + (composite && component > 0 ? "-" + component : "");
    }
}
