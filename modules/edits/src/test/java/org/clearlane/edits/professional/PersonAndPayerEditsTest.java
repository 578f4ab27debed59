package org.clearlane.edits.professional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.edits.Examined.codes;

import java.util.List;
import org.clearlane.edits.SampleClaim;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Patient;
import org.junit.jupiter.api.Test;

class PersonAndPayerEditsTest {

    private static final Patient CHILD = new Patient("19", "SMITH", "TIM", "20200115", "M", 22, 25, List.of());

    @Test
    void letsAPatientOtherThanTheSubscriberPass() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.relationship = "";
                    claim.subscriberBirth = "";
                    claim.subscriberSex = "";
                    claim.patient = CHILD;
                })))
                .isEmpty();
    }

    @Test
    void rejectsSubscriberWithoutMemberNumber() {
        assertThat(codes(SampleClaim.with(claim -> claim.memberId = "")))
                .containsExactly("subscriber.member-id.missing");
    }

    @Test
    void rejectsSubscriberWithoutName() {
        assertThat(codes(SampleClaim.with(claim -> claim.subscriberName = "")))
                .containsExactly("subscriber.name.missing");
    }

    @Test
    void rejectsTreatedSubscriberWithoutBirthDateAndSex() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.subscriberBirth = "";
                    claim.subscriberSex = "";
                })))
                .containsExactlyInAnyOrder("person.birth-date.missing", "person.sex.missing");
    }

    @Test
    void rejectsPatientWithoutBirthDateAndSex() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.relationship = "";
                    claim.patient = new Patient("19", "SMITH", "TIM", "", "", 22, 0, List.of());
                })))
                .containsExactlyInAnyOrder("person.birth-date.missing", "person.sex.missing");
    }

    @Test
    void rejectsSelfWithAPatientLoop() {
        assertThat(codes(SampleClaim.with(claim -> claim.patient = CHILD))).containsExactly("subscriber.relationship");
    }

    @Test
    void rejectsNotSelfWithoutAPatientLoop() {
        assertThat(codes(SampleClaim.with(claim -> claim.relationship = "")))
                .containsExactly("subscriber.relationship");
    }

    @Test
    void rejectsPayerWithoutNumber() {
        assertThat(codes(SampleClaim.with(claim -> claim.payerId = ""))).containsExactly("payer.id.missing");
    }

    @Test
    void rejectsReplacementAndVoidThatNameNoOriginal() {
        assertThat(codes(SampleClaim.with(claim -> claim.frequency = "7")))
                .containsExactly("claim.original-number.missing");
        assertThat(codes(SampleClaim.with(claim -> claim.frequency = "8")))
                .containsExactly("claim.original-number.missing");
    }

    @Test
    void letsReplacementThatNamesItsOriginalPass() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.frequency = "7";
                    claim.payerClaimNumber = "ICN2026000123";
                })))
                .isEmpty();
    }

    @Test
    void rejectsPlaceOfServiceThatIsNotListed() {
        assertThat(codes(SampleClaim.with(claim -> claim.placeOfService = "98")))
                .containsExactly("claim.place-of-service.unknown");
    }

    @Test
    void rejectsPlaceOfServiceOfALineThatIsNotListed() {
        assertThat(codes(SampleClaim.with(claim -> {
                    claim.charge = Money.of("132.00");
                    claim.lines.clear();
                    claim.lines.add(SampleClaim.lineAt("00"));
                })))
                .containsExactly("claim.place-of-service.unknown");
    }
}
