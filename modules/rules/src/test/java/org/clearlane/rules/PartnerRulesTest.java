package org.clearlane.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clearlane.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file of rules may say, and how it is refused when it says it wrong: with file, line and the nearest name. */
class PartnerRulesTest {

    private static final String GOOD =
            """
            rules:
              - id: northwind.telehealth.modifier
                status: "A7:453"
                message: "The modifier for telehealth is missing."
                mend: "Add 95."
                from: "2026-01-01"
                source: "companion guide"
                each: line
                wrong-when: line.placeOfService == '02' && !('95' in line.modifiers)
                pass: [{placeOfService: "02", lines: [{modifiers: ["95"]}]}]
                fail: [{placeOfService: "02", lines: [{modifiers: []}]}]
            """;

    @TempDir
    Path config;

    private RuleMistakes read(String rules) throws IOException {
        Path folder = Files.createDirectories(config.resolve("payers/northwind"));
        Files.writeString(folder.resolve("rules.yaml"), rules);
        RuleMistakes mistakes = new RuleMistakes();
        PartnerRules.read(config, List.of("northwind"), List.of(), mistakes);
        return mistakes;
    }

    private String onlyMistake(String rules) throws IOException {
        RuleMistakes mistakes = read(rules);
        assertThat(mistakes.all()).hasSize(1);
        return mistakes.all().getFirst();
    }

    @Test
    void takesARuleWithoutMistakes() throws IOException {
        assertThat(read(GOOD).all()).isEmpty();
        PartnerRules rules = PartnerRules.load(config, List.of("northwind"), List.of());
        assertThat(rules.version("northwind.telehealth.modifier")).isEqualTo(1);
        assertThat(rules.scopes()).containsExactly(RuleScope.payer("northwind"));
    }

    @Test
    void namesTheNearestFieldForAnUnknownOne() throws IOException {
        assertThat(onlyMistake(GOOD.replace("line.modifiers)", "line.modifers)")))
                .startsWith("payers/northwind/rules.yaml:9: ")
                .contains("there is no field 'modifers'; did you mean 'modifiers'?");
    }

    @Test
    void namesTheLineInsideAnExpressionOfSeveral() throws IOException {
        assertThat(
                        onlyMistake(
                                GOOD.replace(
                                        "wrong-when: line.placeOfService == '02' && !('95' in line.modifiers)",
                                        """
                        wrong-when: |
                              line.placeOfService == '02'
                              && line.number == 'one'""")))
                .startsWith("payers/northwind/rules.yaml:11: ")
                .contains("== cannot be applied to (int, string)");
    }

    @Test
    void refusesAnExpressionThatIsNotTrueOrFalse() throws IOException {
        assertThat(onlyMistake(GOOD.replace(
                        "line.placeOfService == '02' && !('95' in line.modifiers)", "line.placeOfService")))
                .contains(":9: ")
                .contains("it must come out true or false, and comes out as string");
    }

    @Test
    void refusesAnExampleThatDoesNotDoWhatItMust() throws IOException {
        assertThat(onlyMistake(GOOD.replace("lines: [{modifiers: []}]", "lines: [{modifiers: [\"95\"]}]")))
                .startsWith("payers/northwind/rules.yaml:11: ")
                .contains("this example must fail, and northwind.telehealth.modifier finds nothing in it");
        assertThat(onlyMistake(GOOD.replace("lines: [{modifiers: [\"95\"]}]", "lines: [{modifiers: [\"GT\"]}]")))
                .startsWith("payers/northwind/rules.yaml:10: ")
                .contains("must pass");
    }

    @Test
    void refusesAnExampleWithAnUnknownFieldOrAWrongType() throws IOException {
        assertThat(onlyMistake(GOOD.replace("fail: [{placeOfService:", "fail: [{placeOfServce:")))
                .startsWith("payers/northwind/rules.yaml:11: ")
                .contains("'placeOfServce' means nothing here; did you mean 'placeOfService'?");
        assertThat(onlyMistake(GOOD.replace("{modifiers: []}", "{chargeCents: 1.50}")))
                .startsWith("payers/northwind/rules.yaml:11: ")
                .contains("'chargeCents' is a whole number");
    }

    @Test
    void refusesARuleWithoutAFailingExample() throws IOException {
        assertThat(onlyMistake(GOOD.replaceAll(" *fail: .*\n", "")))
                .startsWith("payers/northwind/rules.yaml:2: ")
                .contains("a rule needs an example under 'fail'");
    }

    @Test
    void refusesAnExpressionThatWouldTakeAsGoodAsForEver() throws IOException {
        assertThat(onlyMistake(GOOD.replace("each: line", "each: claim")
                        .replace(
                                "line.placeOfService == '02' && !('95' in line.modifiers)",
                                "claim.lines.exists(a, claim.lines.exists(b, claim.lines.exists(c, a.chargeCents + b.chargeCents"
                                        + " == c.chargeCents + 1)))")))
                .startsWith("payers/northwind/rules.yaml:9: ")
                .contains("costs too much")
                .contains("fewer lists within lists");
    }

    @Test
    void refusesABrokenPatternBeforeAnyClaimMeetsIt() throws IOException {
        assertThat(onlyMistake(GOOD.replace("!('95' in line.modifiers)", "!line.procedure.matches('[A-')")))
                .startsWith("payers/northwind/rules.yaml:9: ")
                .contains("no regular expression");
    }

    @Test
    void refusesAKeyThatMeansNothingAndAnIdOfSomebodyElse() throws IOException {
        assertThat(onlyMistake(GOOD.replace("mend:", "severty: warning\n    mend:")))
                .startsWith("payers/northwind/rules.yaml:5: ")
                .contains("did you mean 'severity'?");
        assertThat(onlyMistake(GOOD.replace("id: northwind.", "id: southwind.")))
                .contains(":2: ")
                .contains("begins with 'northwind.'");
    }

    @Test
    void tellsAllMistakesOfAllFilesAtOnceAndUsesNone() throws IOException {
        read(GOOD.replace("\"2026-01-01\"", "\"2026-13-01\"").replace("line.modifiers)", "line.modifers)"));
        Path stranger = Files.createDirectories(config.resolve("payers/northwnd"));
        Files.writeString(stranger.resolve("rules.yaml"), GOOD);
        Files.writeString(config.resolve("payers/northwind/rule.yaml"), GOOD);

        assertThatThrownBy(() -> PartnerRules.load(config, List.of("northwind"), List.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("4 mistakes")
                .hasMessageContaining("no profile payers/northwnd.yaml; did you mean 'northwind'?")
                .hasMessageContaining("payers/northwind/rule.yaml: no file of this name is read")
                .hasMessageContaining("rules.yaml:6: '2026-13-01' is no day")
                .hasMessageContaining("rules.yaml:9: ");
    }

    @Test
    void readmeSaysWhatIsThereAndItsExampleWorks() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("clearlane.root"), "config/payers/README.md"));
        String rules = readme.substring(readme.indexOf("```yaml\nrules:") + "```yaml\n".length());
        assertThat(read(rules.substring(0, rules.indexOf("```"))).all()).isEmpty();
        assertThat(readme.substring(
                        readme.indexOf("<!-- fields -->\n") + "<!-- fields -->\n".length(),
                        readme.indexOf("<!-- /fields -->")))
                .as("the table of fields; FieldReference.asRows() writes it")
                .isEqualTo(FieldReference.asRows());
    }
}
