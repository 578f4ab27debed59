package org.clearlane.rules.learned;

import java.util.List;

/**
 * A learned pattern written down as a rule, ready to be put into a payer's {@code rules.yaml}. What a 277CA refused becomes
 * an error with the same status; what a remittance denied becomes a warning, because a denial is an answer somebody may
 * want.
 *
 * @param id of the rule
 * @param fingerprint what makes two proposals the same: payer, reason, pattern
 * @param yaml the rule, with {@link #FROM} where its first day belongs
 */
public record DraftRule(String id, String fingerprint, String pattern, String yaml) {

    /** Stands where the day of acceptance comes. */
    public static final String FROM = "{from}";

    /**
     * @param payerId the payer's short name
     * @param reason a 277CA status like {@code A7:562:85}, or a reason of denial like {@code CO-197}
     */
    public static DraftRule of(String payerId, String reason, RuleLearner.Pattern learned, int days) {
        boolean rejected = reason.contains(":");
        String pattern = String.join(", ", learned.words());
        String id = payerId + ".learned." + slug(reason) + "." + slug(pattern);
        String verb = rejected ? "rejects with status " : "denies with reason ";
        String yaml =
                """
                  - id: %s
                    severity: %s
                %s    message: "This payer %s%s what this claim has: %s."
                    mend: "Correct the claim before it is sent, or look at what the payer wants for it."
                    from: "%s"
                    source: "learned from %d claims refused, %d taken, in %d days"
                %s    wrong-when: |
                      %s
                    pass: [%s]
                    fail: [%s]
                """
                        .formatted(
                                id,
                                rejected ? "error" : "warning",
                                rejected ? "    status: \"" + reason + "\"\n" : "",
                                verb,
                                reason,
                                pattern,
                                FROM,
                                learned.caught(),
                                learned.wronglyCaught(),
                                days,
                                learned.ofLine() ? "    each: line\n" : "",
                                String.join("\n        && ", learned.expressions()),
                                String.join(", ", learned.passing()),
                                String.join(", ", learned.failing()));
        return new DraftRule(id, payerId + " | " + reason + " | " + pattern, pattern, yaml);
    }

    private static String slug(String text) {
        return text.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Its lines as they stand in a file of rules, in force from this day on. */
    public static String from(String yaml, String day) {
        return yaml.replace(FROM, day);
    }

    /** A file of this rule alone. */
    public static String file(List<String> rules) {
        return "rules:\n" + String.join("", rules);
    }
}
