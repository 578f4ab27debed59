package org.clearlane.edits;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.claim.BillingProvider;
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

    /** Whom no edit that looks at nothing else has found fault with; one object is shared by the claims below it. */
    private BillingProvider faultless;

    private ClaimKind faultlessIn;

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
            faultless = null;
        }
        Plan.Steps steps = plans.computeIfAbsent(claim.kind(), this::plan).steps(claim.present() | Trait.of(claim));
        boolean known = claim.billingProvider() == faultless && claim.kind() == faultlessIn;
        int billingFaults = 0;
        for (int i = 0; i < steps.edits().length; i++) {
            boolean billingOnly = steps.billingOnly()[i];
            if (known && billingOnly) {
                continue;
            }
            collector.under(steps.rules()[i]);
            int before = collector.size();
            steps.edits()[i].examine(claim, context, collector);
            billingFaults += billingOnly ? collector.size() - before : 0;
        }
        if (billingFaults == 0) {
            faultless = claim.billingProvider();
            faultlessIn = claim.kind();
        }
        return collector.isEmpty() ? List.of() : collector.taken();
    }

    private Plan plan(ClaimKind kind) {
        return new Plan(edits.stream()
                .filter(each -> each.rule().guides().contains(kind))
                .filter(each -> each.rule().inForceOn(day))
                .toList());
    }
}
