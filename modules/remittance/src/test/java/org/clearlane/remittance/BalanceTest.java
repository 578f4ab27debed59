package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.remittance.Payments.adjustment;
import static org.clearlane.remittance.Payments.claim;
import static org.clearlane.remittance.Payments.header;
import static org.clearlane.remittance.Payments.line;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.model.remittance.ProviderSummary;
import org.junit.jupiter.api.Test;

class BalanceTest {

    @Test
    void lineThatIsOffByOneCentIsNamedWithItsArithmetic() {
        BalanceProof proof = Balance.ofLine(line("99213", "120", "90.01", "CO-45 20", "PR-1 10"), 2);

        assertThat(proof.isBroken()).isTrue();
        assertThat(proof.difference()).isEqualTo(Money.of("-0.01"));
        assertThat(proof.subject()).isEqualTo("line 2 (99213)");
        assertThat(proof.inWords()).isEqualTo("SVC02 120.00 − CO-45 20.00 − PR-1 10.00 ≠ SVC03 90.01: off by -0.01");
    }

    @Test
    void negativeAdjustmentRaisesPayment() {
        assertThat(Balance.ofLine(line("99213", "100", "105", "CO-144 -5"), 1).inWords())
                .isEqualTo("SVC02 100.00 + CO-144 5.00 = SVC03 105.00: balanced");
    }

    @Test
    void claimTakesAdjustmentsOfItsLinesIntoAccount() {
        ClaimPayment claim = claim(
                "C1",
                "1",
                "200",
                "140",
                List.of(adjustment("CO-104 10")),
                line("A", "120", "90", "CO-45 30"),
                line("B", "80", "60", "CO-45 20"));

        ClaimBalance balance = Balance.of(claim);

        assertThat(balance.claim().inWords())
                .isEqualTo("CLP03 200.00 − CO-104 10.00 − CO-45 30.00 − CO-45 20.00 = CLP04 140.00: balanced");
        assertThat(balance.balanced()).isTrue();
    }

    @Test
    void linesNeedNotAddUpToClaimWithAdjustmentOfItsOwn() {
        ClaimPayment claim =
                claim("C1", "1", "100", "70", List.of(adjustment("CO-104 10")), line("A", "100", "80", "CO-45 20"));

        BalanceProof lines = Balance.of(claim).linesOfClaim().orElseThrow();

        assertThat(lines.balanced()).isFalse();
        assertThat(lines.isBroken()).isFalse();
    }

    @Test
    void linesMustAddUpToClaimWithoutAdjustmentOfItsOwn() {
        ClaimPayment claim = claim("1", "150", "100", line("A", "100", "50", "CO-45 50"));

        assertThat(Balance.of(claim).claim().balanced()).isTrue();
        assertThat(Balance.of(claim).broken())
                .extracting(BalanceProof::level)
                .containsExactly(BalanceProof.Level.LINES_OF_CLAIM);
        assertThat(Balance.holds(claim)).isFalse();
    }

    @Test
    void reversalBalancesByTheSameSumsAndHasNoPatientBalance() {
        ClaimPayment reversal = claim("22", "-100", "-70", line("A", "-100", "-70", "CO-45 -20", "PR-1 -10"));

        assertThat(Balance.of(reversal).balanced()).isTrue();
        assertThat(Balance.of(reversal).patient()).isEmpty();
    }

    @Test
    void patientResponsibilityNeverForbidsPosting() {
        ClaimPayment claim = claim("1", "100", "90", line("A", "100", "90", "PR-1 10"));

        BalanceProof patient = Balance.of(claim).patient().orElseThrow();

        assertThat(patient.inWords()).isEqualTo("CLP05 0.00 ≠ PR-1 10.00: off by -10.00");
        assertThat(Balance.of(claim).balanced()).isTrue();
    }

    @Test
    void positiveProviderAdjustmentTakesMoneyAway() {
        RemittanceBalance balance = new RemittanceBalance(header("T1", "75.50"));
        balance.add(claim("1", "100", "100", line("A", "100", "100")));

        RemittanceVerdict verdict = balance.close(List.of(
                new ProviderAdjustment("P", "20261231", "WO", "X", Money.of("30")),
                new ProviderAdjustment("P", "20261231", "L6", "", Money.of("-5.50"))));

        assertThat(verdict.balanced()).isTrue();
        assertThat(verdict.transaction().inWords())
                .isEqualTo("Σ CLP04 of 1 claim 100.00 + PLB L6 5.50 − PLB WO 30.00 = BPR02 75.50: balanced");
    }

    @Test
    void paymentOffByOneCentIsBroken() {
        RemittanceBalance balance = new RemittanceBalance(header("T1", "100.01"));
        balance.add(claim("1", "100", "100", line("A", "100", "100")));

        RemittanceVerdict verdict = balance.close(List.of());

        assertThat(verdict.balanced()).isFalse();
        assertThat(verdict.broken()).containsExactly(verdict.transaction());
        assertThat(verdict.transaction().difference()).isEqualTo(Money.of("-0.01"));
    }

    @Test
    void summaryOfProviderMustBeTheChargesOfItsClaims() {
        RemittanceBalance balance = new RemittanceBalance(header("T1", "180"));
        balance.summary(Optional.of(new ProviderSummary("P", "11", "20261231", 1, Money.of("100"), List.of())));
        balance.add(claim("1", "100", "100"));
        balance.summary(Optional.of(new ProviderSummary("Q", "11", "20261231", 1, Money.of("81"), List.of())));
        balance.add(claim("1", "80", "80"));

        RemittanceVerdict verdict = balance.close(List.of());

        assertThat(verdict.summaries()).extracting(BalanceProof::balanced).containsExactly(true, false);
        assertThat(verdict.broken()).extracting(BalanceProof::subject).containsExactly("provider Q");
    }

    @Test
    void brokenProofsAreCountedBeyondThoseKept() {
        RemittanceBalance balance = new RemittanceBalance(header("T1", "150"));
        for (int i = 0; i < 150; i++) {
            balance.add(claim("1", "2", "1"));
        }

        RemittanceVerdict verdict = balance.close(List.of());

        assertThat(verdict.brokenCount()).isEqualTo(150);
        assertThat(verdict.broken()).hasSize(RemittanceBalance.MOST_BROKEN_KEPT);
    }

    /** The quick verdict is the careful one, and one cent anywhere tips it. */
    @Test
    void oneCentAnywhereInBalancedClaimIsFound() {
        Random random = new Random(45);
        for (int round = 0; round < 500; round++) {
            long a = random.nextInt(50_000);
            long b = random.nextInt(50_000);
            long c = random.nextInt(50_000);
            LinePayment first = line("A", cents(a + b), cents(a), "CO-45 " + cents(b));
            LinePayment second = line("B", cents(c), cents(c));
            ClaimPayment good = claim("1", cents(a + b + c), cents(a + c), first, second);
            assertThat(Balance.holds(good)).isTrue();
            assertThat(Balance.of(good).balanced()).isTrue();

            List<ClaimPayment> tipped = List.of(
                    claim("1", cents(a + b + c + 1), cents(a + c), first, second),
                    claim("1", cents(a + b + c), cents(a + c - 1), first, second),
                    claim("1", cents(a + b + c), cents(a + c), line("A", cents(a + b), cents(a)), second),
                    claim("1", cents(a + b + c), cents(a + c), first, line("B", cents(c), cents(c + 1))));
            for (ClaimPayment bad : b == 0 ? tipped.subList(0, 2) : tipped) {
                assertThat(Balance.holds(bad)).isFalse();
                assertThat(Balance.of(bad).balanced()).isFalse();
            }
        }
    }

    private static String cents(long cents) {
        return new Money(cents).toString();
    }
}
