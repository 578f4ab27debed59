package org.clearlane.edits;

import java.util.List;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Finding;

/** All edits applied to one claim after another. Not safe for use by several threads: each takes one of its own. */
public final class Examination {

    private final Rule[] rules;
    private final Edit[] edits;
    private final EditContext context;
    private final FindingCollector collector = new FindingCollector();

    Examination(Rule[] rules, Edit[] edits, EditContext context) {
        this.rules = rules;
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
        for (int i = 0; i < edits.length; i++) {
            if (rules[i].inForceOn(context.today())) {
                collector.under(rules[i]);
                edits[i].examine(claim, context, collector);
            }
        }
        return collector.isEmpty() ? List.of() : collector.taken();
    }
}
