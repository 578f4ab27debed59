package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentScannerTest {

    private static final String ISA =
            "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260301*0900*^*00501*000000001*0*P*:~";

    private static List<String> scan(InputStream in) throws IOException {
        List<String> segments = new ArrayList<>();
        try (SegmentScanner scanner = new SegmentScanner(in)) {
            while (scanner.next()) {
                StringBuilder text = new StringBuilder(scanner.element(0));
                for (int n = 1; n <= scanner.elementCount(); n++) {
                    text.append('|').append(scanner.element(n));
                }
                segments.add(text.toString());
            }
        }
        return segments;
    }

    private static List<String> scan(String text) throws IOException {
        return scan(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void skipsWhatStandsBeforeTheFirstInterchange() throws Exception {
        assertThat(scan("\u00ef\u00bb\u00bfSubject: ISAAC IS A man\r\n\r\n" + ISA + "\r\nCLM*1*2~\n\n"))
                .hasSize(2)
                .last()
                .isEqualTo("CLM|1|2");
    }

    @Test
    void takesTheSeparatorsOfEachInterchange() throws Exception {
        String other = ISA.replace('*', '|').replace('~', '\n');

        assertThat(scan(ISA + "CLM*1*2~IEA*1*1~" + other + "CLM|3~|4\nIEA|1|1\n"))
                .contains("CLM|1|2", "CLM|3~|4")
                .hasSize(6);
    }

    @Test
    void countsASegmentTheFileBreaksOffIn() throws Exception {
        assertThat(scan(ISA + "CLM*1*2~CLM*3*4")).last().isEqualTo("CLM|3|4");
    }

    @Test
    void findsNoSegmentWhereThereIsNoInterchange() throws Exception {
        assertThat(scan("CLM*1*2~ISA")).isEmpty();
    }

    @Test
    void readsAnInterchangeHeaderThatIsNotPadded() throws Exception {
        assertThat(scan("ISA*00**00**ZZ*A*ZZ*B*260301*0900*^*00501*000000001*0*P*:~CLM*1*2~"))
                .contains("CLM|1|2");
    }

    @Test
    void cutsTheSameWhereverTheBytesComeInPieces() throws Exception {
        StringBuilder text = new StringBuilder(ISA);
        for (int n = 0; n < 20_000; n++) {
            text.append("CLM*").append(n).append("*1~\r\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        InputStream dribble = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 7));
            }
        };

        assertThat(scan(dribble)).hasSize(20_001).last().isEqualTo("CLM|19999|1");
    }
}
