package org.clearlane.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read and written again is the same bytes. Each seed is named, so a failure can be run again alone. */
class X12RoundTripPropertyTest {

    private static final String SEPARATORS = "*|:>^~'!\u001d\u001c\n<{}";
    private static final String TEXT = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 abcxyz.,-/#$%&()";

    private static Delimiters delimiters(Random random) {
        while (true) {
            byte[] four = new byte[4];
            for (int i = 0; i < 4; i++) {
                four[i] = (byte) SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
            }
            if (four[0] != four[1]
                    && four[0] != four[2]
                    && four[0] != four[3]
                    && four[1] != four[2]
                    && four[1] != four[3]
                    && four[2] != four[3]
                    && four[0] != '\n'
                    && four[1] != '\n'
                    && four[2] != '\n') {
                return new Delimiters(four[0], four[1], four[2], four[3]);
            }
        }
    }

    private static String interchange(Random random, Delimiters d) {
        char e = (char) d.element();
        char t = (char) d.segment();
        StringBuilder text = new StringBuilder(
                        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105*1200*"
                                .replace('*', e))
                .append((char) d.repetition())
                .append("*00501*000000001*0*T*".replace('*', e))
                .append((char) d.component())
                .append(t);
        int segments = random.nextInt(400);
        for (int i = 0; i < segments; i++) {
            text.append("NM1");
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(e);
                for (int c = random.nextInt(40); c > 0; c--) {
                    int kind = random.nextInt(20);
                    text.append(
                            kind == 0
                                    ? (char) d.component()
                                    : kind == 1 ? (char) d.repetition() : TEXT.charAt(random.nextInt(TEXT.length())));
                }
            }
            text.append(t);
        }
        return text.append("IEA")
                .append(e)
                .append("1")
                .append(e)
                .append("000000001")
                .append(t)
                .toString();
    }

    private static byte[] copied(byte[] bytes, Delimiters ours) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(bytes))) {
            X12Writer writer = null;
            while (reader.next()) {
                Delimiters own = ours == null ? reader.delimiters() : ours;
                writer = writer == null || !writer.delimiters().equals(own) ? new X12Writer(out, own) : writer;
                writer.copy(reader.segment());
            }
            assertThat(reader.end()).isEqualTo(X12Reader.End.COMPLETE);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void writesWhatItReadByteForByte(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder file = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            file.append(interchange(random, delimiters(random)));
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(copied(bytes, null)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 9, 16, 25, 36, 49})
    void comesBackFromOtherSeparators(long seed) throws IOException {
        Random random = new Random(seed);
        Delimiters ours = Delimiters.USUAL;
        byte[] bytes = interchange(random, ours).getBytes(StandardCharsets.ISO_8859_1);
        Delimiters theirs = Delimiters.of("\u001d\u001f\u001e\u001c");
        byte[] there = copied(bytes, theirs);
        assertThat(there).isNotEqualTo(bytes).doesNotContain('*', ':', '^', '~');
        assertThat(copied(there, ours)).isEqualTo(bytes);
    }
}
