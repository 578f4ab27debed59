package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.clearlane.edits.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every edit has, in {@code samples/edits/<id>}, a file that passes it and one that fails. */
class EditSamplesTest {

    /**
     * What the guide's structure already forbids in X12, so that structure says it and the edit is silent; the edits are
     * there for claims that come in other formats.
     */
    private static final Set<String> SAID_BY_STRUCTURE = Set.of(
            "claim.charge.unreadable",
            "line.service-date.missing",
            "line.service-date.unreal",
            "line.service-date.reversed",
            "line.pointer.missing",
            "person.birth-date.unreal",
            "subscriber.name.missing",
            "payer.id.missing",
            "diagnosis.missing",
            "diagnosis.too-many");

    static Stream<Rule> rules() {
        return Recording.EDITS.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void passesTheGoodAndFailsTheBad(Rule rule) throws IOException {
        Path folder = Sample.ROOT.resolve("samples/edits").resolve(rule.id());
        Recording good = Recording.of(Files.readAllBytes(folder.resolve("pass.edi")));
        Recording bad = Recording.of(Files.readAllBytes(folder.resolve("fail.edi")));

        assertThat(good.findings()).isEmpty();
        if (SAID_BY_STRUCTURE.contains(rule.id())) {
            assertThat(bad.findings())
                    .isNotEmpty()
                    .extracting("code")
                    .doesNotContain(rule.id())
                    .anyMatch(code -> code.toString().startsWith("element.")
                            || code.toString().startsWith("segment."));
        } else {
            assertThat(bad.findings()).extracting("code").contains(rule.id());
        }
        assertThat(bad.accepted().isEmpty()).isEqualTo(rule.severity() == org.clearlane.model.finding.Severity.ERROR);
    }
}
