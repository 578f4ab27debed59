package org.clearlane.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X12ReaderTest {

    private static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*^*00501*000000001*0*T*:~";
    private static final String BODY =
            "GS*HC*S*R*20260105*1200*1*X*005010X222A1~ST*837*0001~SE*2*0001~GE*1*1~IEA*1*000000001~";

    private X12Reader reader;

    private List<String> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private List<String> read(InputStream in) throws IOException {
        List<String> segments = new ArrayList<>();
        reader = new X12Reader(in);
        while (reader.next()) {
            segments.add(reader.segment().toString());
        }
        return segments;
    }

    private static String[] ids(List<String> segments) {
        return segments.stream()
                .map(segment -> segment.split("[^A-Z0-9]", 2)[0])
                .toArray(String[]::new);
    }

    @Test
    void readsAPlainInterchange() throws IOException {
        assertThat(ids(read(ISA + BODY))).containsExactly("ISA", "GS", "ST", "SE", "GE", "IEA");
        assertThat(reader.end()).isEqualTo(X12Reader.End.COMPLETE);
        assertThat(reader.delimiters()).isEqualTo(Delimiters.USUAL);
        assertThat(reader.strayBytes()).isZero();
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(ids(read("\u00ef\u00bb\u00bf" + ISA + BODY)))
                .startsWith("ISA", "GS")
                .hasSize(6);
        assertThat(reader.strayBytes()).isEqualTo(3);
    }

    @Test
    void countsOffsetsFromTheFirstByteOfTheFile() throws IOException {
        reader = new X12Reader(new ByteArrayInputStream(
                ("\u00ef\u00bb\u00bf" + ISA + "\r\n" + BODY).getBytes(StandardCharsets.ISO_8859_1)));
        reader.next();
        assertThat(reader.segment().offset()).isEqualTo(3);
        reader.next();
        assertThat(reader.segment().offset()).isEqualTo(3 + 106 + 2);
        assertThat(reader.segment().ordinal()).isEqualTo(2);
        assertThat(reader.segment().elementOffset(1)).isEqualTo(3 + 106 + 2 + 3);
    }

    @Test
    void passesOverLineEndsBlanksAndPaddingBetweenSegments() throws IOException {
        String loose = (ISA + BODY).replace("~", "~\r\n   \t") + "\u0000\u0000\u001a";
        assertThat(read(loose)).isEqualTo(read(ISA + BODY));
        assertThat(reader.end()).isEqualTo(X12Reader.End.COMPLETE);
    }

    @Test
    void takesALineFeedForTerminatorWithIndentedAndEmptyLines() throws IOException {
        String lines = (ISA + BODY).replace("~", "\n").replace("\nST", "\n\n   ST");
        assertThat(ids(read(lines))).containsExactly("ISA", "GS", "ST", "SE", "GE", "IEA");
        assertThat(reader.delimiters().segment()).isEqualTo((byte) '\n');
    }

    @Test
    void takesACarriageReturnForTerminatorWhereLinesEndInBoth() throws IOException {
        String lines = (ISA + BODY).replace("~", "\r\n");
        assertThat(read(lines)).contains("ST*837*0001", "IEA*1*000000001").hasSize(6);
        assertThat(reader.delimiters().segment()).isEqualTo((byte) '\r');
    }

    @Test
    void handsOutAnEmptySegmentBetweenTwoTerminators() throws IOException {
        assertThat(read(ISA + BODY.replace("~ST", "~~ST"))).contains("").hasSize(7);
    }

    @Test
    void readsAnIsaThatIsNotPadded() throws IOException {
        String isa = "ISA*00**00**ZZ*S*ZZ*R*260105*1200*^*00501*000000001*0*T*>~";
        assertThat(read(isa + BODY)).hasSize(6).startsWith(isa.substring(0, isa.length() - 1));
        assertThat(reader.delimiters().component()).isEqualTo((byte) '>');
    }

    @ParameterizedTest
    @ValueSource(strings = {"U", "0", " ", "*", ":"})
    void knowsNoRepetitionSeparatorWhereIsa11IsNone(String isa11) throws IOException {
        read(ISA.replace("*^*", "*" + isa11 + "*") + BODY);
        assertThat(reader.delimiters().repetition()).isEqualTo(Delimiters.NONE);
    }

    @Test
    void readsATa1BeforeTheFirstGroup() throws IOException {
        assertThat(ids(read(ISA + "TA1*000000001*260105*1200*A*000~" + BODY))).startsWith("ISA", "TA1", "GS");
    }

    @Test
    void readsInterchangesWithSeparatorsOfTheirOwn() throws IOException {
        String other = (ISA + BODY).replace('*', '|').replace('~', '\'').replace(':', '<');
        List<String> segments = read(ISA + BODY + "\n" + other + ISA + BODY);
        assertThat(segments).hasSize(18).contains("ST*837*0001", "ST|837|0001");
        assertThat(reader.delimiters()).isEqualTo(Delimiters.USUAL);
    }

    @Test
    void passesOverWhatStandsBetweenInterchanges() throws IOException {
        String other = (ISA + BODY).replace('~', '\'');
        assertThat(ids(read(ISA + BODY + "\u00ef\u00bb\u00bf" + other + "bye, now")))
                .containsExactly("ISA", "GS", "ST", "SE", "GE", "IEA", "ISA", "GS", "ST", "SE", "GE", "IEA");
        assertThat(reader.strayBytes()).isEqualTo(3 + "bye, now".length());
        assertThat(reader.end()).isEqualTo(X12Reader.End.COMPLETE);
    }

    @Test
    void handsOutAGroupThatFollowsATrailerWithoutInterchange() throws IOException {
        assertThat(ids(read(ISA + BODY + BODY))).hasSize(11).endsWith("GS", "ST", "SE", "GE", "IEA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "ISA", "ISA*00*", "\u00ff\u00fe", "GS*HC~ST*837~"})
    void tellsThatThereIsNoInterchange(String text) throws IOException {
        assertThat(read(text)).isEmpty();
        assertThat(reader.end()).isEqualTo(X12Reader.End.NO_INTERCHANGE);
        assertThat(reader.strayBytes()).isLessThanOrEqualTo(text.length());
    }

    @Test
    void refusesLettersForSeparators() throws IOException {
        assertThat(read(ISA.replace("~", "") + BODY)).isEmpty();
        assertThat(reader.end()).isEqualTo(X12Reader.End.NO_INTERCHANGE);
    }

    @Test
    void handsOutTheSegmentInWhichTheFileBreaksOff() throws IOException {
        assertThat(read(ISA + "GS*HC*S*R\r\n")).endsWith("GS*HC*S*R");
        assertThat(reader.end()).isEqualTo(X12Reader.End.IN_A_SEGMENT);
        assertThat(reader.segment().element(3)).isEqualTo("R");
        assertThat(reader.segment().terminatorLength()).isZero();
    }

    @Test
    void bearsTruncationAtEveryByte() throws IOException {
        String whole = ISA + BODY;
        List<String> all = read(whole);
        for (int length = 0; length <= whole.length(); length++) {
            List<String> segments = read(whole.substring(0, length));
            assertThat(reader.end()).isNotEqualTo(X12Reader.End.NOT_REACHED);
            for (int i = 0; i + 1 < segments.size(); i++) {
                assertThat(segments.get(i)).isEqualTo(all.get(i));
            }
        }
    }

    @Test
    void readsTheSameFromAStreamThatYieldsOneByteAtATime() throws IOException {
        byte[] bytes = (ISA + BODY.replace("~", "~\r\n")).getBytes(StandardCharsets.ISO_8859_1);
        InputStream drop = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        };
        assertThat(read(drop)).isEqualTo(read(ISA + BODY));
    }

    @Test
    void readsSegmentsAcrossTheEdgeOfItsBuffer() throws IOException {
        StringBuilder text = new StringBuilder(ISA);
        List<String> expected = new ArrayList<>();
        expected.add(ISA.substring(0, ISA.length() - 1));
        for (int i = 0; text.length() < 400_000; i++) {
            String segment = "NTE*ADD*" + "x".repeat(i * 37 % 900) + i;
            expected.add(segment);
            text.append(segment).append('~');
        }
        String cut = "NTE*ADD*the end of it";
        expected.add(cut);
        assertThat(read(text + cut)).isEqualTo(expected);
        assertThat(reader.end()).isEqualTo(X12Reader.End.IN_A_SEGMENT);
        assertThat(reader.segment().element(2)).isEqualTo("the end of it");
    }

    @Test
    void endsAtASegmentThatIsTooLong() throws IOException {
        List<String> segments = read(ISA + "NTE*ADD*" + "x".repeat(X12Reader.LONGEST_SEGMENT + 70_000) + "~SE*2*1~");
        assertThat(segments.size()).isEqualTo(1);
        assertThat(reader.end()).isEqualTo(X12Reader.End.SEGMENT_TOO_LONG);
    }
}
