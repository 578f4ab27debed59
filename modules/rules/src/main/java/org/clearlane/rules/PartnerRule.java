package org.clearlane.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;

/**
 * A rule of a payer or a practice, checked and ready. Immutable, safe for use by several threads.
 */
public final class PartnerRule {

    private static final int SNIP = 7;

    /**
     * Everything about a rule but its condition.
     *
     * @param id stable name, also the finding's code
     * @param version counts up with every change of what it says
     * @param from first day of judging on which it is in force, {@code 20260131}
     * @param until last such day
     * @param source where the rule comes from
     * @param file the file it stands in, {@code payers/northwind/rules.yaml}
     * @param line where in it
     */
    public record Head(
            String id,
            int version,
            RuleScope scope,
            Severity severity,
            ClaimStatus status,
            String message,
            String mend,
            int from,
            int until,
            String source,
            String file,
            int line) {}

    private final Head head;
    private final Each each;
    private final RulePlace place;
    private final Condition wrongWhen;

    PartnerRule(Head head, Each each, RulePlace place, Condition wrongWhen) {
        this.head = head;
        this.each = each;
        this.place = place;
        this.wrongWhen = wrongWhen;
    }

    /** What it says, and since when. */
    public Head head() {
        return head;
    }

    /** The expression as written. */
    public String expression() {
        return wrongWhen.text();
    }

    /** {@code claim}, {@code line} or {@code diagnosis}. */
    public String looksAt() {
        return each.word();
    }

    /** Whether it is in force when judging on this day. */
    public boolean inForceOn(int day) {
        return head.from() <= day && day <= head.until();
    }

    /** How often the rule is broken, and how often that could not be told, by the facts of an example. */
    record Tally(int broken, int untold) {}

    Tally tally(Map<String, Object> claim, String today) {
        int broken = 0;
        int untold = 0;
        for (Condition.Answer answer : answers(claim, today)) {
            broken += answer == Condition.Answer.YES ? 1 : 0;
            untold += answer == Condition.Answer.UNKNOWN ? 1 : 0;
        }
        return new Tally(broken, untold);
    }

    private List<Condition.Answer> answers(Map<String, Object> claim, String today) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("claim", claim);
        variables.put("today", today);
        if (each == Each.CLAIM) {
            return List.of(wrongWhen.of(variables));
        }
        List<?> entries = (List<?>) claim.get(each.list());
        List<Condition.Answer> answers = new ArrayList<>(entries.size());
        for (Object entry : entries) {
            variables.put(each.word(), entry);
            answers.add(wrongWhen.of(variables));
        }
        return answers;
    }

    /** Where and how often this claim breaks the rule; its date in force is not asked for. */
    void examine(Claim claim, Map<String, Object> view, String today, List<Finding> into) {
        List<Condition.Answer> answers = answers(view, today);
        for (int i = 0; i < answers.size(); i++) {
            switch (answers.get(i)) {
                case YES -> into.add(finding(at(claim, i)));
                case UNKNOWN -> into.add(untold(at(claim, i)));
                case NO -> {}
            }
        }
    }

    private Place at(Claim claim, int index) {
        return switch (each) {
            case CLAIM -> place.of("2300", claim.position());
            case LINE -> {
                ServiceLine line = claim.lines().get(index);
                yield place.of("2400", line.position() == 0 ? line.lxPosition() : line.position());
            }
            case DIAGNOSIS -> {
                Diagnosis diagnosis = claim.diagnoses().get(index);
                yield Place.ofSegment("2300", "HI", diagnosis.position()).atComponent(diagnosis.element(), 2);
            }
        };
    }

    private Finding finding(Place where) {
        return new Finding(
                head.id(),
                SNIP,
                head.severity(),
                where,
                AckCodes.NONE,
                head.severity() == Severity.ERROR ? head.status() : null,
                "",
                head.message(),
                head.mend(),
                null);
    }

    private Finding untold(Place where) {
        return new Finding(
                head.id() + ".not-evaluated",
                SNIP,
                Severity.WARNING,
                where,
                AckCodes.NONE,
                null,
                "",
                "The rule " + head.id() + " of " + head.scope()
                        + " could not be told for this claim, so it was left out.",
                "Nothing on your side; whoever keeps the rules has to look at its expression.",
                null);
    }
}
