package org.clearlane.edits.professional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.edits.Examined.codes;
import static org.clearlane.edits.Examined.findings;

import org.clearlane.edits.SampleClaim;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisEditsTest {

    @Test
    void rejectsClaimWithoutDiagnosis() {
        assertThat(codes(SampleClaim.with(claim -> claim.diagnoses.clear()))).contains("diagnosis.missing");
    }

    @Test
    void letsTwelveDiagnosesPassAndRejectsThirteen() {
        String[] twelve = {"E119", "I10", "A000", "A001", "A009", "J069", "M545", "R05", "R51", "Z00", "Z23", "N390"};

        assertThat(codes(SampleClaim.with(claim -> claim.onlyDiagnoses(twelve))))
                .doesNotContain("diagnosis.too-many");
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.onlyDiagnoses(twelve);
                    claim.diagnosis("ABF", "K219");
                })))
                .contains("diagnosis.too-many");
    }

    @Test
    void rejectsDiagnosisThatStandsTwice() {
        assertThat(codes(SampleClaim.with(claim -> claim.onlyDiagnoses("E119", "I10", "E119"))))
                .containsExactly("diagnosis.repeated");
    }

    @Test
    void rejectsCodeThatNoYearHas() {
        Finding finding = findings(SampleClaim.with(claim -> claim.onlyDiagnoses("E119", "E118ZZ9")))
                .getFirst();

        assertThat(finding.code()).isEqualTo("diagnosis.code.unknown");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.place().inWords()).isEqualTo("loop 2300, segment 30, HI02-2");
        assertThat(finding.status()).hasToString("A7:255");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQQQQ", "E11.9", "e119", "E1", "119E", "E1190000"})
    void rejectsWhatIsNoIcd10CodeInAnyYear(String code) {
        assertThat(codes(SampleClaim.with(claim -> claim.onlyDiagnoses("I10", code))))
                .containsExactly("diagnosis.code.malformed");
    }

    @Test
    void rejectsMalformedCodeEvenOnADayWhoseYearIsNotLoaded() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.onlyDiagnoses("I10", "QQQQQ");
                    claim.served("D8", "20190501");
                })))
                .containsExactly("diagnosis.code.malformed");
    }

    @Test
    void rejectsHeadingAndSaysThatItNeedsMoreDigits() {
        Finding finding = findings(SampleClaim.with(claim -> claim.onlyDiagnoses("E11", "I10")))
                .getFirst();

        assertThat(finding.code()).isEqualTo("diagnosis.code.heading");
        assertThat(finding.message()).contains("more digits");
    }

    @Test
    void judgesACodeByTheYearOfTheService() {
        // G35 could be billed until 30 September 2025 and is a heading since.
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.onlyDiagnoses("G35", "I10");
                    claim.served("D8", "20250930");
                })))
                .isEmpty();
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.onlyDiagnoses("G35", "I10");
                    claim.served("D8", "20251001");
                })))
                .containsExactly("diagnosis.code.heading");
    }

    @Test
    void judgesACodeOnTheDaysOfTheLinesThatPointAtIt() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.onlyDiagnoses("G35", "G35A");
                    claim.lines.set(0, SampleClaim.line(1, "100.00", "D8", "20250930", "1"));
                    claim.lines.set(1, SampleClaim.line(2, "32.00", "D8", "20251001", "2"));
                })))
                .isEmpty();
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.onlyDiagnoses("G35", "G35A");
                    claim.lines.set(0, SampleClaim.line(1, "100.00", "D8", "20250930", "2"));
                    claim.lines.set(1, SampleClaim.line(2, "32.00", "D8", "20251001", "1"));
                })))
                .containsExactlyInAnyOrder("diagnosis.code.unknown", "diagnosis.code.heading");
    }

    @Test
    void onlyWarnsOfUnknownCodeOnADayWhoseYearIsNotLoaded() {
        Finding finding = findings(SampleClaim.with(claim -> {
                    claim.onlyDiagnoses("E119", "E118ZZ9");
                    claim.served("D8", "20190501");
                }))
                .getFirst();

        assertThat(finding.code()).isEqualTo("diagnosis.code.year-not-loaded");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).contains("2025").contains("2026");
    }

    @Test
    void doesNotJudgeIcd9BeforeItsEnd() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.diagnoses.clear();
                    claim.diagnosis("BK", "25000");
                    claim.diagnosis("BF", "4019");
                    claim.served("D8", "20150930");
                })))
                .isEmpty();
    }

    @Test
    void rejectsIcd9AfterItsEnd() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.diagnoses.clear();
                    claim.diagnosis("BK", "25000");
                    claim.diagnosis("ABF", "I10");
                    claim.served("D8", "20151001");
                })))
                .containsExactly("diagnosis.code.icd9");
    }

    @Test
    void rejectsLineWithoutPointer() {
        assertThat(codes(SampleClaim.with(claim -> claim.lines.set(1, SampleClaim.line(2, "32.00", "D8", "20260202")))))
                .containsExactly("line.pointer.missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0", "13", "x", "99999999999999", "-1"})
    void rejectsPointerToADiagnosisThatIsNotThere(String pointer) {
        assertThat(codes(SampleClaim.with(
                        claim -> claim.lines.set(1, SampleClaim.line(2, "32.00", "D8", "20260202", "1", pointer)))))
                .containsExactly("line.pointer.dangling");
    }

    @Test
    void onlyWarnsOfPointerThatIsRepeated() {
        Finding finding = findings(SampleClaim.with(
                        claim -> claim.lines.set(1, SampleClaim.line(2, "32.00", "D8", "20260202", "2", "2"))))
                .getFirst();

        assertThat(finding.code()).isEqualTo("line.pointer.repeated");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }
}
