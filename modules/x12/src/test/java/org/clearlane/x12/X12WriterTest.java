package org.clearlane.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class X12WriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final X12Writer writer = new X12Writer(out, Delimiters.USUAL);

    private String written() {
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void leavesOutWhatIsEmptyAtTheEnd() throws IOException {
        writer.segment("CLM", "P1", "100", null, "", X12Writer.composite("11", "B", "1", ""), "Y", null, "");
        assertThat(written()).isEqualTo("CLM*P1*100***11:B:1*Y~");
    }

    @Test
    void writesRepeatsOfComposites() throws IOException {
        writer.segment("HI", X12Writer.repeats(X12Writer.composite("A", "1"), X12Writer.composite("B", "2")));
        assertThat(written()).isEqualTo("HI*A:1^B:2~");
    }

    @Test
    void refusesWhatWouldReadBackDifferently() {
        for (String value : new String[] {"a*b", "a:b", "a^b", "a~b", "a\nb", "a\u0000b", "a\u20acb"}) {
            assertThatThrownBy(() -> writer.segment("NTE", "ADD", value))
                    .isInstanceOf(UnwritableValueException.class)
                    .hasMessageContaining("NTE02");
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void refusesRepeatsWhereNoSeparatorForThemIsDeclared() {
        X12Writer without = new X12Writer(out, new Delimiters((byte) '*', (byte) ':', Delimiters.NONE, (byte) '~'));
        assertThatThrownBy(() -> without.segment("DMG", X12Writer.repeats("A", "B")))
                .isInstanceOf(UnwritableValueException.class);
        assertThatThrownBy(() -> without.copy(Segment.of("DMG*A^B", Delimiters.USUAL)))
                .isInstanceOf(UnwritableValueException.class);
        assertThat(without.segmentCount()).isZero();
    }

    @Test
    void writesAnIsaOfItsFixedLength() throws IOException {
        writer.interchangeHeader(
                new String[] {"ZZ", "SENDER", "30", "RECEIVER"}, LocalDateTime.of(2026, 1, 5, 9, 7), 42, true, 'P');
        assertThat(written())
                .hasSize(106)
                .isEqualTo(
                        "ISA*00*          *00*          *ZZ*SENDER         *30*RECEIVER       *260105*0907*^*00501*000000042*1*P*:~");
        assertThatThrownBy(() -> writer.interchangeHeader(
                        new String[] {"ZZ", "A", "ZZ", "B"},
                        LocalDateTime.of(2026, 1, 5, 9, 7),
                        1_000_000_000L,
                        true,
                        'P'))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsTheSegmentsOfASetWhetherWrittenOrCopied() throws IOException {
        writer.segment("GS", "HC");
        writer.segment("ST", "837", "0001");
        writer.segment("BHT", "0019");
        assertThat(writer.segmentsInSet()).isEqualTo(3);
        writer.segment("SE", "3", "0001");
        writer.copy(Segment.of("ST*837*0002", Delimiters.USUAL));
        assertThat(writer.segmentsInSet()).isEqualTo(2);
        assertThat(writer.segmentCount()).isEqualTo(5);
    }

    @Test
    void putsItsOwnSeparatorsInPlaceOfOthers() throws IOException {
        writer.copy(Segment.of("SV1|HC>99213>25|100|UN|1|||1>2!3", Delimiters.of("|>!'")));
        assertThat(written()).isEqualTo("SV1*HC:99213:25*100*UN*1***1:2^3~");
    }

    @Test
    void refusesACopyWhoseValueHoldsOneOfItsSeparators() {
        for (String value : new String[] {"a*b", "a:b", "a^b", "a~b"}) {
            Segment theirs = Segment.of("NTE|ADD|" + value, Delimiters.of("|>!'"));
            assertThatThrownBy(() -> writer.copy(theirs)).isInstanceOf(UnwritableValueException.class);
        }
        assertThat(writer.segmentCount()).isZero();
    }

    @Test
    void declaresItsOwnSeparatorsInACopiedIsa() throws IOException {
        String theirs =
                "ISA|00|          |00|          |ZZ|SENDER         |ZZ|RECEIVER       |260105|1200|!|00501|000000001|0|T|>";
        writer.copy(Segment.of(theirs, Delimiters.of("|>!'")));
        assertThat(written()).endsWith("*^*00501*000000001*0*T*:~");
    }
}
