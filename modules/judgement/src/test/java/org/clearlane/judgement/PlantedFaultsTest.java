package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.judgement.FileVerdict.Verdict;
import org.junit.jupiter.api.Test;

/** One fault each, planted in a clean file: found once, at its place, and nothing else found. */
class PlantedFaultsTest {

    @Test
    void cleanFileIsAcceptedWithoutAnyFinding() {
        Recording recording = Recording.of(Sample.clean());

        assertThat(recording.findings()).isEmpty();
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(recording.verdict.claims().acceptedCharge()).hasToString("132.00");
    }

    @Test
    void cleanFamilyFileIsAcceptedWithoutAnyFinding() {
        Recording recording = Recording.of(Sample.family());

        assertThat(recording.findings()).isEmpty();
        assertThat(recording.accepted()).containsExactly("A1", "A2", "B1", "B2", "C1", "C2");
    }

    @Test
    void findsWrongSegmentCount() {
        Recording recording = Recording.of(Sample.clean().set("SE", 1, "SE*25*0001"));

        assertThat(recording.errors()).containsExactly("set.segment-count at segment 29, SE01");
        assertThat(recording.set().ack()).isEqualTo("R");
        assertThat(recording.functional).contains("IK5*R*4~").contains("AK9*R*1*1*0~");
        assertThat(recording.verdict.claims().rejected()).isEqualTo(1);
    }

    @Test
    void findsMissingDiagnosisSegment() {
        Recording recording = Recording.of(Sample.clean().without("HI"));

        assertThat(recording.errors()).containsExactly("segment.missing at loop 2300, segment 20, HI");
        assertThat(recording.functional).contains("IK3*HI*20*2300*3~").contains("CTX*CLM01:LFC-1001~");
    }

    @Test
    void findsClaimFilingCodeThatIsNotInTheList() {
        Recording recording = Recording.of(Sample.clean().replace("SBR*P*18*******CI", "SBR*P*18*******QQ"));

        assertThat(recording.errors()).containsExactly("element.code-not-in-guide at loop 2000B, segment 13, SBR09");
        assertThat(recording.functional).contains("IK3*SBR*13*2000*8~").contains("IK4*9*1032*I6*QQ~");
    }

    @Test
    void findsDateThatIsNoDay() {
        Recording recording = Recording.of(Sample.clean().replace("D8*20260202", "D8*20251399"));

        assertThat(recording.errors()).containsExactly("element.invalid-date at loop 2400, segment 23, DTP03");
        assertThat(recording.functional).contains("IK3*DTP*23*2400*8~").contains("IK4*3*1251*8*20251399~");
    }

    @Test
    void findsParentThatDoesNotExist() {
        Recording recording = Recording.of(Sample.clean().replace("HL*2*1*22*0", "HL*2*99*22*0"));

        assertThat(recording.errors()).containsExactly("hl.parent-unknown at loop 2000B, segment 12, HL02");
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void findsWrongNpiCheckDigit() {
        Recording recording = Recording.of(Sample.clean().replace("1234567893", "1234567839"));

        assertThat(recording.errors()).containsExactly("billing.npi.check-digit at loop 2010AA, segment 8, NM109");
        assertThat(recording.functional).contains("IK5*A~").contains("AK9*A*1*1*1~");
        assertThat(recording.claimStatus).contains("STC*A7:562:85*20260301*U*132*");
    }

    @Test
    void findsChargeThatIsNotTheSumOfItsLines() {
        Recording recording = Recording.of(Sample.clean().replace("*132***", "*142***"));

        assertThat(recording.errors()).containsExactly("claim.charge.sum at loop 2300, segment 19, CLM02");
        assertThat(recording.claimStatus).contains("STC*A7:400*20260301*U*142*");
    }

    @Test
    void findsDiagnosisThatDoesNotExist() {
        Recording recording = Recording.of(Sample.clean().replace("ABF:I10", "ABF:QQQQQ"));

        assertThat(recording.errors()).containsExactly("diagnosis.code.malformed at loop 2300, segment 20, HI02-2");
    }

    @Test
    void seesNothingBeyondTheSnipTypeAskedFor() {
        byte[] file = Sample.clean()
                .replace("*132***", "*142***")
                .replace("1234567893", "1234567839")
                .without("HI")
                .bytes();

        assertThat(Recording.of(file, JudgeOptions.offline(1)).errors()).isEmpty();
        assertThat(Recording.of(file, JudgeOptions.offline(2)).errors())
                .containsExactly("segment.missing at loop 2300, segment 20, HI");
        assertThat(Recording.of(file, JudgeOptions.offline(3)).errors())
                .containsExactlyInAnyOrder(
                        "segment.missing at loop 2300, segment 20, HI",
                        "claim.charge.sum at loop 2300, segment 19, CLM02");
        assertThat(Recording.of(file, JudgeOptions.offline(5)).errors()).hasSize(3);
    }
}
