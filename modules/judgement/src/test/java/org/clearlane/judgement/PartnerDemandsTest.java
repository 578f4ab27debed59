package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.edits.PartnerEdits;
import org.clearlane.guide.Guides;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a payer demands beyond the guide is held against its own claims alone, and mends make only their finding go. */
class PartnerDemandsTest {

    private static final Guides GUIDES = Guides.load(Sample.ROOT.resolve("config/guides"));

    @TempDir
    Path folder;

    private List<JudgedClaim> judged(Sample sample, Set<RepairKind> repairs, String narrow) throws IOException {
        String payerId = sample.text().replaceAll("(?s).*NM1\\*PR\\*[^~]*\\*PI\\*([^~]*)~.*", "$1");
        PayerProfile payer = new PayerProfile(
                "strict",
                "Strict Health",
                Set.of(payerId),
                new PayerProfile.Envelope("ZZ", "A", "ZZ", "B", "A", "B", "B", "B", "*:^~", false, 'P'),
                new PayerProfile.Batch(Duration.ofSeconds(1), 1),
                new PayerProfile.Retry(1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                new PayerProfile.ConnectionSettings("folder", Duration.ofSeconds(1), Map.of()));
        Map<String, Guides> narrowed = Map.of();
        if (!narrow.isEmpty()) {
            Path overlay = Files.writeString(
                    folder.resolve("overlay.yaml"),
                    "overlay: Strict Health\nguide: 005010X222A1\nnarrow:\n  " + narrow + "\n");
            narrowed = Map.of("strict", GUIDES.narrowedBy(overlay));
        }
        List<JudgedClaim> claims = new ArrayList<>();
        new Judge(GUIDES, Recording.EDITS, new Partners(PartnerEdits.NONE, narrowed), Recording.CLOCK)
                .judge(
                        new ByteArrayInputStream(sample.bytes()),
                        new JudgeOptions(7, null, List.of(payer), JudgeOptions.USUAL_SLICE, repairs),
                        new JudgementListener() {
                            @Override
                            public void claims(List<JudgedClaim> slice) {
                                claims.addAll(slice);
                            }
                        });
        return claims;
    }

    private static List<String> said(JudgedClaim claim) {
        return claim.findings().stream()
                .filter(Finding::isError)
                .map(Finding::code)
                .toList();
    }

    @Test
    void refusesWhatThePayersOwnGuideForbids() throws IOException {
        List<JudgedClaim> claims = judged(Sample.family(), Set.of(), "\"2300/CLM\": {elements: {CLM01: R 1..1}}");
        assertThat(claims).hasSize(6).allSatisfy(claim -> {
            assertThat(said(claim)).containsExactly("payer.element.too-long");
            assertThat(claim.findings().getLast().place().position())
                    .isEqualTo(claim.claim().position());
            assertThat(claim.findings().getLast().snip()).isEqualTo(7);
        });
    }

    @Test
    void leavesClaimsAloneThatFitThePayersGuide() throws IOException {
        assertThat(judged(Sample.family(), Set.of(), "\"2300/CLM\": {elements: {CLM01: R 1..9}}"))
                .hasSize(6)
                .allMatch(claim -> said(claim).isEmpty());
    }

    @Test
    void mendsWhatRefusesOnlyOneClaimOfSeveral() throws IOException {
        Sample sample = Sample.family().set("HI", 2, "HI*ABK:e11.9*ABF:I10");
        List<JudgedClaim> claims = judged(sample, Set.of(RepairKind.POINT, RepairKind.CASE), "");
        assertThat(claims).allMatch(claim -> said(claim).isEmpty());
        assertThat(claims.stream().map(claim -> claim.repairs().size())).containsExactly(0, 1, 0, 0, 0, 0);
        assertThat(claims.get(1).claim().diagnoses().getFirst().code()).isEqualTo("E119");
    }
}
