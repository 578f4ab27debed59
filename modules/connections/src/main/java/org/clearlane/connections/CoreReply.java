package org.clearlane.connections;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearlane.connections.MultipartReader.Form;
import org.clearlane.connections.MultipartReader.Payload;

/**
 * The CORE envelope of a reply. It always has a PayloadType; what else it has is for the reader of each kind of reply
 * to ask.
 *
 * @param fields by name, whatever their case
 * @param payload where in the spooled reply the payload lies, or empty
 */
record CoreReply(Map<String, String> fields, Optional<Payload> payload) {

    private static final String SUCCESS = "Success";

    /**
     * @param spooled the whole body
     * @throws MalformedReply when it is no CORE envelope
     */
    static CoreReply read(Path spooled, String contentType) throws IOException {
        Form form;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(spooled), 64 * 1024)) {
            form = contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                    ? urlEncoded(in)
                    : MultipartReader.read(in, contentType);
        }
        CoreReply reply = new CoreReply(form.fields(), form.payload());
        if (reply.payloadType().isEmpty()) {
            throw new MalformedReply("the reply has no PayloadType");
        }
        return reply;
    }

    String payloadType() {
        return fields.getOrDefault("PayloadType", "");
    }

    String payloadId() {
        return fields.getOrDefault("PayloadID", "");
    }

    String errorCode() {
        return fields.getOrDefault("ErrorCode", "");
    }

    boolean isSuccess() {
        return errorCode().equalsIgnoreCase(SUCCESS) && !payloadType().equalsIgnoreCase("CoreEnvelopeError");
    }

    /** The payer says that there is no file of the kind asked for. */
    boolean saysNoneWaiting() {
        return payloadType().toLowerCase(Locale.ROOT).contains("nobatch")
                || errorCode().toLowerCase(Locale.ROOT).contains("nobatch");
    }

    /** Why the payload is not what the envelope says, for people; empty when it is. CORE demands both for a batch. */
    Optional<String> mistakeInPayload() {
        if (payload.isEmpty()) {
            return Optional.of("it has no payload");
        }
        String length = fields.getOrDefault("PayloadLength", "");
        if (!length.isEmpty() && !length.equals(Long.toString(payload.get().length()))) {
            return Optional.of("its length is not its PayloadLength");
        }
        String checkSum = fields.getOrDefault("CheckSum", "");
        if (!checkSum.equalsIgnoreCase(payload.get().sha1())) {
            return Optional.of(checkSum.isEmpty() ? "it has no CheckSum" : "its bytes do not match its CheckSum");
        }
        return Optional.empty();
    }

    private static Form urlEncoded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MultipartReader.LONGEST_FIELD_BYTES + 1);
        if (bytes.length > MultipartReader.LONGEST_FIELD_BYTES) {
            throw new MalformedReply("the reply is too long for a form");
        }
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String pair : new String(bytes, StandardCharsets.UTF_8).strip().split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1 || fields.size() == MultipartReader.MOST_PARTS) {
                throw new MalformedReply("the reply is no form");
            }
            try {
                String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                fields.put(
                        name,
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)
                                .strip());
            } catch (IllegalArgumentException e) {
                throw new MalformedReply("the reply is no form");
            }
        }
        return new Form(fields, Optional.empty());
    }
}
