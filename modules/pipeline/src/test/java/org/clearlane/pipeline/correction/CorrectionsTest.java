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

    private static byte[] changed(byte[] file, String from, String to) {
        String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
