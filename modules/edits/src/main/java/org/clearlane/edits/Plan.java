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

    private static final int LATEST = 64;

    private final List<BoundEdit> all;
    private final Map<Long, Steps> steps = new HashMap<>();
    /** The latest answer to some questions, found without an object: claims of a few makes take turns. */
    private final long[] latestPresent = new long[LATEST];

    private final Steps[] latest = new Steps[LATEST];

    /** The edits to be asked, in the catalogue's order. */
    record Steps(Rule[] rules, Edit[] edits, boolean[] billingOnly) {}

    Plan(List<BoundEdit> all) {
        this.all = all;
    }

    /** The edits for a claim that has all this: bits of segments and traits. */
    Steps steps(long present) {
        int slot = (int) (present * 0x9E3779B97F4A7C15L >>> 58);
        Steps found = latest[slot];
        if (found == null || present != latestPresent[slot]) {
            if (steps.size() >= MOST) {
                steps.clear();
            }
            found = steps.computeIfAbsent(present, this::chosen);
            latest[slot] = found;
            latestPresent[slot] = present;
        }
        return found;
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
