package org.clearlane.edits.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.edits.Examined;
import org.clearlane.edits.SampleClaim;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ICD-10-CM changes on 1 October: G35 was a code until fiscal year 2025 and a heading from 2026 on, G35A the other way. */
class FiscalYearTest {

    @ParameterizedTest
    @CsvSource({
        "G35, 20250930, ''",
        "G35, 20251001, diagnosis.code.heading",
        "G35A, 20250930, diagnosis.code.unknown",
        "G35A, 20251001, ''",
        "E119, 20250930, ''",
        "E119, 20251001, ''",
    })
    void aClaimIsJudgedByTheCodesOfItsOwnYear(String code, String day, String expected) {
        assertThat(String.join(" ", codes(code, day))).isEqualTo(expected);
    }

    @Test
    void behindTheNewestYearAMissIsAWarningThatNamesTheGap() {
        List<Finding> found = Examined.EDITS
                .examination(java.time.Clock.offset(Examined.CLOCK, java.time.Duration.ofDays(300)), 7)
                .examine(SampleClaim.with(sample -> {
                    sample.onlyDiagnoses("G35A", "E118X");
                    sample.served("D8", "20261001");
                }));

        assertThat(found).extracting(Finding::code).containsExactly("diagnosis.code.year-not-loaded");
        assertThat(found.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(found.get(0).message()).contains("fiscal years 2025 to 2026");
    }

    private static List<String> codes(String code, String day) {
        return Examined.codes(SampleClaim.with(sample -> {
            sample.onlyDiagnoses(code, "I10");
            sample.served("D8", day);
        }));
    }
}
