package org.clearlane.edits.professional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.edits.Examined.codes;
import static org.clearlane.edits.Examined.findings;

import java.util.List;
import org.clearlane.edits.SampleClaim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpiEditsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1679576722", "1245319599"})
    void knowsRealNpis(String npi) {
        assertThat(NpiCheckDigit.holds(npi)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "1234567983", "123456789", "12345678930", "123456789X", ""})
    void refusesWrongDigitSwappedDigitsAndWrongLength(String npi) {
        assertThat(NpiCheckDigit.holds(npi)).isFalse();
    }

    @Test
    void rejectsClaimWhenBillingNpiFailsCheckDigit() {
        Finding finding =
                findings(SampleClaim.with(claim -> claim.npi = "1234567894")).getFirst();

        assertThat(finding.code()).isEqualTo("billing.npi.check-digit");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.place().inWords()).isEqualTo("loop 2010AA, segment 8, NM109");
        assertThat(finding.status()).hasToString("A7:562:85");
    }

    @Test
    void onlyWarnsOfBillingNpiInATestInterchange() {
        Finding finding = findings(SampleClaim.with(claim -> {
                    claim.npi = "1234567894";
                    claim.test = true;
                }))
                .getFirst();

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.status()).isNull();
    }

    @Test
    void warnsOfABillingProviderWithoutNpi() {
        assertThat(codes(SampleClaim.with(claim -> claim.npi = ""))).containsExactly("billing.npi.missing");
    }

    @Test
    void rejectsClaimWhenRenderingNpiFailsCheckDigit() {
        Finding finding = findings(SampleClaim.with(claim -> claim.providers.add(
                        new OtherProvider("2310B", 0, "82", "1", "DOE", "", "XX", "1234567894", 31, List.of()))))
                .getFirst();

        assertThat(finding.code()).isEqualTo("provider.npi.check-digit");
        assertThat(finding.status()).hasToString("A7:562:82");
        assertThat(finding.message()).contains("rendering provider");
        assertThat(finding.place().loop()).isEqualTo("2310B");
    }

    @Test
    void looksOnlyAtNpisAmongProviderNumbers() {
        assertThat(codes(SampleClaim.with(claim -> claim.providers.add(
                        new OtherProvider("2310B", 0, "82", "1", "DOE", "", "24", "1234567894", 31, List.of())))))
                .isEmpty();
    }
}
