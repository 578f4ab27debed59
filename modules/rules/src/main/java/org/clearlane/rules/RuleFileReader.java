package org.clearlane.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearlane.edits.CalendarDay;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Severity;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a {@code rules.yaml}: every rule checked, its examples run, every mistake noted with its line. */
final class RuleFileReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "version",
            "severity",
            "status",
            "message",
            "mend",
            "from",
            "until",
            "source",
            "each",
            "at",
            "wrong-when",
            "pass",
            "fail");
    private static final List<String> REQUIRED = List.of("id", "message", "mend", "from", "source", "wrong-when");
    private static final int END_OF_TIME = 99991231;
    /** A file of more rules than this is somebody's mistake. */
    private static final int MOST_RULES = 2_000;

    private final RuleLanguage language;
    private final RuleScope scope;
    private final String file;
    private final YamlRows rows;
    private final ExampleReader examples;
    private final RuleMistakes mistakes;

    RuleFileReader(RuleLanguage language, RuleScope scope, String file, RuleMistakes mistakes) {
        this.language = language;
        this.scope = scope;
        this.file = file;
        this.mistakes = mistakes;
        this.rows = new YamlRows(file, mistakes);
        this.examples = new ExampleReader(rows);
    }

    List<PartnerRule> read(String text) {
        List<PartnerRule> rules = new ArrayList<>();
        Optional<Node> root = rows.root(text);
        if (root.isEmpty()) {
            return rules;
        }
        Map<String, Node> top = rows.entries(root.get(), Set.of("rules"));
        if (!top.containsKey("rules")) {
            rows.mistake(root.get(), "a list named 'rules' is expected");
            return rules;
        }
        List<Node> listed = rows.list(top.get("rules"), "'rules'");
        if (listed.size() > MOST_RULES) {
            rows.mistake(top.get("rules"), "more than " + MOST_RULES + " rules stand in one file");
            return rules;
        }
        for (Node row : listed) {
            rule(row).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<PartnerRule> rule(Node row) {
        int before = mistakes.all().size();
        Map<String, Node> values = rows.entries(row, KEYS);
        for (String key : REQUIRED) {
            if (text(values, key).isEmpty()) {
                rows.mistake(row, "'" + key + "' is missing");
            }
        }
        Each each = each(values);
        Severity severity = severity(values);
        RulePlace place = place(values, each);
        PartnerRule.Head head = new PartnerRule.Head(
                id(row, values),
                version(values),
                scope,
                severity,
                status(row, values, severity),
                text(values, "message"),
                text(values, "mend"),
                values.containsKey("from") ? day(values.get("from")) : END_OF_TIME,
                values.containsKey("until") ? day(values.get("until")) : END_OF_TIME,
                text(values, "source"),
                file,
                YamlRows.line(row));
        if (head.from() > head.until()) {
            rows.mistake(row, "'from' is later than 'until'");
        }
        Optional<Condition> condition = condition(values, each);
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        PartnerRule rule = new PartnerRule(head, each, place, condition.get());
        examples(row, values, "pass", rule);
        examples(row, values, "fail", rule);
        return mistakes.all().size() == before ? Optional.of(rule) : Optional.empty();
    }

    private static String text(Map<String, Node> values, String key) {
        return values.containsKey(key) ? YamlRows.scalar(values.get(key)).strip() : "";
    }

    private String id(Node row, Map<String, Node> values) {
        String id = text(values, "id");
        if (!id.isEmpty() && !id.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            rows.mistake(values.get("id"), "an id has lower-case letters, digits, points and dashes");
        } else if (!id.isEmpty() && !id.startsWith(scope.id() + ".")) {
            rows.mistake(
                    values.get("id"),
                    "the id begins with '" + scope.id() + ".', so that everybody sees whose rule it is");
        }
        return id;
    }

    private int version(Map<String, Node> values) {
        String version = values.containsKey("version") ? text(values, "version") : "1";
        if (!version.matches("[1-9]\\d{0,5}")) {
            rows.mistake(values.get("version"), "a version is 1, 2, 3 …");
            return 1;
        }
        return Integer.parseInt(version);
    }

    private Each each(Map<String, Node> values) {
        String word = values.containsKey("each") ? text(values, "each") : "claim";
        for (Each each : Each.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        rows.mistake(values.get("each"), "'each' is claim, line or diagnosis");
        return Each.CLAIM;
    }

    private RulePlace place(Map<String, Node> values, Each each) {
        String usual = each == Each.LINE ? "SV101" : each == Each.DIAGNOSIS ? "HI" : "CLM01";
        Optional<RulePlace> place = RulePlace.of(values.containsKey("at") ? text(values, "at") : usual);
        boolean fits = place.isPresent()
                && switch (each) {
                    case CLAIM -> place.get().segment().equals("CLM");
                    case LINE -> place.get().segment().matches("SV[123]|LX");
                    case DIAGNOSIS -> place.get().segment().equals("HI");
                };
        if (!fits) {
            rows.mistake(
                    values.get("at"),
                    switch (each) {
                        case CLAIM -> "'at' of a rule about claims is an element of CLM, like CLM05-1";
                        case LINE -> "'at' of a rule about lines is an element of SV1, SV2 or SV3, like SV101-2";
                        case DIAGNOSIS -> "'at' of a rule about diagnoses is HI";
                    });
            return new RulePlace("CLM", 1, 0);
        }
        return place.get();
    }

    private Severity severity(Map<String, Node> values) {
        return switch (values.containsKey("severity") ? text(values, "severity") : "error") {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> {
                rows.mistake(values.get("severity"), "a severity is 'error' or 'warning'");
                yield Severity.ERROR;
            }
        };
    }

    private ClaimStatus status(Node row, Map<String, Node> values, Severity severity) {
        String status = text(values, "status");
        if (status.isEmpty() && severity == Severity.WARNING) {
            return null;
        }
        if (!status.matches("A[3678]:\\d{1,3}(:[0-9A-Z]{2,3})?")) {
            rows.mistake(
                    values.getOrDefault("status", row),
                    "an error needs a 'status' like A7:562:85: category, status and entity of the 277CA");
            return null;
        }
        return ClaimStatus.of(status);
    }

    private int day(Node node) {
        String value = YamlRows.scalar(node);
        int day = value.length() == 10 ? CalendarDay.parse(value.replace("-", "")) : CalendarDay.UNREAL;
        if (day <= 0) {
            rows.mistake(node, "'" + value + "' is no day like 2026-01-31");
            return END_OF_TIME;
        }
        return day;
    }

    private Optional<Condition> condition(Map<String, Node> values, Each each) {
        Node expression = values.get("wrong-when");
        if (expression == null || YamlRows.scalar(expression).isBlank()) {
            return Optional.empty();
        }
        int first = YamlRows.firstLineOfText(expression);
        return language.compile(YamlRows.scalar(expression), each, (line, what) -> rows.mistake(first + line, what));
    }

    private void examples(Node row, Map<String, Node> values, String key, PartnerRule rule) {
        boolean breaks = key.equals("fail");
        if (!values.containsKey(key)
                || rows.list(values.get(key), "'" + key + "'").isEmpty()) {
            rows.mistake(row, "a rule needs an example under '" + key + "'");
            return;
        }
        for (Node example : rows.list(values.get(key), "'" + key + "'")) {
            int before = mistakes.all().size();
            Map<String, Object> claim = examples.claim(example);
            if (mistakes.all().size() > before) {
                continue;
            }
            PartnerRule.Tally tally = rule.tally(claim, "20260101");
            if (tally.untold() > 0) {
                rows.mistake(
                        example,
                        "the expression of " + rule.head().id() + " cannot be told for this example: it"
                                + " divides by zero, looks behind the end of a list or takes too many steps");
            } else if (breaks && tally.broken() == 0) {
                rows.mistake(
                        example, "this example must fail, and " + rule.head().id() + " finds nothing in it");
            } else if (!breaks && tally.broken() > 0) {
                rows.mistake(
                        example, "this example must pass, and " + rule.head().id() + " finds it wrong");
            }
        }
    }
}
