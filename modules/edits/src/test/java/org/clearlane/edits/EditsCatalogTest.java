package org.clearlane.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clearlane.model.Failure;
import org.clearlane.model.Money;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditsCatalogTest {

    @TempDir
    Path folder;

    @Test
    void everyRowHasWordsThatEndAsSentencesDo() {
        assertThat(Examined.EDITS.rules()).hasSizeGreaterThan(25).allSatisfy(rule -> {
            assertThat(rule.message()).endsWith(".");
            assertThat(rule.mend()).endsWith(".");
            assertThat(rule.source()).isNotEmpty();
        });
    }

    @Test
    void tellsEveryMistakeAtOnceWithItsLine() throws IOException {
        Files.writeString(
                folder.resolve("catalog.yaml"),
                """
                edits:
                  - id: claim.charge.sum
                    version: 0
                    guides: [837P, 277CA]
                    snip: 9
                    severity: grave
                    status: "A7"
                    message: "Words."
                    mend: "Words."
                    from: "2026-13-01"
                    source: "x"
                    colour: red
                  - id: no.such.edit
                    version: 1
                    guides: 837D
                    snip: 3
                    severity: warning
                    message: "Words."
                    mend: "Words."
                    from: "2026-01-01"
                    source: "x"
                """);

        assertThatThrownBy(() -> Edits.load(folder, Examined.CODES))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("catalog.yaml:2: 'snip' is 3 to 7")
                .hasMessageContaining("'version' is a number from 1")
                .hasMessageContaining("catalog.yaml:4: 'guides' is a list of 837P, 837I, 837D")
                .hasMessageContaining("a severity is")
                .hasMessageContaining("'status' of an error")
                .hasMessageContaining("'2026-13-01' is no day")
                .hasMessageContaining("catalog.yaml:12: 'colour' means nothing here")
                .hasMessageContaining("no.such.edit names no edit")
                .hasMessageContaining("the edit billing.npi.check-digit has no row");
    }

    @Test
    void tellsThatTheCatalogueIsMissing() {
        assertThatThrownBy(() -> Edits.load(folder, Examined.CODES)).hasMessageContaining("holds no catalogue");
    }

    @Test
    void runsOnlyEditsUpToTheSnipTypeAskedFor() {
        var claim = SampleClaim.with(sample -> {
            sample.charge = Money.of("1.00");
            sample.npi = "1234567894";
        });

        assertThat(Examined.EDITS.examination(Examined.CLOCK, 4).examine(claim))
                .extracting("code")
                .containsExactly("claim.charge.sum");
        assertThat(Examined.EDITS.examination(Examined.CLOCK, 2).examine(claim)).isEmpty();
    }

    @Test
    void leavesARuleAloneBeforeItIsInForce() throws IOException {
        try (Stream<Path> files = Files.list(Examined.CONFIG.resolve("edits"))) {
            for (Path file : files.toList()) {
                String today = Files.readString(file);
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        today.replaceFirst("(?s)(id: claim.charge.sum.*?from: )\"2012-01-01\"", "$1\"2026-03-02\""));
            }
        }
        Edits edits = Edits.load(folder, Examined.CODES);
        var claim = SampleClaim.with(sample -> sample.charge = Money.of("1.00"));

        assertThat(edits.examination(Examined.CLOCK, 7).examine(claim)).isEmpty();
        Clock nextDay = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
        assertThat(edits.examination(nextDay, 7).examine(claim)).hasSize(1);
    }

    @Test
    void fillsEveryPlaceholder() {
        assertThat(Examined.findings(SampleClaim.with(sample -> {
                    sample.charge = Money.of("-1.00");
                    sample.relationship = "";
                    sample.placeOfService = "98";
                    sample.onlyDiagnoses("E11", "QQQQQ", "E118ZZ9", "E11");
                    sample.served("RD8", "20260202-20260201");
                })))
                .hasSizeGreaterThan(6)
                .allSatisfy(finding ->
                        assertThat(finding.message() + finding.mend()).doesNotContain("{"));
    }

    @Test
    void takesMoreEditsBehindItsOwnAndRefusesASecondOfTheSameName() {
        Rule rule = Examined.EDITS.rules().getFirst();
        Rule own = new Rule(
                "payer.own",
                2,
                Set.of(ClaimKind.PROFESSIONAL),
                7,
                Severity.WARNING,
                Severity.WARNING,
                "",
                "Words.",
                "Words.",
                20120101,
                99991231,
                "a test");
        Edit always = (claim, context, out) -> out.report(Place.ofSegment("2300", "CLM", claim.position()), "");

        Edits more = Examined.EDITS.with(List.of(new BoundEdit(own, always)));

        assertThat(more.examination(Examined.CLOCK, 7).examine(SampleClaim.clean()))
                .extracting("code")
                .containsExactly("payer.own");
        assertThat(more.where(each -> each.snip() < 7)
                        .examination(Examined.CLOCK, 7)
                        .examine(SampleClaim.clean()))
                .isEmpty();
        assertThatThrownBy(() -> Examined.EDITS.with(List.of(new BoundEdit(rule, always))))
                .hasMessageContaining(rule.id());
    }

    @Test
    void leavesAnEditAloneThatIsAboutOtherKindsOfClaim() {
        Rule dental = Examined.EDITS.rules().stream()
                .filter(rule -> rule.id().equals("claim.charge.sum"))
                .findFirst()
                .orElseThrow();

        assertThat(dental.guides())
                .containsExactlyInAnyOrder(ClaimKind.PROFESSIONAL, ClaimKind.INSTITUTIONAL, ClaimKind.DENTAL);
        assertThat(Examined.EDITS
                        .where(rule -> rule.guides().equals(Set.of(ClaimKind.DENTAL)))
                        .examination(Examined.CLOCK, 7)
                        .examine(SampleClaim.with(sample -> sample.charge = Money.of("1.00"))))
                .isEmpty();
    }
}
