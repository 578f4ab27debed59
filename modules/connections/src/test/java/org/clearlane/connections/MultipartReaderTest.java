package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clearlane.connections.MultipartReader.Form;
import org.clearlane.connections.MultipartReader.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {

    private static final String TYPE = "multipart/form-data; boundary=AaB";
    private static final String WHOLE =
            part("PayloadType", "X12_BatchReceiptConfirmation") + part("Payload", "ISA*~\r\nIEA*~") + "--AaB--\r\n";

    @Test
    void readsFieldsAndTellsWhereThePayloadLies() throws IOException {
        Form form = read(WHOLE);
        assertThat(form.fields()).containsEntry("payloadtype", "X12_BatchReceiptConfirmation");
        assertThat(form.payload())
                .contains(new Payload(
                        WHOLE.indexOf("ISA"),
                        "ISA*~\r\nIEA*~".length(),
                        Outbound.hash("SHA-1", "ISA*~\r\nIEA*~".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void toleratesAPreambleAndAMissingLastLineBreak() throws IOException {
        Form form = read("some words\r\n" + WHOLE.strip());
        assertThat(form.fields()).hasSize(1);
    }

    @Test
    void acceptsAQuotedBoundary() throws IOException {
        assertThat(read(WHOLE, "Multipart/Form-Data; charset=utf-8; boundary=\"AaB\"")
                        .fields())
                .hasSize(1);
    }

    @Test
    void readsAnEmptyField() throws IOException {
        assertThat(read(part("ErrorMessage", "") + "--AaB--").fields()).containsEntry("ErrorMessage", "");
    }

    @Test
    void everyTruncationIsMalformedAndNothingWorse() {
        // The whole ends with its closing delimiter; only the line break behind that may be missing.
        for (int end = 0; end < WHOLE.length() - 2; end++) {
            String cut = WHOLE.substring(0, end);
            assertThatThrownBy(() -> read(cut)).as("cut at %d", end).isInstanceOf(MalformedReply.class);
        }
    }

    @Test
    void garbageIsMalformedAndNothingWorse() {
        Random random = new Random(837);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = WHOLE.getBytes(StandardCharsets.US_ASCII);
            for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Form form = MultipartReader.read(new ByteArrayInputStream(bytes), TYPE);
                assertThat(form.fields().size()).isLessThanOrEqualTo(2);
            } catch (MalformedReply expected) {
                assertThat(expected).hasMessageContaining("reply");
            } catch (IOException e) {
                throw new AssertionError("seed 837, round " + i, e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "application/json; boundary=AaB"
            })
    void refusesWhatIsNotMultipart(String contentType) {
        assertThatThrownBy(() -> read(WHOLE, contentType)).isInstanceOf(MalformedReply.class);
    }

    @Test
    void refusesTooManyParts() {
        String many = IntStream.range(0, 33).mapToObj(i -> part("f" + i, "x")).collect(Collectors.joining());
        assertThatThrownBy(() -> read(many + "--AaB--")).hasMessageContaining("32 parts");
    }

    @Test
    void refusesTheSameNameTwice() {
        assertThatThrownBy(() -> read(part("ErrorCode", "Success") + part("errorcode", "Failure") + "--AaB--"))
                .hasMessageContaining("one name");
    }

    @Test
    void refusesAFieldOrAHeadWithoutEnd() {
        assertThatThrownBy(() -> read(part("ErrorMessage", "x".repeat(70_000)) + "--AaB--"))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> read("--AaB\r\nX: " + "x".repeat(10_000) + "\r\n\r\n--AaB--"))
                .isInstanceOf(MalformedReply.class);
    }

    @Test
    void refusesAnEncodedPart() {
        assertThatThrownBy(() -> read("--AaB\r\nContent-Disposition: form-data; name=\"Payload\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\nSVNB\r\n--AaB--"))
                .hasMessageContaining("encoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n--Aa", "\r\n\r\n--A", "\r\r\n-", "\r\n--\r\n--AaA", "--AaB"})
    void aPayloadMayHoldWhatBeginsLikeADelimiter(String payload) throws IOException {
        Form form = read(part("Payload", payload) + "--AaB--");
        assertThat(form.payload().orElseThrow().sha1())
                .isEqualTo(Outbound.hash("SHA-1", payload.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(String name, String value) {
        return "--AaB\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static Form read(String text) throws IOException {
        return read(text, TYPE);
    }

    private static Form read(String text, String contentType) throws IOException {
        return MultipartReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), contentType);
    }
}
