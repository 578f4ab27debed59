package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.junit.jupiter.api.Test;

class HoldsTest {

    private static final Practice PRACTICE =
            new Practice("lakeside", "Lakeside", Set.of("LAKESIDE"), Set.of("1234567893"), Set.of());

    @Test
    void letsAClaimOfAnEnrolledProviderToAKnownPayerGoOn() {
        assertThat(judged(Sample.clean(), 'P').verdict.claims().accepted()).isEqualTo(1);
    }

    @Test
    void holdsAClaimToAPayerThatNobodyKnows() {
        Recording recording = judged(Sample.clean().replace("PI*60054", "PI*99999"), 'P');

        assertThat(recording.claims.getFirst().outcome()).isEqualTo(Outcome.HELD);
        assertThat(recording.claims.getFirst().holdReason()).isEqualTo(HoldReason.UNKNOWN_PAYER);
        assertThat(recording.verdict.claims().held()).isEqualTo(1);
        assertThat(recording.verdict.claims().heldCharge()).hasToString("132.00");
        assertThat(recording.claimStatus).contains("The claim is held (unknown payer).");
    }

    @Test
    void holdsAClaimOfAProviderWhoIsNotThePractices() {
        Recording recording = judged(Sample.clean().replace("1234567893", "1679576722"), 'P');

        assertThat(recording.claims.getFirst().holdReason()).isEqualTo(HoldReason.BILLING_PROVIDER_NOT_ENROLLED);
    }

    @Test
    void holdsATestClaimForAProductionRouteAndTheOtherWayRound() {
        assertThat(judged(Sample.clean().replace("*0*P*", "*0*T*"), 'P')
                        .claims
                        .getFirst()
                        .holdReason())
                .isEqualTo(HoldReason.USAGE_DOES_NOT_FIT_ROUTE);
        assertThat(judged(Sample.clean(), 'T').claims.getFirst().holdReason())
                .isEqualTo(HoldReason.USAGE_DOES_NOT_FIT_ROUTE);
    }

    @Test
    void refusesRatherThanHolds() {
        Recording recording =
                judged(Sample.clean().replace("PI*60054", "PI*99999").replace("*132***", "*133***"), 'P');

        assertThat(recording.claims.getFirst().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(recording.claims.getFirst().holdReason()).isNull();
    }

    @Test
    void holdsAClaimOfAKindThatThePayerDoesNotTake() {
        Recording recording = judged(Sample.clean(), 'P', Set.of(ClaimKind.INSTITUTIONAL, ClaimKind.DENTAL));

        assertThat(recording.claims.getFirst().holdReason()).isEqualTo(HoldReason.KIND_NOT_TAKEN_BY_PAYER);
        assertThat(recording.claimStatus).contains("the payer's profile does not take this kind of claim");
    }

    @Test
    void holdsAPredeterminationBecauseSentOnAsAClaimItWouldBeBilled() {
        Recording recording = judged(
                Sample.clean()
                        .replace("X*005010X222A1", "X*005010X291")
                        .replace("0001*005010X222A1", "0001*005010X291"),
                'P');

        assertThat(recording.claims.getFirst().holdReason()).isEqualTo(HoldReason.PREDETERMINATION);
    }

    private static Recording judged(Sample sample, char usage) {
        return judged(sample, usage, EnumSet.allOf(ClaimKind.class));
    }

    private static Recording judged(Sample sample, char usage, Set<ClaimKind> kinds) {
        PayerProfile payer = new PayerProfile(
                "great-lakes",
                "Great Lakes Health",
                Set.of("60054"),
                kinds,
                new PayerProfile.Envelope("ZZ", "A", "ZZ", "B", "A", "B", "N", "C", "*:^~", false, usage),
                new PayerProfile.Batch(Duration.ZERO, 100),
                new PayerProfile.Retry(1, Duration.ZERO, Duration.ZERO),
                new PayerProfile.ConnectionSettings("folder", Duration.ZERO, Map.of()),
                Optional.empty(),
                PayerProfile.Deadlines.NONE);
        return Recording.of(sample.bytes(), new JudgeOptions(7, PRACTICE, List.of(payer), JudgeOptions.USUAL_SLICE));
    }
}
