package org.clearlane.connections;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.clearlane.model.connection.PayerConnection;

/** A real HTTPS server of a payer that speaks CORE. It reads requests by its own few lines, not by the client's code. */
final class CorePayer implements ScriptedPayer {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<String, String> settings;
    private final Map<String, String> submissions = new LinkedHashMap<>();
    private final Map<String, String> waiting = new LinkedHashMap<>();

    /** Every request's fields, in the order they came. */
    final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();

    /** What is said instead of the CheckSum of an answer, when not null. */
    String wrongCheckSum;

    CorePayer(Certificates certificates, String trust) throws Exception {
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.serverContext()));
        server.setExecutor(threads);
        server.createContext("/core", this::handle);
        server.start();
        settings = new HashMap<>(Map.of(
                "url", "https://localhost:" + server.getAddress().getPort() + "/core",
                "user", "clearlane",
                "password", "env:ACME_PASSWORD",
                "senderId", "CLEARLANE",
                "receiverId", "ACME",
                "trust", trust,
                "inquiry", "payload-id",
                "connectTimeoutMs", "5000",
                "requestTimeoutMs", "5000"));
    }

    Map<String, String> settings() {
        return new HashMap<>(settings);
    }

    PayerConnection connect(Map<String, String> changed) {
        return Profiles.open("https-core", changed, Map.of("ACME_PASSWORD", "s3cret"));
    }

    @Override
    public PayerConnection connect() {
        return connect(settings);
    }

    @Override
    public synchronized List<String> received() {
        return List.copyOf(submissions.values());
    }

    @Override
    public void takesWhatItReceived() {
        // It knows what it was given, wherever it lies.
    }

    @Override
    public synchronized void offers(String name, String content) {
        waiting.put(name, content);
    }

    @Override
    public synchronized Set<String> stillOffers() {
        return new TreeSet<>(waiting.keySet());
    }

    @Override
    public void goesAway() {
        server.stop(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Map<String, String> fields = fields(body, type.substring(type.indexOf("boundary=") + 9));
        requests.add(fields);
        byte[] reply = answer(fields).getBytes(StandardCharsets.ISO_8859_1);
        exchange.getResponseHeaders().set("Content-Type", "multipart/form-data; boundary=\"=XbCY\"");
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private synchronized String answer(Map<String, String> fields) {
        String id = fields.get("PayloadID");
        if (!"s3cret".equals(fields.get("Password"))) {
            return reply("CoreEnvelopeError", id, "UnAuthorized", null);
        }
        return switch (fields.get("PayloadType")) {
            case "X12_837_Request_005010X222A1" -> {
                byte[] payload = fields.get("Payload").getBytes(StandardCharsets.ISO_8859_1);
                if (!Outbound.hash("SHA-1", payload).equals(fields.get("CheckSum"))) {
                    yield reply("CoreEnvelopeError", id, "ChecksumMismatched", null);
                }
                submissions.put(id, fields.get("Payload"));
                yield reply("X12_BatchReceiptConfirmation", id, "Success", null);
            }
            case "X12_005010_Request_Acks" ->
                submissions.containsKey(id)
                        ? reply("X12_BatchReceiptConfirmation", id, "Success", null)
                        : reply("CoreEnvelopeError", id, "PayloadIDIllegal", null);
            case "X12_005010_Request_BatchResultsMixed" ->
                waiting.isEmpty()
                        ? reply("X12_005010_Response_NoBatchResultsFile", id, "Success", null)
                        : reply(
                                "X12_005010_Response_BatchResultsMixed",
                                waiting.keySet().iterator().next(),
                                "Success",
                                waiting.values().iterator().next());
            case "X12_999_SubmissionRequest_005010X231A1" -> {
                waiting.remove(id);
                yield reply("X12_Response_ConfirmReceiptReceived", id, "Success", null);
            }
            default -> reply("CoreEnvelopeError", id, "PayloadTypeIllegal", null);
        };
    }

    private String reply(String type, String id, String errorCode, String payload) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("PayloadType", type);
        fields.put("ProcessingMode", "Batch");
        fields.put("PayloadID", id);
        fields.put("TimeStamp", "2026-11-23T14:05:06Z");
        fields.put("ErrorCode", errorCode);
        fields.put("ErrorMessage", "None");
        if (payload != null) {
            byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
            fields.put("PayloadLength", Integer.toString(bytes.length));
            fields.put("CheckSum", wrongCheckSum == null ? Outbound.hash("SHA-1", bytes) : wrongCheckSum);
            fields.put("Payload", payload);
        }
        return CoreText.multipart("=XbCY", fields);
    }

    /** Good enough for well-made requests: this server trusts its client. */
    private static Map<String, String> fields(String body, String boundary) {
        Map<String, String> fields = new LinkedHashMap<>();
        String[] parts = ("\r\n" + body).split("\r\n--" + Pattern.quote(boundary), -1);
        for (int i = 1; i < parts.length - 1; i++) {
            int name = parts[i].indexOf("name=\"") + 6;
            fields.put(
                    parts[i].substring(name, parts[i].indexOf('"', name)),
                    parts[i].substring(parts[i].indexOf("\r\n\r\n") + 4));
        }
        return fields;
    }
}
