package org.clearlane.pipeline.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.judgement.Outcome;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.clearlane.pipeline.correction.Corrections.Opened;
import org.clearlane.pipeline.correction.Corrections.Order;
import org.clearlane.pipeline.correction.Corrections.Sent;
import org.clearlane.pipeline.correction.Corrections.Shown;
import org.clearlane.store.ledger.CorrectionLedger.Person;
import org.clearlane.transactions.correction.ClaimText;
import org.clearlane.transactions.correction.SegmentChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Towns.class)
class CorrectionsTest {

    private static final Person BEA = new Person("usr_bea", "Bea");

    private Town town;

    @BeforeEach
    void found(Towns.Founder founder) {
        town = founder.found(new ScriptedPayer());
    }

    private Order correction(String number) {
        return new Order(town.own("lakeside"), newest(number), CorrectionKind.CORRECTION, "");
    }

    private Order about(String number, CorrectionKind kind, String payersNumber) {
        return new Order(town.own("lakeside"), newest(number), kind, payersNumber);
    }

    private String newest(String number) {
        return town.one(
                "select max(id) from claims where practice_id = ? and patient_control_number = ?",
                town.own("lakeside"),
                number);
    }

    private ClaimDraft draft(Order order) {
        return ((Opened.Draft) town.corrections().open(order).orElseThrow()).draft();
    }

    private static SegmentChange value(ClaimText text, String segment, int element, String value) {
        int at = text.find(each -> each.id(text.delimiters()).equals(segment));
        return new SegmentChange.Value(at, element, 1, value);
    }

    private String send(Order order, SegmentChange... changes) {
        Sent sent =
                town.corrections().send(order, List.of(changes), BEA, tx -> {}).orElseThrow();
        assertThat(sent).isInstanceOf(Sent.Done.class);
        String file = ((Sent.Done) sent).fileId();
        town.judge(file);
        return file;
    }

    private String open(String claimId) {
        return town.one("select reason from open_refusals where claim_id = ? and closed_at is null", claimId);
    }

    @Test
    void aRefusedClaimIsCorrectedInOneElementAndAccepted() {
        // The charge is not the sum of the lines: 100 and 32.
        town.submit("lakeside", changed(town.file().claim("LFC-1", 132).bytes(), "CLM*LFC-1*132", "CLM*LFC-1*131"));
        String first = newest("LFC-1");
        assertThat(town.state("LFC-1")).isEqualTo("REJECTED_CLAIM");
        assertThat(open(first)).contains("total charge");
        ClaimDraft draft = draft(correction("LFC-1"));
        assertThat(draft.now().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(draft.now().findings()).first().satisfies(pointed -> {
            assertThat(pointed.finding().code()).isEqualTo("claim.charge.sum");
            assertThat(draft.base().segments().get(pointed.segment()).text()).startsWith("CLM*LFC-1*131*");
        });
        SegmentChange change = value(draft.base(), "CLM", 2, "132");

        Shown shown =
                town.corrections().show(correction("LFC-1"), List.of(change)).orElseThrow();
        String file = send(correction("LFC-1"), change);

        assertThat(shown).isInstanceOfSatisfying(Shown.Preview.class, preview -> {
            assertThat(preview.verdict().outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(preview.changes()).hasSize(1);
        });
        assertThat(town.states("lakeside", "LFC-1")).containsExactly("REJECTED_CLAIM", "QUEUED");
        assertThat(town.one("select door from files where id = ?", file)).isEqualTo("console");
        String sent = town.kept(town.one("select archive_key from files where id = ?", file));
        assertThat(sent).contains("CLM*LFC-1*132***11:B:1*Y*A*Y*Y~", "NM1*41*2*THE PRACTICE*****46*");
        assertThat(open(first)).isNull();
    }

    /** LFC-1 over 132 dollars has gone to northwind, which took it and called it so. */
    private void sent(String answer) {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());
        town.batch("northwind");
        town.send("northwind", town.newestInterchange("northwind"));
        town.answer("northwind", answer);
    }

    @Test
    void aHeldClaimIsCorrectedUnderTheSameKeyAndHeldNoLonger() {
        town.submit("lakeside", town.file().payer("NOSUCH").claim("LFC-1", 132).bytes());
        assertThat(town.state("LFC-1")).isEqualTo("HELD");
        Order order = correction("LFC-1");
        ClaimText base = draft(order).base();
        int payer = -1;
        for (int i = 0; i < base.segments().size(); i++) {
            payer = base.segments().get(i).text().startsWith("NM1*PR*") ? i : payer;
        }

        send(order, new SegmentChange.Value(payer, 9, 1, town.payerCode("northwind")));

        assertThat(town.states("lakeside", "LFC-1")).containsExactly("REJECTED_CLAIM", "QUEUED");
        assertThat(open(order.claimId())).isNull();
    }

    @Test
    void aHeldClaimSentAgainAsItIsIsNoDuplicateOfItself() {
        town.submit("lakeside", town.file().payer("NOSUCH").claim("LFC-1", 132).bytes());

        assertThat(draft(correction("LFC-1")).now().outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void aClaimRefusedAsADuplicateIsRefusedAgainAsLongAsItIsOne() {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());
        town.submit("lakeside", town.file().control(2).claim("LFC-1", 132).bytes());

        assertThat(draft(correction("LFC-1")).now().findings())
                .anyMatch(each -> each.finding().code().equals("claim.duplicate"));
        assertThat(town.corrections()
                        .send(correction("LFC-1"), List.of(), BEA, tx -> {})
                        .orElseThrow())
                .isInstanceOf(Sent.Not.class);
        assertThat(town.states("lakeside", "LFC-1")).containsExactly("QUEUED", "REJECTED_CLAIM");
    }

    @Test
    void aClaimGoesOnAsOneOtherAndThatOneAsAThird() {
        town.submit("lakeside", changed(town.file().claim("LFC-1", 132).bytes(), "CLM*LFC-1*132", "CLM*LFC-1*131"));
        Order first = correction("LFC-1");
        // Held this time: nobody knows the payer.
        ClaimText base = draft(first).base();
        int payer = -1;
        for (int i = 0; i < base.segments().size(); i++) {
            payer = base.segments().get(i).text().startsWith("NM1*PR*") ? i : payer;
        }
        send(first, value(base, "CLM", 2, "132"), new SegmentChange.Value(payer, 9, 1, "NOSUCH"));
        Order second = correction("LFC-1");
        send(second, new SegmentChange.Value(payer, 9, 1, town.payerCode("northwind")));

        assertThat(town.states("lakeside", "LFC-1")).containsExactly("REJECTED_CLAIM", "REJECTED_CLAIM", "QUEUED");
        assertThat(town.corrections().open(first).orElseThrow())
                .isInstanceOfSatisfying(
                        Opened.Refused.class,
                        refused -> assertThat(refused.why().why()).contains("handed in again already"));
        assertThat(town.all(
                        "select claim_id from claim_corrections where practice_id = ? order by made_at, id",
                        town.own("lakeside")))
                .containsExactly(first.claimId(), second.claimId());
    }

    @Test
    void anotherPracticeHasNoSuchClaim() {
        town.submit("lakeside", changed(town.file().claim("LFC-1", 132).bytes(), "CLM*LFC-1*132", "CLM*LFC-1*131"));
        Order theirs = new Order(town.own("harbor"), newest("LFC-1"), CorrectionKind.CORRECTION, "");

        assertThat(town.corrections().open(theirs)).isEmpty();
        assertThat(town.corrections().send(theirs, List.of(), BEA, tx -> {})).isEmpty();
    }

    @Test
    void aPaidClaimIsReplacedUnderThePayersNumberOfTheFirst() {
        sent(remittance());
        assertThat(town.state("LFC-1")).isIn("PAID", "PARTLY_PAID");
        String payersNumber = town.one(
                "select payer_control_number from claim_payments where claim_id = ? and posted", newest("LFC-1"));
        assertThat(payersNumber).isNotEmpty();
        Order order = about("LFC-1", CorrectionKind.REPLACEMENT, "");

        String file = send(order, value(draft(order).base(), "HI", 1, "ABK"));

        String text = town.kept(town.one("select archive_key from files where id = ?", file));
        assertThat(text).contains("CLM*LFC-1*132***11:B:7*Y*A*Y*Y~", "REF*F8*" + payersNumber + "~");
        assertThat(town.states("lakeside", "LFC-1").getLast()).isEqualTo("QUEUED");
        assertThat(town.corrections().open(correction("LFC-1")).orElseThrow()).isInstanceOf(Opened.Refused.class);
    }

    @Test
    void aVoidGoesOutAsEverythingWasWithFrequencyEight() {
        sent(remittance());
        Order order = about("LFC-1", CorrectionKind.VOID, "THEIRS-1");
        ClaimText before = draft(order).original();

        String file = send(order);

        String text = town.kept(town.one("select archive_key from files where id = ?", file));
        assertThat(text).contains("CLM*LFC-1*132***11:B:8*Y*A*Y*Y~", "REF*F8*THEIRS-1~");
        before.segments().stream()
                .filter(segment -> !segment.text().startsWith("CLM*"))
                .forEach(segment -> assertThat(text).contains(segment.text() + "~"));
    }

    @Test
    void aPayersNumberThatIsNotKnownIsAskedFor() {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());
        town.all("select id from claims");
        town.ledger()
                .run(tx -> org.clearlane.store.Sql.update(
                        tx.connection(), "update claims set state = 'PAYER_ACCEPTED' where id = ?", newest("LFC-1")));

        assertThat(town.corrections()
                        .open(about("LFC-1", CorrectionKind.VOID, ""))
                        .orElseThrow())
                .isInstanceOf(Opened.NumberWanted.class);
        assertThat(town.corrections()
                        .open(about("LFC-1", CorrectionKind.VOID, "A*B"))
                        .orElseThrow())
                .isInstanceOf(Opened.Refused.class);
    }

    private String remittance() {
        return new org.clearlane.pipeline.PayerRemittance(town.payerCode("northwind"), "T" + town.own("s"))
                .corrects("LFC-1", 132)
                .text();
    }

    private static final Person TOM = new Person("usr_tom", "Tom");

    private List<String> claims(String prefix) {
        return town.all(
                "select id from claims where practice_id = ? and patient_control_number like ? order by id",
                town.own("lakeside"),
                prefix + "%");
    }

    /** Three claims whose CLM08 says neither yes nor no, and one that has another mistake besides. */
    private List<String> fourRefused() {
        byte[] bytes = town.file()
                .claim("BLK-1", 132)
                .claim("BLK-2", 133)
                .claim("BLK-3", 134)
                .claim("BLK-4", 135)
                .withoutDiagnoses()
                .bytes();
        town.submit("lakeside", changed(bytes, "*Y*A*Y*Y", "*Y*A*Q*Y"));
        assertThat(claims("BLK")).hasSize(4);
        return claims("BLK");
    }

    private String proposal(List<String> claims, String value) {
        String code = town.one("select code from open_refusals where claim_id = ?", claims.getFirst());
        return town.corrections()
                .inBulk()
                .propose(
                        town.own("lakeside"),
                        new org.clearlane.store.ledger.BulkLedger.Wish("VALUE", code, "CLM08", value),
                        claims,
                        BEA,
                        (tx, id) -> {});
    }

    @Test
    void manyClaimsAreShownOneByOneAndThoseThatPassGoOutInOneFile() {
        String id = proposal(fourRefused(), "Y");
        BulkCorrections bulk = town.corrections().inBulk();

        BulkPreview preview = bulk.preview(town.own("lakeside"), id).orElseThrow();

        assertThat(preview.going()).isEqualTo(3);
        assertThat(preview.goingCharge()).hasToString("399.00");
        assertThat(preview.staying()).hasSize(1);
        assertThat(bulk.confirm(town.own("lakeside"), id, "4", BEA, tx -> {}).orElseThrow())
                .isInstanceOf(BulkCorrections.Confirmed.Not.class);
        assertThat(town.one("select count(*)::text from claim_corrections where bulk_id = ?", id))
                .isEqualTo("0");
        assertThat(bulk.confirm(town.own("harbor"), id, "3", BEA, tx -> {})).isEmpty();
        assertThat(bulk.confirm(town.own("lakeside"), id, "3", BEA, tx -> {}).orElseThrow())
                .isInstanceOfSatisfying(BulkCorrections.Confirmed.Sent.class, sent -> {
                    assertThat(sent.fileIds()).hasSize(1);
                    town.judge(sent.fileIds().getFirst());
                });
        assertThat(town.all(
                        "select state from claims where practice_id = ? and patient_control_number like 'BLK%' order by id",
                        town.own("lakeside")))
                .containsExactly(
                        "REJECTED_CLAIM",
                        "REJECTED_CLAIM",
                        "REJECTED_CLAIM",
                        "REJECTED_CLAIM",
                        "QUEUED",
                        "QUEUED",
                        "QUEUED");
        assertThat(bulk.confirm(town.own("lakeside"), id, "3", BEA, tx -> {}).orElseThrow())
                .isInstanceOf(BulkCorrections.Confirmed.Not.class);
    }

    @Test
    void aboveALimitSomebodyElseHasToConfirm() {
        String id = proposal(fourRefused(), "Y");
        BulkCorrections strict = town.corrections().inBulk(2);

        assertThat(strict.preview(town.own("lakeside"), id).orElseThrow().secondPerson())
                .isTrue();
        assertThat(strict.confirm(town.own("lakeside"), id, "3", BEA, tx -> {}).orElseThrow())
                .isInstanceOfSatisfying(
                        BulkCorrections.Confirmed.Not.class,
                        not -> assertThat(not.why().why()).contains("second person"));
        assertThat(town.one("select count(*)::text from claim_corrections where bulk_id = ?", id))
                .isEqualTo("0");
        assertThat(strict.confirm(town.own("lakeside"), id, "3", TOM, tx -> {}).orElseThrow())
                .isInstanceOf(BulkCorrections.Confirmed.Sent.class);
    }

    @Test
    void aWithdrawnProposalIsNotSent() {
        String id = proposal(fourRefused(), "Y");
        BulkCorrections bulk = town.corrections().inBulk();

        assertThat(bulk.withdraw(town.own("lakeside"), id, TOM, tx -> {})).isTrue();

        assertThat(bulk.confirm(town.own("lakeside"), id, "3", BEA, tx -> {}).orElseThrow())
                .isInstanceOf(BulkCorrections.Confirmed.Not.class);
        assertThat(bulk.withdraw(town.own("lakeside"), id, TOM, tx -> {})).isFalse();
    }

    private static byte[] changed(byte[] file, String from, String to) {
        String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
