package org.clearlane.pipeline.correction;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearlane.model.Money;
import org.clearlane.store.ledger.BulkLedger.Proposal;
import org.clearlane.transactions.correction.ChangedSegment;

/**
 * What a proposal comes to, claim by claim, as of now.
 *
 * @param lines every claim of it, in the order of their ids
 * @param secondPerson whether so many would go out that somebody else has to confirm
 */
public record BulkPreview(Proposal proposal, List<Line> lines, boolean secondPerson) {

    /**
     * One claim.
     *
     * @param verdict what would be said of it; null when it cannot be handed in again
     * @param obstacle why not; null when it can
     */
    public record Line(
            String claimId,
            String patientControlNumber,
            Money charge,
            List<ChangedSegment> changes,
            DraftVerdict verdict,
            Impossible obstacle) {

        public Line {
            changes = List.copyOf(changes);
        }

        /** Whether it would be sent. */
        public boolean goes() {
            return verdict != null && verdict.passes();
        }

        /** Why it would not, in words; empty when it would. */
        public String why() {
            if (obstacle != null) {
                return obstacle.why();
            }
            return verdict.findings().stream()
                    .map(DraftVerdict.Pointed::finding)
                    .filter(finding -> !goes() && finding.isError())
                    .map(finding -> finding.message())
                    .findFirst()
                    .orElse("");
        }
    }

    public BulkPreview {
        lines = List.copyOf(lines);
    }

    /** How many would be sent: the number that has to be typed. */
    public int going() {
        return (int) lines.stream().filter(Line::goes).count();
    }

    /** What those charge. */
    public Money goingCharge() {
        return lines.stream().filter(Line::goes).map(Line::charge).reduce(Money.ZERO, Money::plus);
    }

    /** Why the others stay, each reason with how many. */
    public Map<String, Integer> staying() {
        Map<String, Integer> reasons = new TreeMap<>();
        lines.stream().filter(line -> !line.goes()).forEach(line -> reasons.merge(line.why(), 1, Integer::sum));
        return reasons;
    }
}
