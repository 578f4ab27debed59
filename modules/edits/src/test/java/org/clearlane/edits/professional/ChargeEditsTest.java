package org.clearlane.edits.professional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.edits.Examined.codes;
import static org.clearlane.edits.Examined.findings;

import org.clearlane.edits.SampleClaim;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.junit.jupiter.api.Test;

class ChargeEditsTest {

    @Test
    void cleanClaimPassesEveryEdit() {
        assertThat(codes(SampleClaim.clean())).isEmpty();
    }

    @Test
    void rejectsChargeThatIsOneCentOffItsLines() {
        Finding finding = findings(SampleClaim.with(claim -> claim.charge = Money.of("132.01")))
                .getFirst();

        assertThat(finding.code()).isEqualTo("claim.charge.sum");
        assertThat(finding.snip()).isEqualTo(3);
        assertThat(finding.place().inWords()).isEqualTo("loop 2300, segment 29, CLM02");
        assertThat(finding.status()).hasToString("A7:400");
        assertThat(finding.message()).contains("132.00");
        assertThat(finding.value()).isEqualTo("132.01");
    }

    @Test
    void leavesSumAloneWhenAnAmountCannotBeRead() {
        assertThat(codes(SampleClaim.with(claim -> claim.charge = null))).containsExactly("claim.charge.unreadable");
    }

    @Test
    void rejectsLineChargeThatCannotBeRead() {
        assertThat(codes(SampleClaim.with(
                        claim -> claim.lines.set(1, SampleClaim.line(2, "1e5", "D8", "20260202", "1")))))
                .containsExactly("claim.charge.unreadable");
    }

    @Test
    void rejectsNegativeLineEvenWhenTheSumFits() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.charge = Money.of("90.00");
                    claim.lines.set(1, SampleClaim.line(2, "-10.00", "D8", "20260202", "1"));
                })))
                .containsExactly("claim.charge.negative");
    }

    @Test
    void warnsOfAClaimThatChargesNothing() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.charge = Money.ZERO;
                    claim.lines.set(0, SampleClaim.line(1, "0", "D8", "20260202", "1"));
                    claim.lines.set(1, SampleClaim.line(2, "0", "D8", "20260202", "1"));
                })))
                .containsExactly("claim.charge.zero");
    }

    @Test
    void survivesChargesWhoseSumWouldOverflow() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.lines.clear();
                    for (int i = 1; i <= 200; i++) {
                        claim.lines.add(SampleClaim.line(i, "999999999999999", "D8", "20260202", "1"));
                    }
                })))
                .doesNotContain("claim.charge.negative");
    }
}
