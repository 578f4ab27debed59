package org.clearlane.pipeline.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.model.connection.Handover;
import org.clearlane.pipeline.PayerRemittance;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Towns.class)
class PostRemittancesTest {

    private static final String HARBOR_NPI = "2000000218";

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

    @Test
    void paysAClaimAndTellsThePractice() {
        PayerRemittance remittance = remittance("EFT1").pays("LFC-1", 132);

        post(remittance);

        assertThat(standing("EFT1")).containsExactly("POSTED 0");
        assertThat(money("LFC-1")).isEqualTo("PAID 11200 0");
        assertThat(town.events("LFC-1")).endsWith("SENT PAID 835 CLP02 1 paid 112.00");
        assertThat(town.mail("lakeside", "835")).singleElement().satisfies(part -> assertThat(part)
                .contains("BPR*I*112*C*ACH*", "TRN*1*EFT1*1", remittance.claimText(0)));
        assertThat(town.mail("lakeside", "CSV")).singleElement().satisfies(table -> assertThat(table)
                .contains("LFC-1", "112.00", "20.00"));
        assertThat(town.mail("harbor", "835")).isEmpty();
        assertThat(town.work("northwind")).isEmpty();
    }

    @Test
    void tellsPaidInPartFromDenied() {
        post(remittance("EFT1").paysInPart("LFC-1", 132).denies("LFC-2", 75));

        assertThat(money("LFC-1")).isEqualTo("PARTLY_PAID 8000 0");
        assertThat(money("LFC-2")).isEqualTo("DENIED 0 0");
    }

    @Test
    void keepsLinesAndAdjustmentsOfEachClaim() {
        post(remittance("EFT1").pays("LFC-1", 132));

        assertThat(town.all(
                        """
                        select concat_ws(' ', l.procedure, l.charge_cents, l.paid_cents, l.line_control_number)
                        from line_payments l join claim_payments c on c.id = l.claim_payment_id
                        where c.claim_id = ? order by l.ordinal""",
                        town.claimId("LFC-1")))
                .containsExactly("99213 10000 8000 LFC-1-1", "85025 3200 3200 LFC-1-2");
        assertThat(town.all(
                        """
                        select concat_ws(' ', a.line_ordinal, a.group_code, a.reason, a.amount_cents)
                        from adjustments a join claim_payments c on c.id = a.claim_payment_id where c.claim_id = ?""",
                        town.claimId("LFC-1")))
                .containsExactly("1 CO 45 2000");
    }

    @Test
    void namesAPaymentThatComesAgainAndPostsNothingTwice() {
        PayerRemittance remittance = remittance("EFT1").pays("LFC-1", 132);
        post(remittance);

        post(remittance);
        post(remittance.control(906));

        assertThat(standing("EFT1")).containsExactly("POSTED 0", "DUPLICATE 0");
        assertThat(town.one(
                        """
                        select count(*) from remittances a join remittances b on b.id = a.duplicate_of
                        where a.payer_id = ? and a.trace = b.trace and b.state = 'POSTED'""",
                        town.own("northwind")))
                .isEqualTo("1");
        assertThat(money("LFC-1")).isEqualTo("PAID 11200 0");
        assertThat(town.mail("lakeside", "835")).hasSize(1);
        assertThat(town.work("northwind")).isEmpty();
    }

    @Test
    void showsAPaymentOfTheSameTraceAndAmountAboutOtherClaims() {
        post(remittance("EFT1").pays("LFC-1", 132).pays("LFC-2", 75));
        post(remittance("EFT1").pays("LFC-1", 132).off("55").control(906));

        assertThat(standing("EFT1")).hasSize(2).first().isEqualTo("POSTED 0");
        assertThat(standing("EFT1").get(1)).doesNotStartWith("POSTED");
        assertThat(town.work("northwind")).hasSize(1);
        assertThat(money("LFC-1")).isEqualTo("PAID 11200 0");
    }

    @Test
    void holdsAPaymentWholeThatDoesNotAddUpAndSaysByHowMuch() {
        post(remittance("EFT1").pays("LFC-1", 132).pays("LFC-2", 75).off("1.00"));

        assertThat(standing("EFT1")).singleElement().asString().startsWith("UNBALANCED 100 out of balance by 1.00");
        assertThat(money("LFC-1")).isEqualTo("SENT 0 0");
        assertThat(money("LFC-2")).isEqualTo("SENT 0 0");
        assertThat(town.mail("lakeside", "835")).isEmpty();
        assertThat(town.work("northwind")).singleElement().asString().startsWith("UNBALANCED_REMITTANCE era_");
    }

    @Test
    void holdsAPaymentWholeOfWhichOneLineDoesNotAddUp() {
        String text = remittance("EFT1").pays("LFC-1", 132).pays("LFC-2", 75).text();

        town.answer("northwind", text.replace("CAS*CO*45*20~REF*6R*LFC-2-1", "CAS*CO*45*19~REF*6R*LFC-2-1"));

        assertThat(standing("EFT1")).singleElement().asString().startsWith("UNBALANCED 100 ");
        assertThat(money("LFC-1")).isEqualTo("SENT 0 0");
    }

    @Test
    void postsTheRightPaymentBehindOneThatWasHeld() {
        post(remittance("EFT1").pays("LFC-1", 132).off("1.00"));
        post(remittance("EFT1").pays("LFC-1", 132).control(906));

        assertThat(standing("EFT1")).hasSize(2).last().isEqualTo("POSTED 0");
        assertThat(money("LFC-1")).isEqualTo("PAID 11200 0");
    }

    @Test
    void holdsAPaymentWhoseAmountCannotBeRead() {
        String text = remittance("EFT1").pays("LFC-1", 132).text();

        town.answer("northwind", text.replace("BPR*I*112*", "BPR*I*1e2*"));

        assertThat(standing("EFT1")).singleElement().asString().startsWith("UNREADABLE");
        assertThat(money("LFC-1")).isEqualTo("SENT 0 0");
        assertThat(town.work("northwind")).hasSize(1);
    }

    @Test
    void keepsMoneyInSightForAClaimThatNobodySent() {
        String answer = post(remittance("EFT1").pays("LFC-1", 132).pays("NOBODY-1", 90));

        assertThat(standing("EFT1")).containsExactly("POSTED 0");
        assertThat(money("LFC-1")).isEqualTo("PAID 11200 0");
        assertThat(town.work("northwind")).contains("UNMATCHED_PAYMENT " + answer + " 2");
        assertThat(town.one("select amount_cents from worklist where subject = ?", answer + " 2"))
                .isEqualTo("7000");
        assertThat(town.all("select outcome from claim_payments where patient_control_number = 'NOBODY-1'"))
                .isNotEmpty()
                .doesNotContain("paid");
    }

    @Test
    void keepsMoneyInSightThatBelongsToNoPracticeWeKnow() {
        post(remittance("EFT1").payee("2000000119", "990000099").pays("NOBODY-1", 90));

        assertThat(parts("EFT1")).containsExactly("unallocated 7000");
        assertThat(town.work("northwind")).anyMatch(work -> work.startsWith("UNMATCHED_PAYMENT era_"));
        assertThat(town.mail("lakeside", "835")).isEmpty();
    }

    @Test
    void paysNoClaimOfAnotherPayer() {
        town.answer(
                "blue",
                new PayerRemittance(town.payerCode("blue"), "EFT1")
                        .pays("LFC-1", 132)
                        .text());

        assertThat(money("LFC-1")).isEqualTo("SENT 0 0");
        assertThat(town.work("blue")).isNotEmpty();
    }

    @Test
    void takesBackAndPaysAgain() {
        post(remittance("EFT1").pays("LFC-1", 132));
        post(remittance("EFT2").reverses("LFC-1", 132).corrects("LFC-1", 132));

        assertThat(standing("EFT2")).containsExactly("POSTED 0");
        assertThat(money("LFC-1")).isEqualTo("PAID 10200 1000");
        assertThat(town.events("LFC-1"))
                .endsWith("PAID REVERSED 835 CLP02 22 paid -112.00", "REVERSED PAID 835 CLP02 1 paid 102.00");
    }

    @Test
    void comesToTheSameWhenTheCorrectionStandsBeforeTheReversal() {
        post(remittance("EFT1").pays("LFC-1", 132));
        post(remittance("EFT2").corrects("LFC-1", 132).reverses("LFC-1", 132));

        assertThat(standing("EFT2")).containsExactly("POSTED 0");
        assertThat(money("LFC-1")).isEqualTo("PAID 10200 1000");
    }

    @Test
    void comesToTheSameWhenTheReversalOvertakesThePayment() {
        post(remittance("EFT2")
                .pays("LFC-2", 75)
                .reverses("LFC-1", 132)
                .corrects("LFC-1", 132)
                .off("0"));
        post(remittance("EFT1").pays("LFC-1", 132));

        assertThat(town.one("select paid_cents from claims where id = ?", town.claimId("LFC-1")))
                .isEqualTo("10200");
        assertThat(town.state("LFC-1")).isEqualTo("PAID");
    }

    @Test
    void sharesOnePaymentAmongPracticesToTheCent() {
        // The payee has the one practice's NPI and the other's tax number, as a group that pays for both has.
        PayerRemittance remittance = remittance("EFT1")
                .payee("1234567893", "990000002")
                .pays("LFC-1", 132)
                .pays("HP-1", 60)
                .pays("LFC-2", 75)
                .providerAdjustment(HARBOR_NPI, "WO:OLD1", "15.00")
                .providerAdjustment("1234567893", "L6:LATE", "-0.42");

        post(remittance);

        // 112 + 40 + 55 paid, 15.00 taken back from one practice, 0.42 interest for the other: 192.42 in all.
        assertThat(town.one("select amount_cents from remittances where payer_id = ?", town.own("northwind")))
                .isEqualTo("19242");
        assertThat(parts("EFT1")).containsExactly(town.own("harbor") + " 2500", town.own("lakeside") + " 16742");
        assertThat(town.mail("lakeside", "835")).singleElement().satisfies(part -> assertThat(part)
                .contains(
                        "BPR*I*167.42*",
                        remittance.claimText(0),
                        remittance.claimText(2),
                        "PLB*1234567893*20261231*L6:LATE*-0.42~")
                .doesNotContain("HP-1", HARBOR_NPI));
        assertThat(town.mail("harbor", "835")).singleElement().satisfies(part -> assertThat(part)
                .contains("BPR*I*25*", remittance.claimText(1), "WO:OLD1")
                .doesNotContain("LFC-"));
        assertThat(town.mail("harbor", "CSV"))
                .singleElement()
                .satisfies(table -> assertThat(table).contains("HP-1").doesNotContain("LFC-"));
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
    void takesMoneyAsProofThatThePayerHasWhatNobodyKnewItHad() {
        connection.delivers(new Handover.Unknown("no reply"));
        String unknown = town.submitAndBatch(
                "northwind", town.file().control(2).claim("LOST-1", 90).bytes());
        town.send("northwind", unknown);

        post(remittance("EFT1").pays("LOST-1", 90));

        assertThat(town.events("LOST-1"))
                .endsWith("UNKNOWN_OUTCOME SENT sent ISA13 2", "SENT PAID 835 CLP02 1 paid 70.00");
        assertThat(town.one("select state from outbound_interchanges where id = ?", unknown))
                .isEqualTo("SENT");
    }

    @Test
    void paysAClaimThatThePayerHadRejected() {
        town.answer("northwind", town.ta1(1, "R", "006"));

        post(remittance("EFT1").pays("LFC-1", 132));

        assertThat(town.events("LFC-1"))
                .endsWith("SENT REJECTED_999 TA1 R 006", "REJECTED_999 PAID 835 CLP02 1 paid 112.00");
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
