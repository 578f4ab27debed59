package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.remittance.MatchResult.Confidence;
import org.junit.jupiter.api.Test;

class ClaimMatchTest {

    private static final PaymentHeader HEADER = Payments.header("T1", "100");
    private static final Set<String> PAYER = Set.of("99999");

    private static ClaimPayment payment(String number, String charge) {
        return Payments.claim(number, "1", charge, charge, List.of());
    }

    private static LedgerClaim claim(String number, String charge) {
        return Payments.ledgerClaim("clm_" + number + "_" + charge, number, charge, ClaimState.SENT);
    }

    private static LedgerClaim with(LedgerClaim claim, String from, String npi, String taxId, String payerId) {
        return new LedgerClaim(
                claim.claimId(),
                claim.practiceId(),
                claim.patientControlNumber(),
                claim.charge(),
                from,
                "",
                npi,
                taxId,
                payerId,
                claim.state(),
                claim.lines());
    }

    private static MatchResult match(ClaimPayment payment, LedgerClaim... claims) {
        return ClaimMatch.match(payment, HEADER, PAYER, List.of(claims));
    }

    private static Confidence confidence(ClaimPayment payment, LedgerClaim claim) {
        return ((MatchResult.Matched) match(payment, claim)).confidence();
    }

    @Test
    void agreementInEverythingIsCertain() {
        assertThat(confidence(payment("A1", "100"), claim("A1", "100"))).isEqualTo(Confidence.HIGH);
    }

    @Test
    void reversalIsAboutTheClaimOfTheSameChargeWithoutSign() {
        assertThat(confidence(Payments.claim("A1", "22", "-100", "-100", List.of()), claim("A1", "100")))
                .isEqualTo(Confidence.HIGH);
    }

    @Test
    void oneContradictionIsEverydayTwoAreNot() {
        LedgerClaim claim = claim("A1", "100");
        LedgerClaim otherDay = with(claim, "20260109", "1999999018", "", "99999");
        LedgerClaim otherPayer = with(claim, "20260105", "1999999018", "", "77777");

        assertThat(confidence(payment("A1", "90"), claim)).isEqualTo(Confidence.MEDIUM);
        assertThat(confidence(payment("A1", "100"), otherDay)).isEqualTo(Confidence.MEDIUM);
        assertThat(confidence(payment("A1", "100"), otherPayer)).isEqualTo(Confidence.MEDIUM);
        assertThat(confidence(payment("A1", "90"), otherDay)).isEqualTo(Confidence.LOW);
        assertThat(confidence(payment("A1", "90"), otherPayer)).isEqualTo(Confidence.LOW);
    }

    @Test
    void numberMayDifferInCaseZerosAndLength() {
        assertThat(confidence(payment("a1", "100"), claim("A1", "100"))).isEqualTo(Confidence.MEDIUM);
        assertThat(confidence(payment("00A1", "100"), claim("A1", "100"))).isEqualTo(Confidence.MEDIUM);
        assertThat(confidence(payment("ABCDEFGHIJ1234567890", "100"), claim("ABCDEFGHIJ1234567890XYZ", "100")))
                .isEqualTo(Confidence.MEDIUM);
        assertThat(match(payment("ABC", "100"), claim("ABCD", "100"))).isInstanceOf(MatchResult.Unmatched.class);
    }

    @Test
    void neverTellsAnotherPracticeWhatItsNeighbourWasPaid() {
        LedgerClaim foreign = with(claim("A1", "100"), "20260105", "1999999026", "999000002", "99999");
        LedgerClaim sameTaxNumber = with(claim("A1", "100"), "20260105", "1999999026", "99-9000001", "99999");

        assertThat(match(payment("A1", "100"), foreign)).isInstanceOf(MatchResult.Unmatched.class);
        assertThat(confidence(payment("A1", "100"), sameTaxNumber)).isEqualTo(Confidence.HIGH);
    }

    @Test
    void numberUsedAgainIsToldApartByCharge() {
        MatchResult result = match(payment("A1", "100"), claim("A1", "100"), claim("A1", "55"));

        assertThat(((MatchResult.Matched) result).claim().charge()).isEqualTo(Money.of("100"));
    }

    @Test
    void twoThatFitEquallyAreLeftToAPerson() {
        LedgerClaim twin = Payments.ledgerClaim("clm_twin", "A1", "100", ClaimState.SENT);

        assertThat(match(payment("A1", "100"), claim("A1", "100"), twin)).isInstanceOf(MatchResult.Ambiguous.class);
    }

    @Test
    void claimThatNeverLeftTheHouseIsNoCandidate() {
        for (ClaimState state : ClaimState.values()) {
            boolean left = state.custody() == ClaimState.Custody.SENT
                    || state == ClaimState.BATCHED
                    || state == ClaimState.UNKNOWN_OUTCOME;
            assertThat(match(payment("A1", "100"), Payments.ledgerClaim("clm_1", "A1", "100", state)))
                    .as("%s", state)
                    .isInstanceOf(left ? MatchResult.Matched.class : MatchResult.Unmatched.class);
        }
    }
}
