package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.model.remittance.Remittance;
import org.junit.jupiter.api.Test;

class RemittancePrintTest {

    private static RemittanceKey key(String trace, String amount, ClaimPayment... claims) {
        RemittancePrint print = new RemittancePrint();
        List.of(claims).forEach(print::add);
        return RemittanceKey.of(Payments.header(trace, amount), print.value());
    }

    private static RemittanceStanding standing(String amount, RemittanceKey key, RemittanceKey... known) {
        RemittanceVerdict verdict = RemittanceBalance.of(
                new Remittance(Payments.header("T1", amount), List.of(Payments.claim("1", "10", "10")), List.of()));
        return RemittanceStanding.of(true, verdict, key, List.of(known), false);
    }

    private static final ClaimPayment CLAIM = Payments.claim("1", "10", "10");
    private static final ClaimPayment OTHER = Payments.claim("2", "10", "10");

    @Test
    void sameContentHasSamePrintAndOneCentAnother() {
        assertThat(key("T1", "10", CLAIM)).isEqualTo(key("T1", "10", CLAIM));
        assertThat(key("T1", "10", CLAIM).print())
                .isNotEqualTo(key("T1", "10", Payments.claim("1", "10", "9.99")).print());
        assertThat(key("T1", "10", CLAIM, CLAIM).print())
                .isNotEqualTo(key("T1", "10", CLAIM).print());
    }

    @Test
    void duplicateIsNamedEvenWhereItIsOutOfBalance() {
        assertThat(standing("11", key("T1", "11", CLAIM), key("T1", "11", CLAIM)))
                .isInstanceOf(RemittanceStanding.Duplicate.class);
    }

    @Test
    void otherTracePayerOrAmountIsAnotherPayment() {
        assertThat(standing("10", key("T1", "10", CLAIM), key("T2", "10", OTHER), key("T1", "10.01", CLAIM)))
                .isEqualTo(new RemittanceStanding.Good());
    }

    @Test
    void sameClaimsUnderAnotherTraceAreHeld() {
        RemittanceKey known = key("T2", "10", CLAIM);

        assertThat(standing("10", key("T1", "10", CLAIM), known))
                .isEqualTo(new RemittanceStanding.DuplicateUnderOtherTrace(known));
    }

    @Test
    void sameProviderAdjustmentsWithoutClaimsAreEveryday() {
        RemittanceVerdict verdict = RemittanceBalance.of(new Remittance(
                Payments.header("T2", "5"),
                List.of(),
                List.of(new ProviderAdjustment("P", "20261231", "CT", "", Money.of("-5")))));

        assertThat(RemittanceStanding.of(true, verdict, key("T2", "5"), List.of(key("T1", "5")), false))
                .isEqualTo(new RemittanceStanding.Good());
    }

    @Test
    void unreadablePaymentIsHeldThoughItsSumsHappenToMeet() {
        RemittanceVerdict verdict =
                RemittanceBalance.of(new Remittance(Payments.header("T1", "10"), List.of(CLAIM), List.of()));

        assertThat(verdict.balanced()).isTrue();
        assertThat(RemittanceStanding.of(false, verdict, key("T1", "10", CLAIM), List.of(), false))
                .isEqualTo(new RemittanceStanding.Unreadable());
    }

    @Test
    void differenceIsSaidWithoutSign() {
        assertThat(standing("10.25", key("T1", "10.25", CLAIM)))
                .isInstanceOfSatisfying(RemittanceStanding.OutOfBalance.class, off -> assertThat(off.by())
                        .isEqualTo(Money.of("0.25")));
    }
}
