package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.clearlane.simulator.ClaimFile.Claim;
import org.clearlane.simulator.JournalLine.Marker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payer by CAQH CORE MIME over HTTPS, reached by the JDK's client with the given certificate trusted. */
class HttpsPayerTest {

    private static final String SETTINGS =
            """
            payers:
              - id: CPI03
                payerIds: [CPI03]
                transport: https
                delays: {TA1: 0, "999": 0, 277CA: 0, "835": 0}
            """;
    private static final String CLAIMS = "X12_837_Request_005010X222A1";
    private static final String RESULTS = "X12_005010_Request_BatchResultsRetrievalRequest";

    @TempDir
    Path data;

    private final byte[] file = ClaimFile.of("000000601", "CPI03", Claim.of("P1", "100.00"));
    private PayerSimulator simulator;
    private PayerEndpoint.Https endpoint;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        simulator = PayerSimulator.start(SimulatorSettings.parse(SETTINGS, data), Clock.systemUTC());
        endpoint = (PayerEndpoint.Https) simulator.endpoint("CPI03");
        client = client();
    }

    private HttpClient client() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "payer",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                endpoint.certificatePem().getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.stop();
    }

    private static String sha1(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    }

    private Map<String, String> form(String type, String id) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("PayloadType", type);
        form.put("ProcessingMode", "Batch");
        form.put("PayloadID", id);
        form.put("TimeStamp", "2026-01-06T15:00:00Z");
        form.put("UserName", endpoint.user());
        form.put("Password", endpoint.password());
        form.put("SenderID", "CLEARLANE");
        form.put("ReceiverID", endpoint.payerId());
        form.put("CORERuleVersion", "2.2.0");
        return form;
    }

    private Map<String, String> submission(String id, byte[] payload) throws Exception {
        Map<String, String> form = form(CLAIMS, id);
        form.put("PayloadLength", Integer.toString(payload.length));
        form.put("CheckSum", sha1(payload));
        form.put("Payload", new String(payload, StandardCharsets.ISO_8859_1));
        return form;
    }

    private Map<String, String> post(Map<String, String> form) throws Exception {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append("--XYZ\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--XYZ--\r\n");
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(endpoint.url())
                        .header("Content-Type", "multipart/form-data; boundary=XYZ")
                        .timeout(Duration.ofSeconds(20))
                        .POST(BodyPublishers.ofByteArray(body.toString().getBytes(StandardCharsets.ISO_8859_1)))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return fields(response);
    }

    /** A reading of multipart of its own, so that the payer's writing is not judged by the payer's reading. */
    private static Map<String, String> fields(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        assertThat(type).startsWith("multipart/form-data; boundary=");
        String boundary = type.substring(type.indexOf('=') + 1);
        Map<String, String> fields = new LinkedHashMap<>();
        Pattern part = Pattern.compile(
                "--" + Pattern.quote(boundary)
                        + "\r\nContent-Disposition: form-data; name=\"(\\w+)\"\r\n\r\n(.*?)\r\n(?=--"
                        + Pattern.quote(boundary) + ")",
                Pattern.DOTALL);
        Matcher matcher = part.matcher(new String(response.body(), StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private void settle() {
        await().atMost(Duration.ofSeconds(20)).until(simulator::isQuiet);
    }

    @Test
    void receiptCarriesThePayloadIdAndSuccess() throws Exception {
        Map<String, String> receipt = post(submission("id-1", file));
        assertThat(receipt)
                .containsEntry("PayloadType", "X12_BatchReceiptConfirmation")
                .containsEntry("PayloadID", "id-1")
                .containsEntry("ErrorCode", "Success")
                .containsEntry("SenderID", "CPI03")
                .containsEntry("ReceiverID", "CLEARLANE");
    }

    @Test
    void handsOutFourAnswersOneByOneUntilTheyAreConfirmed() throws Exception {
        post(submission("id-1", file));
        settle();
        List<String> types = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, String> answer = post(form(RESULTS, "ask-" + i));
            assertThat(post(form(RESULTS, "again-" + i)).get("PayloadID"))
                    .as("until confirmed the same answer is next")
                    .isEqualTo(answer.get("PayloadID"));
            byte[] payload = answer.get("Payload").getBytes(StandardCharsets.ISO_8859_1);
            assertThat(answer.get("CheckSum")).isEqualTo(sha1(payload));
            assertThat(answer.get("PayloadLength")).isEqualTo(Integer.toString(payload.length));
            types.add(answer.get("PayloadType"));
            answers.add(new Answer(payload));
            Map<String, String> taken =
                    post(form("X12_005010_Request_BatchResultsAckSubmission", answer.get("PayloadID")));
            assertThat(taken).containsEntry("ErrorCode", "Success");
            assertThat(post(form("X12_005010_Request_BatchResultsAckSubmission", answer.get("PayloadID"))))
                    .as("confirming twice does no harm")
                    .containsEntry("ErrorCode", "Success");
        }
        assertThat(types)
                .containsExactly(
                        "X12_TA1_Response_00501X231A1",
                        "X12_999_Response_005010X231A1",
                        "X12_277CA_Response_005010X214",
                        "X12_835_Response_005010X221A1");
        assertThat(answers).extracting(Answer::kind).containsExactly("TA1", "999", "277", "835");
        Balance.holdsIn(answers.getLast());
        assertThat(post(form(RESULTS, "last")))
                .containsEntry("PayloadType", "X12_005010_Response_NoBatchResultsFile")
                .containsEntry("ErrorCode", "Success")
                .doesNotContainKey("Payload");
    }

    @Test
    void samePayloadIdWithTheSameBytesIsTheSameReceiptAndOneEffect() throws Exception {
        Map<String, String> first = post(submission("id-1", file));
        Map<String, String> second = post(submission("id-1", file));
        assertThat(second).isEqualTo(first);
        assertThat(simulator.journal("CPI03"))
                .extracting(JournalLine::name, JournalLine::marker)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("id-1", Marker.FIRST),
                        org.assertj.core.groups.Tuple.tuple("id-1", Marker.REPEAT));
        assertThat(simulator.claims("CPI03")).hasSize(1);
    }

    @Test
    void samePayloadIdWithOtherBytesIsAnError() throws Exception {
        post(submission("id-1", file));
        Map<String, String> reply =
                post(submission("id-1", ClaimFile.of("000000602", "CPI03", Claim.of("P2", "100.00"))));
        assertThat(reply).containsEntry("ErrorCode", "PayloadIDIllegal");
        assertThat(simulator.claims("CPI03")).hasSize(1);
    }

    @Test
    void inquiryTellsKnownFromUnknown() throws Exception {
        Map<String, String> receipt = post(submission("id-1", file));
        String inquiry = "X12_005010_Request_BatchSubmissionAckRetrieval";
        assertThat(post(form(inquiry, "id-1"))).isEqualTo(receipt);
        assertThat(post(form(inquiry, "id-2"))).containsEntry("ErrorCode", "PayloadIDUnknown");
    }

    @Test
    void refusesWhatCannotBeTrusted() throws Exception {
        Map<String, String> wrongSum = submission("id-1", file);
        wrongSum.put("CheckSum", sha1(new byte[0]));
        Map<String, String> wrongLength = submission("id-2", file);
        wrongLength.put("PayloadLength", "5");
        Map<String, String> wrongPassword = submission("id-3", file);
        wrongPassword.put("Password", "guess");
        Map<String, String> noId = submission("", file);
        assertThat(post(wrongSum)).containsEntry("ErrorCode", "ChecksumMismatched");
        assertThat(post(wrongLength)).containsEntry("ErrorCode", "PayloadLengthIllegal");
        assertThat(post(wrongPassword)).containsEntry("ErrorCode", "UnAuthorized");
        assertThat(post(noId)).containsEntry("ErrorCode", "PayloadIDRequired");
        assertThat(post(form("Something", "id-4"))).containsEntry("ErrorCode", "NotSupported");
        assertThat(simulator.journal("CPI03")).isEmpty();
    }

    @Test
    void otherPathsMethodsAndBodiesAreHttpErrors() throws Exception {
        assertThat(status(HttpRequest.newBuilder(URI.create(endpoint.url() + "/x"))
                        .build()))
                .isEqualTo(404);
        assertThat(status(HttpRequest.newBuilder(endpoint.url()).build())).isEqualTo(405);
        assertThat(status(HttpRequest.newBuilder(endpoint.url())
                        .POST(BodyPublishers.ofString("hello"))
                        .build()))
                .isEqualTo(400);
    }

    private int status(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void cutReplyLeavesOneEffectAndTheInquiryKnows() throws Exception {
        simulator.acceptThenCut("CPI03", 1);
        assertThatThrownBy(() -> post(submission("id-1", file))).isInstanceOf(IOException.class);
        assertThat(post(form("BatchSubmissionAckRetrieval", "id-1"))).containsEntry("ErrorCode", "Success");
        assertThat(post(submission("id-1", file))).containsEntry("ErrorCode", "Success");
        assertThat(simulator.claims("CPI03")).hasSize(1);
    }

    @Test
    void outageRefusesConnectionsUntilItEnds() throws Exception {
        post(submission("id-1", file));
        simulator.setDown("CPI03", true);
        // A bare socket and then a client of its own: one that keeps connections tells its own story of a lost one.
        assertThatThrownBy(() -> new Socket("127.0.0.1", endpoint.url().getPort()).close())
                .isInstanceOf(ConnectException.class);
        simulator.setDown("CPI03", false);
        client.close();
        client = client();
        assertThat(post(submission("id-1", file))).containsEntry("ErrorCode", "Success");
        assertThat(simulator.claims("CPI03")).hasSize(1);
    }

    @Test
    void portCertificateAndReceiptsAreTheSameAfterARestart() throws Exception {
        Map<String, String> receipt = post(submission("id-1", file));
        PayerEndpoint before = endpoint;
        stop();
        start();
        assertThat(endpoint).isEqualTo(before);
        assertThat(post(form("BatchSubmissionAckRetrieval", "id-1"))).isEqualTo(receipt);
    }

    @Test
    void certificateIsTrustedByNobodyElse() {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            assertThatThrownBy(() ->
                            stranger.send(HttpRequest.newBuilder(endpoint.url()).build(), BodyHandlers.discarding()))
                    .isInstanceOf(SSLException.class);
        }
    }
}
