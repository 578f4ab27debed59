package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.ClaimPayment;
import org.junit.jupiter.api.Test;

class ClaimMoneyPropertyTest {

    @Test
    void sumAndStateDoNotDependOnOrderOrRepeats() {
        Random random = new Random(22);
        for (int round = 0; round < 2_000; round++) {
            List<PostedPayment> postings = history(random);
            ClaimMoney inOrder = ClaimMoney.of(postings);
            for (int shuffle = 0; shuffle < 5; shuffle++) {
                List<PostedPayment> other = new ArrayList<>(postings);
                other.add(postings.get(random.nextInt(postings.size())));
                Collections.shuffle(other, random);
                assertThat(ClaimMoney.of(other)).isEqualTo(inOrder);
            }
        }
    }

    /** Payments, some of them taken back, some reversals without their payment. */
    private static List<PostedPayment> history(Random random) {
        List<PostedPayment> postings = new ArrayList<>();
        int payments = 1 + random.nextInt(4);
        for (int i = 0; i < payments; i++) {
            int paid = random.nextInt(3) * 40;
            String rest = Integer.toString(100 - paid);
            String reason = List.of("CO-45 ", "CO-197 ", "PR-1 ").get(random.nextInt(3));
            ClaimPayment payment = Payments.claim(
                    "1", "100", Integer.toString(paid), Payments.line("A", "100", "" + paid, reason + rest));
            postings.add(PostedPayment.of("era_" + i, 1, payment));
            if (random.nextBoolean()) {
                ClaimPayment reversal = Payments.claim(
                        "22",
                        "-100",
                        paid == 0 ? "0" : "-" + paid,
                        Payments.line("A", "-100", paid == 0 ? "0" : "-" + paid, reason + "-" + rest));
                postings.add(PostedPayment.of("era_r" + i, 1, reversal));
                if (random.nextInt(5) == 0) {
                    postings.remove(postings.size() - 2);
                }
            }
        }
        return postings;
    }

    @Test
    void reversalAndCorrectionLeaveTheMoneyOfTheCorrection() {
        ClaimMoney money = ClaimMoney.of(List.of(
                PostedPayment.of(
                        "era_1", 1, Payments.claim("1", "200", "150", Payments.line("A", "200", "150", "PR-1 50"))),
                PostedPayment.of(
                        "era_2",
                        1,
                        Payments.claim("22", "-200", "-150", Payments.line("A", "-200", "-150", "PR-1 -50"))),
                PostedPayment.of(
                        "era_2", 2, Payments.claim("1", "200", "170", Payments.line("A", "200", "170", "CO-45 30")))));

        assertThat(money)
                .isEqualTo(new ClaimMoney(
                        Money.of("170"), Money.ZERO, Money.of("30"), Money.ZERO, 1, 0, Optional.of(ClaimState.PAID)));
    }

    @Test
    void reversalWithoutItsPaymentIsOpen() {
        ClaimMoney money = ClaimMoney.of(List.of(PostedPayment.of("era_2", 1, Payments.claim("22", "-200", "-150"))));

        assertThat(money.openReversals()).isEqualTo(1);
        assertThat(money.state()).contains(ClaimState.REVERSED);
        assertThat(money.paid()).isEqualTo(Money.of("-150"));
    }
}
