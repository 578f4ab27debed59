package org.clearlane.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * The batch half of CAQH CORE connectivity vC2.2.0, HTTP MIME side: what a payer replies to each form. Errors of the
 * envelope are values of ErrorCode, not HTTP errors.
 */
final class CoreService {

    private static final String RECEIPT = "X12_BatchReceiptConfirmation";
    private static final String NO_RESULTS = "X12_005010_Response_NoBatchResultsFile";
    private static final String ACK_RECEIVED = "X12_Response_ConfirmReceiptReceived";
    private static final String ERROR = "CoreEnvelopeError";
    private static final String SUCCESS = "Success";

    private final PayerSettings payer;
    private final SimulatedPayer house;
    private final Clock clock;

    CoreService(PayerSettings payer, SimulatedPayer house, Clock clock) {
        this.payer = payer;
        this.house = house;
        this.clock = clock;
    }

    /** What a form asks for. */
    enum Request {
        SUBMISSION,
        RECEIPT_INQUIRY,
        RESULTS,
        RESULTS_ACK,
        UNKNOWN;

        /** By PayloadType; several spellings are in use, so the telling part decides. */
        static Request of(String payloadType) {
            String type = payloadType.toLowerCase(Locale.ROOT);
            if (type.contains("batchsubmissionackretrieval")) {
                return RECEIPT_INQUIRY;
            }
            if (type.contains("batchresultsacksubmission")) {
                return RESULTS_ACK;
            }
            if (type.contains("batchresultsretrieval")) {
                return RESULTS;
            }
            return type.contains("837") || type.contains("999") || type.contains("ta1") ? SUBMISSION : UNKNOWN;
        }
    }

    Multipart reply(Multipart form) throws IOException {
        if (!same(form.text("UserName"), payer.user()) || !same(form.text("Password"), payer.password())) {
            return error(form, "UnAuthorized", "user name or password is wrong");
        }
        String payloadType = form.text("PayloadType");
        if (payloadType.isEmpty()) {
            return error(form, "PayloadTypeRequired", "PayloadType is missing");
        }
        return switch (Request.of(payloadType)) {
            case SUBMISSION -> submission(form);
            case RECEIPT_INQUIRY -> inquiry(form);
            case RESULTS -> results(form);
            case RESULTS_ACK -> acknowledged(form);
            case UNKNOWN -> error(form, "NotSupported", "this PayloadType is not taken here");
        };
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private Multipart submission(Multipart form) throws IOException {
        String id = form.text("PayloadID");
        byte[] payload = form.bytes("Payload");
        if (id.isEmpty()) {
            return error(form, "PayloadIDRequired", "PayloadID is missing");
        }
        if (payload == null || payload.length == 0) {
            return error(form, "PayloadRequired", "Payload is missing");
        }
        String checkSum = form.text("CheckSum");
        if (!checkSum.isEmpty() && !checkSum.equalsIgnoreCase(Draw.sha1Hex(payload))) {
            return error(form, "ChecksumMismatched", "CheckSum is not the SHA-1 of Payload");
        }
        String length = form.text("PayloadLength");
        if (!length.isEmpty() && !ClaimFileReader.isNumber(length, payload.length)) {
            return error(form, "PayloadLengthIllegal", "PayloadLength is not the length of Payload");
        }
        JournalLine line = house.submit(id, payload);
        return line == null
                ? error(form, "PayloadIDIllegal", "this PayloadID was used for another payload")
                : receipt(form, line);
    }

    private Multipart inquiry(Multipart form) {
        JournalLine known = house.journaled(form.text("PayloadID"));
        return known == null
                ? error(form, "PayloadIDUnknown", "no payload with this PayloadID was received")
                : receipt(form, known);
    }

    /** The receipt tells when the payload came first, so that asked again it is the same. */
    private Multipart receipt(Multipart form, JournalLine line) {
        return envelope(form, RECEIPT, line.name(), line.received(), SUCCESS, "");
    }

    private Multipart results(Multipart form) throws IOException {
        Path answer = house.nextAnswer();
        if (answer == null) {
            return envelope(form, NO_RESULTS, UUID.randomUUID().toString(), clock.instant(), SUCCESS, "");
        }
        byte[] payload = Files.readAllBytes(answer);
        String name = answer.getFileName().toString();
        return envelope(form, AnswerKind.ofFileName(name).payloadType(), payloadId(name), clock.instant(), SUCCESS, "")
                .with("PayloadLength", Integer.toString(payload.length))
                .with("CheckSum", Draw.sha1Hex(payload))
                .with("Payload", payload);
    }

    /** An answer's PayloadID follows from its name, so it is the same until somebody has confirmed it. */
    private String payloadId(String name) {
        return UUID.nameUUIDFromBytes((payer.id() + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Multipart acknowledged(Multipart form) throws IOException {
        String id = form.text("PayloadID");
        boolean known = house.removeAnswer(name -> payloadId(name).equalsIgnoreCase(id));
        return known
                ? envelope(form, ACK_RECEIVED, id, clock.instant(), SUCCESS, "")
                : error(form, "PayloadIDUnknown", "no answer with this PayloadID was handed out");
    }

    private Multipart error(Multipart form, String code, String message) {
        return envelope(form, ERROR, form.text("PayloadID"), clock.instant(), code, message);
    }

    private Multipart envelope(
            Multipart form, String payloadType, String payloadId, Instant at, String code, String message) {
        return new Multipart()
                .with("PayloadType", payloadType)
                .with("ProcessingMode", "Batch")
                .with("PayloadID", payloadId)
                .with("TimeStamp", at.truncatedTo(ChronoUnit.SECONDS).toString())
                .with("SenderID", payer.payerId())
                .with("ReceiverID", form.text("SenderID"))
                .with("CORERuleVersion", "2.2.0")
                .with("ErrorCode", code)
                .with("ErrorMessage", message);
    }
}
