package org.clearlane.pipeline.correction;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.judgement.Outcome;
import org.clearlane.model.finding.Finding;
import org.clearlane.pipeline.judging.Rehearsal;

/**
 * What would become of a claim if it were handed in now.
 *
 * @param holdReason in words; null when it would not be held
 */
public record DraftVerdict(Outcome outcome, String holdReason, List<Pointed> findings) {

    /**
     * A finding and the segment of the draft it stands in.
     *
     * @param segment from 0; -1 when it is about nothing of the claim itself
     */
    public record Pointed(Finding finding, int segment) {}

    public DraftVerdict {
        findings = List.copyOf(findings);
    }

    /** Whether it would go on its way, or be held for a person to release. */
    public boolean passes() {
        return outcome != Outcome.REJECTED;
    }

    /** @param positions the number in the set of each segment of the draft */
    static DraftVerdict of(Rehearsal.Fate fate, List<Integer> positions) {
        List<Pointed> pointed = new ArrayList<>();
        for (Finding finding : fate.findings()) {
            pointed.add(new Pointed(finding, segment(finding, positions)));
        }
        return new DraftVerdict(fate.outcome(), fate.holdReason(), pointed);
    }

    /** For a segment that is missing the place is that of the one behind it: what to add goes in front of that. */
    private static int segment(Finding finding, List<Integer> positions) {
        int found = positions.indexOf(finding.place().position());
        if (found >= 0 || finding.place().position() == 0) {
            return found;
        }
        // An HL stands between two levels: what is missed before it belongs behind the last segment of the level above.
        int last = -1;
        for (int i = 0;
                i < positions.size() && positions.get(i) < finding.place().position();
                i++) {
            last = i;
        }
        return last;
    }
}
