package org.clearlane.edits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The edits for one kind of claim that are in force on one day. Which of them a claim meets depends on what it has; few
 * different answers to that are usual in one file, so they are remembered. Belongs to one {@link Examination}.
 */
final class Plan {

    /** More answers than this are not remembered at a time. */
    private static final int MOST = 256;

    private final List<BoundEdit> all;
    private final Map<Long, Steps> steps = new HashMap<>();
    private long lastPresent;
    private Steps last;

    /** The edits to be asked, in the catalogue's order. */
    record Steps(Rule[] rules, Edit[] edits, boolean[] billingOnly) {}

    Plan(List<BoundEdit> all) {
        this.all = all;
    }

    /** The edits for a claim that has all this: bits of segments and traits. */
    Steps steps(long present) {
        if (last == null || present != lastPresent) {
            if (steps.size() >= MOST) {
                steps.clear();
            }
            last = steps.computeIfAbsent(present, this::chosen);
            lastPresent = present;
        }
        return last;
    }

    private Steps chosen(long present) {
        List<BoundEdit> chosen = all.stream()
                .filter(each -> (present & each.edit().needs()) == each.edit().needs())
                .toList();
        boolean[] billingOnly = new boolean[chosen.size()];
        for (int i = 0; i < billingOnly.length; i++) {
            billingOnly[i] = chosen.get(i).edit().isAboutBillingProviderOnly();
        }
        return new Steps(
                chosen.stream().map(BoundEdit::rule).toArray(Rule[]::new),
                chosen.stream().map(BoundEdit::edit).toArray(Edit[]::new),
                billingOnly);
    }
}
