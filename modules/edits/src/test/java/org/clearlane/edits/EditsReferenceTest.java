package org.clearlane.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.finding.Severity;
import org.junit.jupiter.api.Test;

/** The page of all edits says what the catalogue says; {@code -Dgolden.update=true} writes it anew. */
class EditsReferenceTest {

    private static final Path PAGE = Examined.CONFIG.resolveSibling("docs/reference/edits.md");

    private static final List<String> TYPES = List.of(
            "3: does it add up",
            "4: does one thing go with another",
            "5: codes of outside lists",
            "6: lines of business and plausibility",
            "7: trading partners");

    @Test
    void pageSaysWhatTheCatalogueSays() throws IOException {
        String page = page(Examined.EDITS.rules());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page(List<Rule> rules) {
        StringBuilder page = new StringBuilder(
                """
                # The edits

                Written by `EditsReferenceTest` (modules/edits) from `config/edits/`. An edit is a validation rule. An *error* refuses the
                claim, a *warning* lets it go on; where a test interchange (ISA15 T) is judged otherwise, that stands behind the stroke.
                Status is what a 277CA says: category, status, entity, `*` being the entity the finding is about. Every edit has a sample
                that passes and one that fails in `samples/edits/`.

                """);
        page.append("| SNIP type | edits | errors | 837P | 837I | 837D |\n|---|---|---|---|---|---|\n");
        for (int snip = 3; snip <= 7; snip++) {
            count(page, TYPES.get(snip - 3), ofType(rules, snip));
        }
        count(page, "all", rules);
        for (int snip = 3; snip <= 7; snip++) {
            List<Rule> ofType = ofType(rules, snip);
            if (ofType.isEmpty()) {
                continue;
            }
            page.append("\n## SNIP type ").append(TYPES.get(snip - 3)).append("\n");
            page.append("| edit | P | I | D | severity | status | what it says, and what to do | source |\n");
            page.append("|---|---|---|---|---|---|---|---|\n");
            ofType.forEach(rule -> page.append(row(rule)));
        }
        return page.toString();
    }

    private static List<Rule> ofType(List<Rule> rules, int snip) {
        return rules.stream().filter(rule -> rule.snip() == snip).toList();
    }

    private static void count(StringBuilder page, String name, List<Rule> rules) {
        page.append("| %s | %d | %d | %s |\n"
                .formatted(
                        name,
                        rules.size(),
                        rules.stream()
                                .filter(rule -> rule.severity() == Severity.ERROR)
                                .count(),
                        List.of(ClaimKind.values()).stream()
                                .map(kind -> Long.toString(rules.stream()
                                        .filter(rule -> rule.guides().contains(kind))
                                        .count()))
                                .collect(Collectors.joining(" | "))));
    }

    private static String row(Rule rule) {
        return "| `%s` | %s | %s | %s | %s | %s | %s %s | %s |\n"
                .formatted(
                        rule.id(),
                        mark(rule, ClaimKind.PROFESSIONAL),
                        mark(rule, ClaimKind.INSTITUTIONAL),
                        mark(rule, ClaimKind.DENTAL),
                        severity(rule),
                        rule.status().isEmpty() ? "" : "`" + rule.status() + "`",
                        rule.message().replaceAll("\\{\\d}", "…"),
                        rule.mend().replaceAll("\\{\\d}", "…"),
                        rule.source());
    }

    private static String mark(Rule rule, ClaimKind kind) {
        return rule.guides().contains(kind) ? "×" : "";
    }

    private static String severity(Rule rule) {
        String severity = word(rule.severity());
        return rule.severity() == rule.testSeverity() ? severity : severity + " / " + word(rule.testSeverity());
    }

    private static String word(Severity severity) {
        return severity == Severity.ERROR ? "error" : "warning";
    }
}
