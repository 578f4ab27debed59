package org.clearlane.edits;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.finding.Finding;

/** All edits applied to one claim after another. Not safe for use by several threads: each takes one of its own. */
public final class Examination {

    private final List<BoundEdit> edits;
    private final EditContext context;
    private final FindingCollector collector = new FindingCollector();
    private final Map<ClaimKind, Plan> plans = new EnumMap<>(ClaimKind.class);
    private int day = CalendarDay.NONE;

    /** The edits for one kind of claim that are in force on the day at hand. */
    private record Plan(Rule[] rules, Edit[] edits, long[] needs) {}

    Examination(List<BoundEdit> edits, EditContext context) {
        this.edits = edits;
        this.context = context;
    }

    /** What the edits have to say about this claim; empty when nothing. Places carry no file offsets. */
    public List<Finding> examine(Claim claim) {
        return examine(claim, false);
    }

    /**
     * As {@link #examine(Claim)}.
     *
     * @param predetermination whether the claim only asks what would be paid, so that no service was given yet
     */
    public List<Finding> examine(Claim claim, boolean predetermination) {
        context.begin(claim, predetermination);
        collector.begin(claim.test());
        if (context.today() != day) {
            day = context.today();
            plans.clear();
        }
        Plan plan = plans.computeIfAbsent(claim.kind(), this::plan);
        long present = claim.present();
        for (int i = 0; i < plan.edits.length; i++) {
            if ((present & plan.needs[i]) == plan.needs[i]) {
                collector.under(plan.rules[i]);
                plan.edits[i].examine(claim, context, collector);
            }
        }
        return collector.isEmpty() ? List.of() : collector.taken();
    }

    private Plan plan(ClaimKind kind) {
        List<BoundEdit> chosen = edits.stream()
                .filter(each -> each.rule().guides().contains(kind))
                .filter(each -> each.rule().inForceOn(day))
                .toList();
        return new Plan(
                chosen.stream().map(BoundEdit::rule).toArray(Rule[]::new),
                chosen.stream().map(BoundEdit::edit).toArray(Edit[]::new),
                chosen.stream().mapToLong(each -> each.edit().needs()).toArray());
    }
}
