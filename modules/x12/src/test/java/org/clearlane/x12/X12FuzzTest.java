package org.clearlane.x12;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reader and writer under whatever bytes a fuzzer finds. Without {@code JAZZER_FUZZ=1} the kept inputs are run again
 * ({@code src/test/resources}, one folder for each target); with it the fuzzer looks for new ones.
 */
class X12FuzzTest {

    /** The reader never throws, its places go up, and its elements lie inside the segment. */
    @FuzzTest(maxDuration = "2m")
    void readerBearsAnything(byte[] file) throws IOException {
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(file))) {
            long ordinal = 0;
            long offset = -1;
            while (reader.next()) {
                Segment segment = reader.segment();
                assertThat(segment.ordinal()).isEqualTo(++ordinal);
                assertThat(segment.offset()).isGreaterThan(offset);
                offset = segment.offset();
                assertThat(offset + segment.length()).isLessThanOrEqualTo(file.length);
                int before = segment.elementStart(0);
                for (int n = 1; n <= segment.elementCount(); n++) {
                    assertThat(segment.elementStart(n)).isGreaterThan(before);
                    assertThat(segment.elementEnd(n)).isGreaterThanOrEqualTo(segment.elementStart(n));
                    before = segment.elementStart(n);
                }
            }
            assertThat(reader.end()).isNotEqualTo(X12Reader.End.NOT_REACHED);
        }
    }

    /**
     * What was read is written again and reads the same. Not where an ISA itself is torn by a terminator: the blanks and
     * line ends inside it, which are not written, are what tells its separators.
     */
    @FuzzTest(maxDuration = "2m")
    void writerGivesBackWhatWasRead(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> read = new ArrayList<>();
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(file))) {
            X12Writer writer = null;
            while (reader.next()) {
                if (writer == null || !writer.delimiters().equals(reader.delimiters())) {
                    writer = new X12Writer(out, reader.delimiters());
                }
                if (reader.segment().is("ISA") && reader.segment().elementCount() != 16) {
                    return;
                }
                read.add(reader.segment().toString());
                writer.copy(reader.segment());
            }
        }
        List<String> again = new ArrayList<>();
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(out.toByteArray()))) {
            while (reader.next()) {
                again.add(reader.segment().toString());
            }
        }
        assertThat(again).isEqualTo(read);
    }

    /** A value either comes back as it was, or is refused before a byte is written. */
    @FuzzTest(maxDuration = "2m")
    void writerRefusesWhatWouldReadBackDifferently(FuzzedDataProvider data) throws IOException {
        byte[] marks = data.consumeBytes(4);
        Delimiters delimiters;
        try {
            delimiters = marks.length < 4 ? Delimiters.USUAL : new Delimiters(marks[0], marks[1], marks[2], marks[3]);
        } catch (IllegalArgumentException notDistinct) {
            return;
        }
        String first = data.consumeString(40);
        String second = data.consumeRemainingAsString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new X12Writer(out, delimiters).segment("NM1", first, second, "Z");
        } catch (UnwritableValueException refused) {
            assertThat(out.size()).isZero();
            return;
        }
        byte[] written = out.toByteArray();
        Segment segment =
                Segment.of(new String(written, 0, written.length - 1, StandardCharsets.ISO_8859_1), delimiters);
        assertThat(segment.element(1)).isEqualTo(first);
        assertThat(segment.element(2)).isEqualTo(second);
        assertThat(segment.element(3)).isEqualTo("Z");
    }
}
