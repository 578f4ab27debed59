package org.clearlane.edits.professional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.edits.Examined.codes;
import static org.clearlane.edits.Examined.findings;

import java.util.List;
import org.clearlane.edits.SampleClaim;
import org.clearlane.model.claim.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateEditsTest {

    @Test
    void rejectsLineWithoutServiceDate() {
        assertThat(codes(SampleClaim.with(claim -> claim.lines.set(1, SampleClaim.line(2, "32.00", "D8", "", "1")))))
                .containsExactly("line.service-date.missing");
    }

    @ParameterizedTest
    @CsvSource({
        "D8,20251399",
        "D8,20250229",
        "D8,20250431",
        "D8,2025021",
        "D8,202502011",
        "D8,2025O201",
        "RD8,20260201",
        "RD8,20260201-20261399",
        "RD8,20260201/20260202",
        "RD8,20260201-2026020"
    })
    void rejectsServiceDateThatIsNoDay(String format, String value) {
        assertThat(codes(SampleClaim.with(claim -> claim.served(format, value))))
                .containsOnly("line.service-date.unreal")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"D8,20240229", "RD8,20260131-20260202", "RD8,20260202-20260202", "D8,20260301"})
    void letsRealDaysPass(String format, String value) {
        assertThat(codes(SampleClaim.with(claim -> claim.served(format, value))))
                .isEmpty();
    }

    @Test
    void pointsAtTheDateAtFault() {
        assertThat(findings(SampleClaim.with(claim -> claim.served("D8", "20251399")))
                        .getFirst()
                        .place()
                        .inWords())
                .isEqualTo("loop 2400, segment 35, DTP03");
    }

    @Test
    void rejectsServiceOfTomorrow() {
        assertThat(codes(SampleClaim.with(claim -> claim.served("D8", "20260302"))))
                .containsOnly("line.service-date.future");
    }

    @Test
    void rejectsPeriodThatRunsIntoTomorrow() {
        assertThat(codes(SampleClaim.with(claim -> claim.served("RD8", "20260228-20260302"))))
                .containsOnly("line.service-date.future");
    }

    @Test
    void rejectsPeriodThatEndsBeforeItBegins() {
        assertThat(codes(SampleClaim.with(claim -> claim.served("RD8", "20260202-20260201"))))
                .containsOnly("line.service-date.reversed");
    }

    @Test
    void rejectsServiceBeforeTheSubscribersBirth() {
        assertThat(codes(SampleClaim.with(claim -> claim.subscriberBirth = "20260203")))
                .containsOnly("line.service-date.before-birth");
    }

    @Test
    void letsServiceOnTheDayOfBirthPass() {
        assertThat(codes(SampleClaim.with(claim -> claim.subscriberBirth = "20260202")))
                .isEmpty();
    }

    @Test
    void measuresServiceByThePatientsBirthNotTheSubscribers() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.relationship = "";
                    claim.subscriberBirth = "";
                    claim.patient = new Patient("19", "SMITH", "TIM", "20260215", "M", 22, 25, List.of());
                })))
                .containsOnly("line.service-date.before-birth");
    }

    @Test
    void rejectsBirthDateThatIsNoDay() {
        assertThat(findings(SampleClaim.with(claim -> claim.subscriberBirth = "19650230")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("person.birth-date.unreal");
                    assertThat(finding.status()).hasToString("A7:158:IL");
                    assertThat(finding.place().inWords()).isEqualTo("loop 2010BA, segment 17, DMG02");
                });
    }

    @Test
    void rejectsPatientBornTomorrow() {
        assertThat(findings(SampleClaim.with(claim -> {
                    claim.relationship = "";
                    claim.patient = new Patient("19", "SMITH", "TIM", "20260302", "M", 22, 25, List.of());
                })))
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("person.birth-date.future");
                    assertThat(finding.status()).hasToString("A7:158:QC");
                });
    }
}
