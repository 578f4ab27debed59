package org.clearlane.transactions.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One segment before and after, its elements side by side.
 *
 * @param before what stood there; empty for a segment that is new
 * @param after what stands there now; empty for one that is gone
 */
public record ChangedSegment(List<Word> before, List<Word> after) {

    /** An element with the separator in front of it; {@code changed} when it is not the same on the other side. */
    public record Word(String text, boolean changed) {}

    public ChangedSegment {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Every segment that is not what it was, in the order of the claim. */
    public static List<ChangedSegment> between(ClaimText before, ClaimText after) {
        Map<Integer, ClaimSegment> kept = new HashMap<>();
        after.segments().forEach(segment -> kept.put(segment.origin(), segment));
        List<ChangedSegment> changes = new ArrayList<>();
        int passed = 0;
        for (ClaimSegment segment : after.segments()) {
            if (segment.origin() == ClaimSegment.ADDED) {
                changes.add(of(null, segment, after));
                continue;
            }
            passed = gone(before, kept, passed, segment.origin(), changes);
            ClaimSegment old = before.segments().get(segment.origin());
            if (!old.text().equals(segment.text())) {
                changes.add(of(old, segment, after));
            }
            passed = segment.origin() + 1;
        }
        gone(before, kept, passed, before.segments().size(), changes);
        return changes;
    }

    private static int gone(
            ClaimText before, Map<Integer, ClaimSegment> kept, int from, int to, List<ChangedSegment> changes) {
        for (int i = from; i < to; i++) {
            if (!kept.containsKey(i)) {
                changes.add(of(before.segments().get(i), null, before));
            }
        }
        return to;
    }

    private static ChangedSegment of(ClaimSegment old, ClaimSegment now, ClaimText text) {
        List<String> before = old == null ? List.of() : old.elements(text.delimiters());
        List<String> after = now == null ? List.of() : now.elements(text.delimiters());
        char separator = (char) text.delimiters().element();
        return new ChangedSegment(words(before, after, separator), words(after, before, separator));
    }

    private static List<Word> words(List<String> these, List<String> others, char separator) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < these.size(); i++) {
            String other = i < others.size() ? others.get(i) : "";
            boolean changed = others.isEmpty() || !these.get(i).equals(other);
            words.add(new Word((i == 0 ? "" : String.valueOf(separator)) + these.get(i), changed));
        }
        return words;
    }
}
