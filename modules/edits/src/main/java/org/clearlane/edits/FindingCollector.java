package org.clearlane.edits;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;

/** Takes what edits report and puts the catalogue's words to it. Belongs to one {@link Examination}, so to one thread. */
public final class FindingCollector {

    private final List<Finding> findings = new ArrayList<>();
    private Rule rule;
    private boolean test;

    void begin(boolean testInterchange) {
        findings.clear();
        test = testInterchange;
    }

    void under(Rule ruleAtHand) {
        rule = ruleAtHand;
    }

    List<Finding> taken() {
        return List.copyOf(findings);
    }

    /** How many findings there are so far. */
    public int size() {
        return findings.size();
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    /** The rule is broken at this place by this value. */
    public void report(Place place, String value) {
        report(place, value, "");
    }

    /** As {@link #report(Place, String)}, about this entity of the 277CA ({@code IL}, {@code 82} …), with words for the message. */
    public void report(Place place, String value, String entity, Object... words) {
        findings.add(new Finding(
                rule.id(),
                rule.snip(),
                test ? rule.testSeverity() : rule.severity(),
                place,
                AckCodes.NONE,
                status(entity),
                value,
                fill(rule.message(), words),
                fill(rule.mend(), words),
                null));
    }

    private ClaimStatus status(String entity) {
        Severity severity = test ? rule.testSeverity() : rule.severity();
        if (severity == Severity.WARNING || rule.status().isEmpty()) {
            return null;
        }
        return ClaimStatus.of(
                rule.status().endsWith(":*")
                        ? rule.status().substring(0, rule.status().length() - 2)
                                + (entity.isEmpty() ? "" : ":" + entity)
                        : rule.status());
    }

    private static String fill(String template, Object... words) {
        String text = template;
        for (int i = 0; i < words.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(words[i]));
        }
        return text;
    }
}
