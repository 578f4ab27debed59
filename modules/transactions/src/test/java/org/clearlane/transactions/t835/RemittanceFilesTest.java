package org.clearlane.transactions.t835;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.transactions.t835.RemittanceReaderTest.HEAD;
import static org.clearlane.transactions.t835.RemittanceReaderTest.codes;
import static org.clearlane.transactions.t835.RemittanceReaderTest.only;
import static org.clearlane.transactions.t835.Remittances.read;
import static org.clearlane.transactions.t835.Remittances.set;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files that hold more, less or other than one good 835. */
class RemittanceFilesTest {

    @Test
    void tellsWrongTrailerButCountsTheSetAsWhole() {
        String text = new String(set(HEAD), StandardCharsets.ISO_8859_1).replace("SE*6*0009", "SE*9*0010");

        RemittanceDocument document = read(text).documents().getFirst();

        assertThat(document.end().isWhole()).isTrue();
        assertThat(document.end().isCountRight()).isFalse();
        assertThat(document.end().segmentsSaid()).isEqualTo(9);
        assertThat(document.end().segmentsCounted()).isEqualTo(6);
        assertThat(document.end().controlNumberRight()).isFalse();
        assertThat(document.isReadable()).isTrue();
    }

    @Test
    void setWithoutTrailerIsNotReadable() {
        String text = new String(set(HEAD), StandardCharsets.ISO_8859_1).replace("SE*6*0009~", "");

        RemittanceDocument document = read(text).documents().getFirst();

        assertThat(document.end().isWhole()).isFalse();
        assertThat(document.isReadable()).isFalse();
        assertThat(codes(document.findings())).containsExactly("remittance.trailer.missing");
    }

    @Test
    void readsSeveralInterchangesWithSeparatorsOfTheirOwn() {
        String one = new String(set(HEAD + "CLP*A1*1*1*1**12*I"), StandardCharsets.ISO_8859_1);
        String other = one.replace('*', '|')
                .replace(':', '^')
                .replace("|^|00501", "|U|00501")
                .replace("A1", "B1");

        RemittanceFile file = read("\u00ef\u00bb\u00bf" + one + "\r\n" + other);

        assertThat(file.documents()).hasSize(2);
        assertThat(file.documents().get(1).claims().getFirst().patientControlNumber())
                .isEqualTo("B1");
        assertThat(file.documents().get(1).head().delimiters().element()).isEqualTo((byte) '|');
    }

    @Test
    void passesOverOtherSetsAndSaysSo() {
        String text = new String(set(HEAD), StandardCharsets.ISO_8859_1)
                .replace("ST*835*0009~", "ST*999*0001~AK1*HC*1~CLP*X~SE*4*0001~ST*835*0009~");

        RemittanceFile file = read(text);

        assertThat(file.documents()).hasSize(1);
        assertThat(codes(file.findings())).containsExactly("remittance.set.foreign");
    }

    @Test
    void readsPaymentThoughItsStIsMissing() {
        String text =
                new String(set(HEAD + "CLP*A1*1*1*1**12*I"), StandardCharsets.ISO_8859_1).replace("ST*835*0009~", "");

        RemittanceFile file = read(text);

        assertThat(file.documents().getFirst().claims()).hasSize(1);
        assertThat(codes(file.findings())).containsExactly("remittance.segment.outside");
    }

    @Test
    void saysThatFileIsNoInterchange() {
        RemittanceFile file = read("patient,amount\r\nDoe,12.00\r\n");

        assertThat(file.documents()).isEmpty();
        assertThat(codes(file.findings())).containsExactly("remittance.interchange.missing");
    }

    @Test
    void keepsSegmentsBehindPlbThoughTheyDoNotBelongThere() {
        RemittanceDocument document = only(HEAD + "PLB*P*20261231*WO*1\nREF*ZZ*LOST");

        assertThat(document.end().segments()).contains("REF*ZZ*LOST");
        assertThat(codes(document.findings())).containsExactly("remittance.segment.misplaced");
    }

    @Test
    void claimOfAnyLengthStaysWithinMemoryAndIsTold() {
        StringBuilder body = new StringBuilder(HEAD).append("CLP*A1*1*1*1**12*I\n");
        for (int i = 0; i < ClaimBuilder.MOST_SEGMENTS + 5; i++) {
            body.append("REF*EA*1\n");
        }
        RemittanceDocument document = only(body.toString());

        assertThat(document.claims().getFirst().segments()).hasSize(ClaimBuilder.MOST_SEGMENTS);
        assertThat(codes(document.findings())).containsExactly("remittance.claim.long");
    }
}
