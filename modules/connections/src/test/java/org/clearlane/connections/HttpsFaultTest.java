package org.clearlane.connections;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A payer that misbehaves in every way HTTP knows (F-09 to F-13): each time one request is sent, and no second. */
class HttpsFaultTest {

    private static final String TYPE = "multipart/form-data; boundary=XbCY";

    @TempDir
    Path folder;

    private WireMockServer payer;
    private PayerConnection connection;
    private OutboundFile file;

    @BeforeEach
    void start() {
        payer = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        payer.start();
        connection = Profiles.open(
                "https-core",
                Map.of(
                        "url", "http://127.0.0.1:" + payer.port() + "/core",
                        "allowPlainHttp", "true",
                        "senderId", "CLEARLANE",
                        "receiverId", "ACME",
                        "inquiry", "payload-id",
                        "requestTimeoutMs", "700"),
                Map.of());
        file = Outbound.file(folder, "a.837");
    }

    @AfterEach
    void stop() {
        connection.close();
        payer.stop();
    }

    @Test
    void aReceiptIsADelivery() {
        answers(receipt("Success"));
        assertThat(deliver()).isEqualTo(new Handover.Delivered("X12_BatchReceiptConfirmation " + file.payloadId()));
    }

    @Test
    void aReceiptAsAFormIsADelivery() {
        answers(aResponse()
                .withStatus(202)
                .withHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .withBody("PayloadType=X12_BatchReceiptConfirmation&PayloadID=" + file.payloadId()
                        + "&ErrorCode=Success&ErrorMessage=All+is+well"));
        assertThat(deliver()).isInstanceOf(Handover.Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 504})
    void aGatewaysFaultLeavesItOpen(int status) {
        answers(aResponse().withStatus(status));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void evenAReceiptUnderAServersFaultLeavesItOpen() {
        answers(receipt("Success").withStatus(500));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aBusyPayerNamesItsPauseInSeconds(int status) {
        answers(aResponse().withStatus(status).withHeader("Retry-After", "120"));
        assertNotDelivered(deliver(), false, Duration.ofSeconds(120));
    }

    @Test
    void aBusyPayerNamesItsPauseAsADate() {
        answers(aResponse()
                .withStatus(503)
                .withHeader("Date", "Mon, 23 Nov 2026 14:05:06 GMT")
                .withHeader("Retry-After", "Mon, 23 Nov 2026 14:06:36 GMT"));
        assertNotDelivered(deliver(), false, Duration.ofSeconds(90));
    }

    @Test
    void aBusyPayerMayNameNoPause() {
        answers(aResponse().withStatus(429));
        assertNotDelivered(deliver(), false, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413})
    void aRefusalIsFinal(int status) {
        answers(aResponse().withStatus(status));
        assertNotDelivered(deliver(), true, null);
    }

    @Test
    void aConflictMayBeWithItself() {
        answers(aResponse().withStatus(409));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PayloadTypeIllegal", "UnAuthorized", "VersionMismatch", "SenderIDRequired"})
    void aCoreErrorIsFinal(String errorCode) {
        answers(receipt(errorCode));
        assertNotDelivered(deliver(), true, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Receiver", "ChecksumMismatched"})
    void aCoreErrorOfTheMomentIsNot(String errorCode) {
        answers(receipt(errorCode));
        assertNotDelivered(deliver(), false, null);
    }

    @Test
    void anIdThePayerWillNotHaveMayBeOneItHas() {
        answers(receipt("PayloadIDIllegal"));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void silenceUntilTheTimeLimitLeavesItOpen() {
        answers(receipt("Success").withFixedDelay(2_000));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void aReplyDropByDropIsGivenUp() {
        answers(receipt("Success").withChunkedDribbleDelay(20, 20_000));
        long start = System.nanoTime();
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatBreaksAfterSendingLeavesItOpen(Fault fault) {
        answers(aResponse().withFault(fault));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void aWebPageIsNoReceipt() {
        answers(aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body>Success</body></html>"));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void anEmptyReplyIsNoReceipt() {
        answers(aResponse().withStatus(200));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void aReceiptCutOffIsNoReceipt() {
        String whole = receiptText("Success");
        answers(aResponse()
                .withHeader("Content-Type", TYPE)
                .withBody(whole.substring(0, whole.length() - "--XbCY--\r\n".length())));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void aCompressedReplyIsNoReceipt() {
        answers(receipt("Success").withHeader("Content-Encoding", "gzip"));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void anEndlessReceiptIsNoReceipt() {
        answers(aResponse().withHeader("Content-Type", TYPE).withBody("x".repeat(2 * 1024 * 1024)));
        assertThat(deliver()).isInstanceOf(Handover.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        answers(aResponse().withStatus(status).withHeader("Location", payer.baseUrl() + "/elsewhere"));
        Handover handover = deliver();
        assertThat(handover).isNotInstanceOf(Handover.Delivered.class);
        // 302 and 303 are also how a server answers once it has taken a form.
        assertThat(handover instanceof Handover.Unknown).isEqualTo(status == 302 || status == 303);
    }

    @Test
    void aPayerNobodyListensForHasNotGotIt() {
        payer.stop();
        assertNotDelivered(connection.deliver(file), false, null);
    }

    @Test
    void aPayerWhoseNameIsUnknownHasNotGotIt() {
        try (PayerConnection lost = Profiles.open(
                "https-core",
                Map.of("url", "https://no-such-host.invalid/core", "senderId", "A", "receiverId", "B"),
                Map.of())) {
            assertNotDelivered(lost.deliver(file), false, null);
        }
    }

    @Test
    void anInquiryAnsweredForAnotherFileSettlesNothing() {
        answers(aResponse()
                .withHeader("Content-Type", TYPE)
                .withBody(receiptText("Success").replace(file.payloadId(), "another-id")));
        assertThat(connection.inquire(file)).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void anInquiryForAnAcknowledgementNotYetMadeSettlesNothing() {
        answers(aResponse()
                .withHeader("Content-Type", TYPE)
                .withBody(receiptText("Success")
                        .replace("X12_BatchReceiptConfirmation", "X12_005010_Response_NoBatchAckFile")));
        assertThat(connection.inquire(file)).isInstanceOf(Handover.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 429, 500, 503})
    void anInquiryThatFailsSettlesNothing(int status) {
        answers(aResponse().withStatus(status));
        assertThat(connection.inquire(file)).isInstanceOf(Handover.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void collectingFromABrokenPayerIsAProblemAndOneRequest(Fault fault) {
        answers(aResponse().withFault(fault));
        PayerConnection.Collection collection = connection.collect((name, bytes) -> {
            throw new AssertionError("given to the sink");
        });
        assertThat(collection.taken()).isZero();
        assertThat(collection.problem()).isNotBlank();
        payer.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void anAnswerOfferedAgainAndAgainEndsTheCollecting() {
        String content = "one~";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("PayloadType", "X12_005010_Response_BatchResultsMixed");
        fields.put("PayloadID", "same.835");
        fields.put("ErrorCode", "Success");
        fields.put("CheckSum", Outbound.hash("SHA-1", content.getBytes(StandardCharsets.US_ASCII)));
        fields.put("Payload", content);
        answers(aResponse().withHeader("Content-Type", TYPE).withBody(CoreText.multipart("XbCY", fields)));
        assertThat(connection.collect((name, bytes) -> bytes.readAllBytes()).taken())
                .isEqualTo(1);
        // One request for results, its confirmation, and the second request that brought nothing new.
        payer.verify(3, anyRequestedFor(anyUrl()));
    }

    private Handover deliver() {
        Handover handover = connection.deliver(file);
        payer.verify(1, anyRequestedFor(anyUrl()));
        return handover;
    }

    private void answers(ResponseDefinitionBuilder response) {
        payer.stubFor(post(anyUrl()).willReturn(response));
        payer.stubFor(any(urlEqualTo("/elsewhere")).willReturn(receipt("Success")));
    }

    private ResponseDefinitionBuilder receipt(String errorCode) {
        return aResponse().withStatus(200).withHeader("Content-Type", TYPE).withBody(receiptText(errorCode));
    }

    private String receiptText(String errorCode) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("PayloadType", errorCode.equals("Success") ? "X12_BatchReceiptConfirmation" : "CoreEnvelopeError");
        fields.put("ProcessingMode", "Batch");
        fields.put("PayloadID", file.payloadId());
        fields.put("ErrorCode", errorCode);
        fields.put("ErrorMessage", "None");
        return CoreText.multipart("XbCY", fields);
    }

    private static void assertNotDelivered(Handover handover, boolean permanent, Duration retryAfter) {
        assertThat(handover).isInstanceOfSatisfying(Handover.NotDelivered.class, not -> {
            assertThat(not.permanent()).isEqualTo(permanent);
            assertThat(not.retryAfter()).isEqualTo(retryAfter);
        });
    }
}
