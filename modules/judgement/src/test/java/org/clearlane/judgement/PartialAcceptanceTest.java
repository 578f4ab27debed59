package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.judgement.FileVerdict.Verdict;
import org.junit.jupiter.api.Test;

/** Whose claims a fault takes out: those of the loop it stands in, and no others. */
class PartialAcceptanceTest {

    @Test
    void faultInAClaimTakesOutThatClaim() {
        Recording recording = Recording.of(Sample.family().without("HI", 2));

        assertThat(recording.accepted()).containsExactly("A1", "B1", "B2", "C1", "C2");
        assertThat(recording.set().ack()).isEqualTo("E");
        assertThat(recording.groups.getFirst().ack()).isEqualTo("E");
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(recording.set().claims().acceptedCharge()).hasToString("660.00");
        assertThat(recording.set().claims().rejectedCharge()).hasToString("132.00");
    }

    @Test
    void whatIsMissingAtTheEndOfAClaimCountsForItAndNotForTheNext() {
        // The last segment of A2's last line but one: what is missing there shows when the next level begins.
        Recording recording = Recording.of(Sample.family().without("DTP", 4).without("REF*6R", 4));

        assertThat(recording.numbers(Outcome.REJECTED)).containsExactly("A2");
        assertThat(recording.errors()).containsExactly("segment.missing at loop 2400, segment 37, DTP");
    }

    @Test
    void faultInAPatientTakesOutThatPatientsClaims() {
        Recording recording = Recording.of(Sample.family().replace("PAT*19", "PAT*XX"));

        assertThat(recording.accepted()).containsExactly("A1", "A2", "B2", "C1", "C2");
    }

    @Test
    void faultInASubscriberTakesOutTheSubscribersClaimsAndThoseOfItsPatients() {
        Recording recording = Recording.of(Sample.family().replace("SBR*P********CI", "SBR*P********QQ"));

        assertThat(recording.accepted()).containsExactly("A1", "A2", "C1", "C2");
    }

    @Test
    void missingPayerTakesOutItsSubscribersClaims() {
        Recording recording = Recording.of(Sample.family().without("NM1*PR", 1));

        assertThat(recording.accepted()).containsExactly("B1", "B2", "C1", "C2");
    }

    @Test
    void faultInABillingProviderTakesOutAllItsClaims() {
        Recording recording = Recording.of(Sample.family().without("N4", 1));

        assertThat(recording.accepted()).containsExactly("C1", "C2");
        assertThat(recording.set().ack()).isEqualTo("E");
    }

    @Test
    void faultInTheSecondBillingProviderLeavesTheFirstAlone() {
        Recording recording =
                Recording.of(Sample.family().set("HL*6", 1, "HL*6**20*1").replace("HL*7*6*", "HL*7*1*"));

        assertThat(recording.accepted()).containsExactly("A1", "A2", "B1", "B2");
    }

    @Test
    void faultInTheHeaderTakesOutTheWholeSet() {
        Recording recording = Recording.of(Sample.family().without("NM1*40"));

        assertThat(recording.set().ack()).isEqualTo("R");
        assertThat(recording.set().distrusted()).isTrue();
        assertThat(recording.verdict.claims().rejected()).isEqualTo(6);
        assertThat(recording.verdict.claims().rejectedCharge()).hasToString("792.00");
        assertThat(recording.claimStatus).contains("QTY*AA*6~").contains("AMT*YY*792~");
    }

    @Test
    void levelOfAnUnknownKindTakesOutTheWholeSet() {
        Recording recording = Recording.of(Sample.family().replace("HL*3*1*22*1", "HL*3*1*ZZ*1"));

        assertThat(recording.accepted()).doesNotContain("B1", "B2");
        assertThat(recording.verdict.claims().rejected()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void setIsRefusedWhenStructureRefusesEveryClaim() {
        Recording recording = Recording.of(Sample.of("two-claims-one-bad").without("HI"));

        assertThat(recording.set().ack()).isEqualTo("R");
        assertThat(recording.set().distrusted()).isFalse();
        assertThat(recording.claimStatus).contains("TRN*2*LFC-1001~").contains("TRN*2*LFC-1002~");
    }

    @Test
    void setIsAcceptedByThe999WhenOnlyEditsRefuseItsClaims() {
        Recording recording = Recording.of(Sample.clean().replace("*132***", "*142***"));

        assertThat(recording.set().ack()).isEqualTo("A");
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void goodSetGoesOnBesideABadOne() {
        Sample bad = Sample.clean().replace("ST*837*0001", "ST*837*0002").set("SE", 1, "SE*9*0002");
        Recording recording =
                Recording.of(Sample.clean().before("GE", bad.setSegments()).replace("GE*1", "GE*2"));

        assertThat(recording.sets).extracting(SetVerdict::ack).containsExactly("A", "R");
        assertThat(recording.groups.getFirst().ack()).isEqualTo("P");
        assertThat(recording.functional).contains("AK9*P*2*2*1~");
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.PARTIAL);
    }

    @Test
    void editFindingsDoNotRepeatWhatStructureSaid() {
        Recording recording = Recording.of(Sample.clean().without("HI"));

        assertThat(recording.findings()).extracting("code").containsExactly("segment.missing");
    }
}
