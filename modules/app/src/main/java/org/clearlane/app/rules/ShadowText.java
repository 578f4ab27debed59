package org.clearlane.app.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clearlane.pipeline.history.ShadowRun.Count;
import org.clearlane.pipeline.history.ShadowRun.Result;

/** A shadow run for people and for programs. */
final class ShadowText {

    private ShadowText() {}

    static String text(RuleWork.Shadow shadow, int days) {
        Result result = shadow.result();
        StringBuilder text = new StringBuilder();
        text.append(shadow.ids().isEmpty() ? "Nothing differs from what is in force." : String.join("\n", shadow.ids()))
                .append("\nover the last ")
                .append(days)
                .append(" days, without effect:\n");
        line(text, "claims looked at", result.seen());
        line(text, "would have been caught", result.stopped());
        line(text, "caught, and refused by us anyway", result.stoppedAlready());
        result.byPractice().forEach((practice, count) -> line(text, "  of " + practice, count));
        line(text, "of the caught, answered by the payer", result.stoppedAnswered());
        line(text, "  and refused or denied by it", result.stoppedRefused());
        line(text, "refused or denied by payers in all", result.refused());
        text.append("  precision  ").append(percent(result.precisionPercent(), "none of the caught was answered"));
        text.append("  recall     ").append(percent(result.recallPercent(), "payers refused none"));
        if (!result.examples().isEmpty()) {
            text.append("  for example ")
                    .append(String.join(" ", result.examples()))
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String what, Count count) {
        text.append("  %-40s %8d  $%s%n".formatted(what, count.claims(), count.charges()));
    }

    private static String percent(long percent, String none) {
        return (percent < 0 ? "not known: " + none : percent + " %") + "\n";
    }

    static Map<String, Object> map(RuleWork.Shadow shadow, int days) {
        Result result = shadow.result();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("rules", shadow.ids());
        all.put("days", days);
        all.put("seen", map(result.seen()));
        all.put("caught", map(result.stopped()));
        all.put("caughtAndRefusedByUs", map(result.stoppedAlready()));
        Map<String, Object> practices = new LinkedHashMap<>();
        result.byPractice().forEach((practice, count) -> practices.put(practice, map(count)));
        all.put("practices", practices);
        all.put("caughtAndAnswered", map(result.stoppedAnswered()));
        all.put("caughtAndRefusedByPayer", map(result.stoppedRefused()));
        all.put("refusedByPayers", map(result.refused()));
        all.put("precisionPercent", result.precisionPercent() < 0 ? null : result.precisionPercent());
        all.put("recallPercent", result.recallPercent() < 0 ? null : result.recallPercent());
        all.put("examples", result.examples());
        return all;
    }

    private static Map<String, Object> map(Count count) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("claims", count.claims());
        map.put("charges", count.charges().toString());
        return map;
    }
}
