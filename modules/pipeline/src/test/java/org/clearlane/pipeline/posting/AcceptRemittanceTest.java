package org.clearlane.pipeline.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.pipeline.PayerRemittance;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.clearlane.pipeline.posting.AcceptRemittance.Word;
import org.clearlane.pipeline.posting.Acceptance.Accepted;
import org.clearlane.pipeline.posting.Acceptance.Refused;
import org.clearlane.pipeline.posting.Acceptance.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A held payment counts by a person's word, whole and once. */
@ExtendWith(Towns.class)
class AcceptRemittanceTest {

    private Town town;

    @BeforeEach
    void sendAnInterchange(Towns.Founder founder) {
        town = founder.found(new ScriptedPayer());
        town.submit(
                "lakeside", town.file().claim("LFC-1", 132).claim("LFC-2", 75).bytes());
        town.submit("harbor", town.harborFile().claim("HP-1", 60).bytes());
        town.batch("northwind");
        town.send("northwind", town.newestInterchange("northwind"));
    }

    private PayerRemittance remittance(String trace) {
        return new PayerRemittance(town.payerCode("northwind"), trace);
    }

    private String held(PayerRemittance remittance) {
        town.answer("northwind", remittance.text());
        return town.one(
                "select max(id) from remittances where payer_id = ? and state = 'UNBALANCED'", town.own("northwind"));
    }

    private Acceptance accept(String id, String difference, String reason, String practice) {
        return town.ledger().transact(tx -> town.accepting()
                .accept(
                        tx,
                        new Word(
                                id,
                                Money.of(difference),
                                reason,
                                "usr_1",
                                practice == null ? null : town.own(practice))));
    }

    private Why whyNot(String id, String difference, String reason, String practice) {
        return ((Refused) accept(id, difference, reason, practice)).why();
    }

    private String standing(String id) {
        return town.one("select concat_ws(' ', state, difference_cents) from remittances where id = ?", id);
    }

    private String paid(String practice, String number) {
        return town.one(
                "select concat_ws(' ', state, paid_cents) from claims where practice_id = ? and patient_control_number = ?",
                town.own(practice),
                number);
    }

    @Test
    void postsTheWholePaymentAndLeavesTheRestToNobody() {
        String held =
                held(remittance("EFT1").pays("LFC-1", 132).denies("LFC-2", 75).off("1.00"));

        Accepted accepted = (Accepted) accept(held, "1.00", "The payer's letter of 24 November explains it.", null);

        assertThat(standing(held)).isEqualTo("ACCEPTED 100");
        assertThat(standing(accepted.remittanceId())).isEqualTo("POSTED -100");
        assertThat(paid("lakeside", "LFC-1")).isEqualTo("PAID 11200");
        assertThat(paid("lakeside", "LFC-2")).isEqualTo("DENIED 0");
        assertThat(town.all(
                        "select concat_ws(' ', part, amount_cents) from remittance_parts where remittance_id = ? order by part",
                        accepted.remittanceId()))
                .containsExactlyInAnyOrder(town.own("lakeside") + " 11200", "unallocated 100");
        assertThat(town.mail("lakeside", "835")).hasSize(1);
        assertThat(town.work("northwind")).containsExactly("UNMATCHED_PAYMENT " + accepted.remittanceId());
        assertThat(town.all(
                        """
                        select concat_ws(' ', kind, actor, reason) from remittance_events
                        where remittance_id in (?, ?) order by kind""",
                        held,
                        accepted.remittanceId()))
                .containsExactly(
                        "ACCEPTED usr_1 The payer's letter of 24 November explains it.",
                        "UNBALANCED_ALLOWED usr_1 The payer's letter of 24 November explains it.");
    }

    @Test
    void leavesWhatWasHeldAsItWas() {
        String held = held(remittance("EFT1").pays("LFC-1", 132).off("-2.50"));
        List<String> before = rowsOf(held);

        accept(held, "2.50", "known to the payer", null);

        assertThat(before).hasSize(1);
        assertThat(rowsOf(held)).isEqualTo(before);
    }

    private List<String> rowsOf(String id) {
        return town.all("select claim_payments::text from claim_payments where remittance_id = ? order by id", id);
    }

    @Test
    void acceptsOnceOnly() {
        String held = held(remittance("EFT1").pays("LFC-1", 132).off("1.00"));
        accept(held, "1.00", "known to the payer", null);

        assertThat(whyNot(held, "1.00", "once more", null)).isEqualTo(Why.NOT_HELD);
        assertThat(paid("lakeside", "LFC-1")).isEqualTo("PAID 11200");
        assertThat(town.mail("lakeside", "835")).hasSize(1);
    }

    @Test
    void asksForTheDifferenceToTheCentAndForAReason() {
        String held = held(remittance("EFT1").pays("LFC-1", 132).off("1.00"));

        assertThat(whyNot(held, "0.99", "known to the payer", null)).isEqualTo(Why.OTHER_DIFFERENCE);
        assertThat(whyNot(held, "1.00", "  ", null)).isEqualTo(Why.NO_REASON);
        assertThat(whyNot("era_nothing", "1.00", "known to the payer", null)).isEqualTo(Why.NOT_THERE);
        assertThat(standing(held)).isEqualTo("UNBALANCED 100");
        assertThat(accept(held, "-1.00", "with its sign", null)).isInstanceOf(Accepted.class);
    }

    @Test
    void letsAPracticeDecideAboutItsOwnMoneyOnly() {
        String both = held(remittance("EFT1")
                .payee("1234567893", "990000002")
                .pays("LFC-1", 132)
                .pays("HP-1", 60)
                .off("1.00"));
        String own = held(remittance("EFT2").pays("LFC-2", 75).off("1.00").control(906));

        assertThat(whyNot(both, "1.00", "known to the payer", "lakeside")).isEqualTo(Why.NOT_THEIRS_ALONE);
        assertThat(whyNot(own, "1.00", "known to the payer", "harbor")).isEqualTo(Why.NOT_THEIRS_ALONE);
        assertThat(accept(own, "1.00", "known to the payer", "lakeside")).isInstanceOf(Accepted.class);
        assertThat(paid("lakeside", "LFC-1")).isEqualTo("SENT 0");
    }

    @Test
    void doesNotCountMoneyTwiceThatThePayerSentAgainInOrder() {
        PayerRemittance off = remittance("EFT1").pays("LFC-1", 132).off("1.00");
        String held = held(off);
        // The same trace and the same amount, now explained by a provider adjustment.
        town.answer(
                "northwind",
                remittance("EFT1")
                        .pays("LFC-1", 132)
                        .providerAdjustment("1234567893", "L6", "-1")
                        .control(906)
                        .text());

        assertThat(whyNot(held, "1.00", "known to the payer", null)).isEqualTo(Why.KNOWN_MEANWHILE);
        assertThat(paid("lakeside", "LFC-1")).isEqualTo("PAID 11200");
    }

    @Test
    void holdsWhatThePayerSendsAgainAfterwards() {
        String held = held(remittance("EFT1").pays("LFC-1", 132).off("1.00"));
        accept(held, "1.00", "known to the payer", null);

        town.answer(
                "northwind",
                remittance("EFT1").pays("LFC-1", 132).off("1.00").control(907).text());

        assertThat(town.all("select state from remittances where payer_id = ? order by id", town.own("northwind")))
                .containsExactly("ACCEPTED", "POSTED", "DUPLICATE");
    }

    @Test
    void acceptsTheSecondOfTwoPaymentsInOneAnswer() {
        String first = remittance("EFT1").pays("LFC-1", 132).text();
        String second = remittance("EFT2").pays("LFC-2", 75).off("1.00").text();
        String set = second.substring(second.indexOf("ST*835"), second.indexOf("GE*"))
                .replace("0001", "0002");
        town.answer("northwind", first.replaceFirst("GE\\*1", set.replace("$", "") + "GE*2"));
        String held = town.one(
                "select id from remittances where payer_id = ? and state = 'UNBALANCED'", town.own("northwind"));

        Accepted accepted = (Accepted) accept(held, "1.00", "known to the payer", null);

        assertThat(town.one("select trace from remittances where id = ?", accepted.remittanceId()))
                .isEqualTo("EFT2");
        assertThat(paid("lakeside", "LFC-2")).isEqualTo("PAID 5500");
        assertThat(town.mail("lakeside", "835")).hasSize(2);
        assertThat(town.all(
                        "select own_cents from practice_remittances where practice_id = ? order by remittance_id",
                        town.own("lakeside")))
                .containsExactly("11200", "5500", "5500");
    }
}
