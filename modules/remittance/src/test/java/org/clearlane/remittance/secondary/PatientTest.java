package org.clearlane.remittance.secondary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.clearlane.model.Money;
import org.clearlane.remittance.secondary.PatientBalance.PayerShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a patient owes, as a table: charge, paid at the visit, then each payer's {@code paid/patient's share/written off}. */
class PatientTest {

    private static final long SEED = 45;

    private static PayerShare share(String text) {
        if (text.equals("open")) {
            return new PayerShare("Plan", false, Money.ZERO, Money.ZERO, Money.ZERO);
        }
        String[] amounts = text.split("/");
        return new PayerShare("Plan", true, Money.of(amounts[0]), Money.of(amounts[1]), Money.of(amounts[2]));
    }

    @ParameterizedTest
    @CsvSource({
        "200.00,  0.00, 150.00/10.00/40.00,                  10.00, true",
        "200.00, 10.00, 150.00/10.00/40.00,                   0.00, true",
        "200.00, 25.00, 150.00/10.00/40.00,                   0.00, true",
        "200.00,  0.00, 150.00/10.00/40.00 open,              0.00, false",
        "200.00,  0.00, 150.00/10.00/40.00 8.00/2.00/0.00,    2.00, true",
        "200.00,  0.00, open,                                 0.00, false",
        "200.00,  0.00, 0.00/200.00/0.00,                   200.00, true"
    })
    void owesWhatTheLastPayerLeavesLessWhatWasPaidAtTheVisit(
            String charge, String visit, String payers, String owed, boolean settled) {
        PatientBalance balance = PatientBalance.of(
                Money.of(charge),
                Money.of(visit),
                Arrays.stream(payers.split(" ")).map(PatientTest::share).toList());

        assertThat(balance.owed()).hasToString(owed);
        assertThat(balance.settled()).isEqualTo(settled);
    }

    @Test
    void isToldInSentences() {
        assertThat(PatientBalance.of(Money.of("200.00"), Money.of("25.00"), List.of(share("150.00/10.00/40.00")))
                        .explanation())
                .containsExactly(
                        "The practice charged 200.00.",
                        "Plan paid 150.00. Its contract lets 40.00 not be charged to you. It leaves 10.00 to you.",
                        "You have paid 25.00 at the visit.",
                        "You have paid 15.00 more than you owe; the practice owes it to you.");
    }

    @Test
    void lastInstallmentTakesTheRemainderAndMonthsKeepTheirDay() {
        assertThat(PaymentPlan.of(Money.of("100.00"), 3, LocalDate.of(2026, 1, 31))
                        .installments())
                .extracting(each -> each.number() + " " + each.due() + " " + each.amount())
                .containsExactly("1 2026-01-31 33.33", "2 2026-02-28 33.33", "3 2026-03-31 33.34");
    }

    @Test
    void planAddsUpToTheCent() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            int count = 1 + random.nextInt(PaymentPlan.MOST_INSTALLMENTS);
            Money balance = new Money(count + random.nextInt(1_000_000));

            List<PaymentPlan.Installment> all =
                    PaymentPlan.of(balance, count, LocalDate.of(2026, 3, 1)).installments();

            assertThat(all.stream().map(PaymentPlan.Installment::amount).reduce(Money.ZERO, Money::plus))
                    .as("seed " + SEED + " round " + round)
                    .isEqualTo(balance);
            assertThat(all).hasSize(count).allMatch(each -> each.amount().cents() > 0);
        }
    }

    @Test
    void refusesAPlanOfNothingOrOfLessThanACentEach() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThatThrownBy(() -> PaymentPlan.of(Money.of("0.02"), 3, day)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PaymentPlan.of(Money.of("5.00"), 0, day)).isInstanceOf(IllegalArgumentException.class);
    }
}
