package org.clearlane.connections;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * A {@code multipart/form-data} body (RFC 7578) as CORE writes it: one part a field, the payload last and streamed from
 * its file.
 */
final class MultipartForm {

    private static final String CRLF = "\r\n";

    private final String boundary = "clearlane-" + UUID.randomUUID();
    private final SequencedMap<String, String> fields;
    private final Optional<Path> payload;

    MultipartForm(SequencedMap<String, String> fields, Optional<Path> payload) {
        this.fields = fields;
        this.payload = payload;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** @throws Failure when the payload's file is not there */
    BodyPublisher body() {
        StringBuilder head = new StringBuilder();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            head.append(partHead(field.getKey())).append(field.getValue()).append(CRLF);
        }
        String end = "--" + boundary + "--" + CRLF;
        if (payload.isEmpty()) {
            return BodyPublishers.ofString(head + end);
        }
        try {
            return BodyPublishers.concat(
                    bytes(head + partHead("Payload")), BodyPublishers.ofFile(payload.get()), bytes(CRLF + end));
        } catch (FileNotFoundException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the kept bytes are not there", e);
        }
    }

    private String partHead(String name) {
        return "--" + boundary + CRLF + "Content-Disposition: form-data; name=\"" + name + "\"" + CRLF + CRLF;
    }

    private static BodyPublisher bytes(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
