package org.clearlane.pipeline.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.pipeline.PayerRemittance;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the ledger keeps of a payment beside its money, and which money counts once, later, or because somebody said so. */
@ExtendWith(Towns.class)
class SameMoneyOnceTest {

    private final ScriptedPayer connection = new ScriptedPayer();
    private Town town;

    /** LFC-1 and LFC-2 of one practice and HP-1 of another have been sent. */
    @BeforeEach
    void sendAnInterchange(Towns.Founder founder) {
        town = founder.found(connection);
        town.submit(
                "lakeside", town.file().claim("LFC-1", 132).claim("LFC-2", 75).bytes());
        town.submit("harbor", town.harborFile().claim("HP-1", 60).bytes());
        town.batch("northwind");
        town.send("northwind", town.newestInterchange("northwind"));
    }

    private PayerRemittance remittance(String trace) {
        return new PayerRemittance(town.payerCode("northwind"), trace);
    }

    private String post(PayerRemittance remittance) {
        return town.answer("northwind", remittance.text());
    }

    /** State, difference and problem of the remittances under this trace. */
    private List<String> standing(String trace) {
        return town.all(
                """
                select concat_ws(' ', state, difference_cents, problem) from remittances
                where payer_id = ? and trace = ? order by id""",
                town.own("northwind"),
                trace);
    }

    /** What the ledger says of the claim: its state, what it was paid, what its patient owes. */
    private String money(String number) {
        return town.one(
                "select concat_ws(' ', state, paid_cents, patient_cents) from claims where id = ?",
                town.claimId(number));
    }

    private List<String> parts(String trace) {
        return town.all(
                """
                select part || ' ' || amount_cents from remittance_parts
                where remittance_id in (select id from remittances where payer_id = ? and trace = ?) order by part""",
                town.own("northwind"),
                trace);
    }

    @Test
    void countsAnUnbalancedPaymentWhereSomebodyDecidedSoAndWritesDownWho() {
        town.allowUnbalanced("R. Roe", "the payer rounds");

        post(remittance("EFT1").pays("LFC-1", 132).off("1.00"));

        assertThat(standing("EFT1")).containsExactly("POSTED -100");
        assertThat(money("LFC-1")).isEqualTo("PAID 11200 0");
        assertThat(parts("EFT1")).containsExactly(town.own("lakeside") + " 11200", "unallocated 100");
        assertThat(town.work("northwind")).singleElement().asString().startsWith("UNMATCHED_PAYMENT era_");
        assertThat(town.one(
                        """
                        select concat_ws(' ', e.kind, e.actor, e.reason, e.detail) from remittance_events e
                        join remittances r on r.id = e.remittance_id where r.payer_id = ?""",
                        town.own("northwind")))
                .isEqualTo("UNBALANCED_ALLOWED R. Roe the payer rounds decided 2026-09-01; 1 balances do not hold, "
                        + "the first: TRANSACTION off by -1.00");
    }

    @Test
    void saysWhichLineOfTheClaimEachLineIsAboutAndHowSureThatIs() {
        String text = remittance("EFT1").pays("LFC-1", 132).text();
        town.answer("northwind", text.replace("REF*6R*LFC-1-2~", ""));

        assertThat(town.all(
                        """
                        select concat_ws(' ', l.ordinal, l.claim_line, l.matched_by, l.confidence)
                        from line_payments l join claim_payments c on c.id = l.claim_payment_id
                        where c.claim_id = ? order by l.ordinal""",
                        town.claimId("LFC-1")))
                .containsExactly("1 1 CONTROL_NUMBER HIGH", "2 2 PLACE_AND_PROCEDURE HIGH");
    }

    @Test
    void holdsTheSameClaimsUnderAnotherTraceForAPerson() {
        post(remittance("EFT1").pays("LFC-1", 132));
        post(remittance("EFT2").pays("LFC-1", 132).control(906));

        assertThat(standing("EFT2")).singleElement().asString().contains("DUPLICATE", "the very same claims as era_");
        assertThat(money("LFC-1")).isEqualTo("PAID 11200 0");
        assertThat(town.mail("lakeside", "835")).hasSize(1);
        assertThat(town.work("northwind")).singleElement().asString().startsWith("UNBALANCED_REMITTANCE era_");
    }

    @Test
    void countsAClaimOnceThatComesAgainAmongOthers() {
        post(remittance("EFT1").pays("LFC-1", 132));
        post(remittance("EFT2").pays("LFC-1", 132).pays("LFC-2", 75));

        assertThat(standing("EFT2")).containsExactly("POSTED 0");
        assertThat(money("LFC-1")).isEqualTo("PAID 11200 0");
        assertThat(money("LFC-2")).isEqualTo("PAID 5500 0");
        assertThat(town.work("northwind")).singleElement().asString().startsWith("DUPLICATE_PAYMENT era_");
    }

    @Test
    void putsMoneyThatFitsNoClaimOnTheWorklistOfThePracticeItWasPaidTo() {
        String answer = post(
                remittance("EFT1").payee("1234567893", "").pays("LFC-1", 132).pays("NOBODY-1", 90));

        assertThat(town.one("select practice_id from worklist where subject = ?", answer + " 2"))
                .isEqualTo(town.own("lakeside"));
    }

    @Test
    void tellsOfAReversalWhosePaymentNeverCameUntilItComes() {
        post(remittance("EFT2")
                .pays("LFC-2", 75)
                .reverses("LFC-1", 132)
                .providerAdjustment("1234567893", "FB", "-112"));
        assertThat(town.work("northwind")).containsExactly("OPEN_REVERSAL " + town.claimId("LFC-1"));

        post(remittance("EFT1").pays("LFC-1", 132));

        assertThat(town.work("northwind")).isEmpty();
        assertThat(money("LFC-1")).isEqualTo("REVERSED 0 0");
    }

    @Test
    void namesTheClaimThatAProviderAdjustmentIsAbout() {
        post(remittance("EFT1").pays("LFC-1", 132));
        post(remittance("EFT2").pays("LFC-2", 75).providerAdjustment("9999999999", "WO:PAYERSLFC-1", "12.00"));

        assertThat(town.all(
                        "select claim_id from provider_adjustments where identifier = 'PAYERSLFC-1' and claim_id = ?",
                        town.claimId("LFC-1")))
                .hasSize(1);
    }

    @Test
    void keepsTheBalancesOfAPaymentAsArithmetic() {
        post(remittance("EFT1").pays("LFC-1", 132).providerAdjustment("1234567893", "L6", "-0.42"));

        assertThat(town.all(
                        """
                        select concat_ws(' ', b.level, b.arithmetic) from remittance_balances b
                        join remittances r on r.id = b.remittance_id where r.payer_id = ? and r.trace = 'EFT1'""",
                        town.own("northwind")))
                .containsExactly("TRANSACTION Σ CLP04 of 1 claim 112.00 + PLB L6 0.42 = BPR02 112.42: balanced");
    }

    /** Original, reversal and correction in all six orders, each of them sent twice: one end. */
    @Test
    void comesToTheSameInAnyOrderAndHoweverOftenEachComes() {
        String numbers = "ABCDEF";
        var file = town.file().control(7);
        for (int i = 0; i < numbers.length(); i++) {
            file.claim("ORD-" + numbers.charAt(i), 132);
        }
        town.submit("lakeside", file.bytes());
        town.batch("northwind");
        town.send("northwind", town.newestInterchange("northwind"));
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int i = 0; i < orders.length; i++) {
            String number = "ORD-" + numbers.charAt(i);
            List<PayerRemittance> three = List.of(
                    remittance("O" + i).pays(number, 132),
                    remittance("R" + i).reverses(number, 132).providerAdjustment("1234567893", "FB", "-112"),
                    remittance("C" + i).corrects(number, 132));
            for (int which : orders[i]) {
                post(three.get(which));
                post(three.get(which).control(906));
            }

            assertThat(money(number)).as("order %d", i).isEqualTo("PAID 10200 1000");
        }
    }
}
