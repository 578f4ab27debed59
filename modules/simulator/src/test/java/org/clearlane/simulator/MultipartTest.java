package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MultipartTest {

    private static Multipart read(String type, String body) {
        return Multipart.read(type, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void fieldNamesAreReadInAnyCaseWithOrWithoutQuotes() {
        Multipart form = read(
                "multipart/form-data; charset=utf-8; Boundary=\"a b\"",
                "preamble\r\n--a b\r\ncontent-disposition: form-data; NAME=PAYLOADID\r\nContent-Type: text/plain\r\n\r\n id \r\n--a b--");
        assertThat(form.text("PayloadID")).isEqualTo("id");
    }

    @Test
    void fileNameIsNotTheFieldName() {
        Multipart form = read(
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; filename=\"x.edi\"; name=\"Payload\"\r\n\r\nISA\r\n--b--\r\n");
        assertThat(form.text("Payload")).isEqualTo("ISA");
    }

    @Test
    void bareLineFeedsWillDo() {
        Multipart form = read(
                "multipart/form-data; boundary=b", "--b\nContent-Disposition: form-data; name=\"A\"\n\none\n--b--\n");
        assertThat(form.text("A")).isEqualTo("one");
    }

    @Test
    void bytesOfAPayloadAreKeptToTheLast() {
        byte[] payload = new byte[300];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) i;
        }
        payload[298] = '\r';
        payload[299] = '\n';
        byte[] body = new Multipart().with("Payload", payload).with("A", "x").write("b");
        Multipart form = Multipart.read("multipart/form-data; boundary=b", body);
        assertThat(form.bytes("Payload")).isEqualTo(payload);
        assertThat(form.text("A")).isEqualTo("x");
    }

    @Test
    void emptyFieldsAndMissingFieldsAreEmpty() {
        Multipart form = Multipart.read(
                "multipart/form-data; boundary=b", new Multipart().with("A", "").write("b"));
        assertThat(form.text("A")).isEmpty();
        assertThat(form.text("B")).isEmpty();
        assertThat(form.bytes("B")).isNull();
    }

    @Test
    void bodyWithoutBoundaryIsNoForm() {
        assertThat(read("text/plain", "hello")).isNull();
        assertThat(read(null, "hello")).isNull();
    }

    @Test
    void bodyThatBreaksOffAnywhereDoesNotThrow() {
        byte[] body = new Multipart().with("A", "one").with("B", "two").write("b");
        for (int length = 0; length <= body.length; length++) {
            assertThat(Multipart.read("multipart/form-data; boundary=b", java.util.Arrays.copyOf(body, length)))
                    .isNotNull();
        }
    }
}
