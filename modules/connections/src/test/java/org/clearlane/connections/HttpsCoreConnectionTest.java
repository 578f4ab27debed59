package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.connection.PayerConnection.Collection;
import org.junit.jupiter.api.Test;

class HttpsCoreConnectionTest extends PayerConnectionContract {

    private CorePayer core;

    @Override
    ScriptedPayer startPayer() throws Exception {
        Certificates certificates = Certificates.forHost("localhost", Instant.now());
        core = new CorePayer(
                certificates, certificates.writePem(folder.resolve("acme.pem")).toString());
        return core;
    }

    @Test
    void fillsTheEnvelopeAsCoreWantsIt() {
        OutboundFile file = file("a.837");
        connection.deliver(file);
        assertThat(core.requests).hasSize(1);
        assertThat(core.requests.getFirst())
                .containsEntry("PayloadType", "X12_837_Request_005010X222A1")
                .containsEntry("ProcessingMode", "Batch")
                .containsEntry("PayloadID", file.payloadId())
                .containsEntry("PayloadLength", Integer.toString(Outbound.CONTENT.length()))
                .containsEntry("TimeStamp", "2026-11-23T14:05:06Z")
                .containsEntry("UserName", "clearlane")
                .containsEntry("Password", "s3cret")
                .containsEntry("SenderID", "CLEARLANE")
                .containsEntry("ReceiverID", "ACME")
                .containsEntry("CORERuleVersion", "2.2.0")
                .containsEntry("CheckSum", Outbound.hash("SHA-1", Outbound.CONTENT.getBytes(StandardCharsets.US_ASCII)))
                .containsEntry("Payload", Outbound.CONTENT);
    }

    @Test
    void doesNotGiveAnAnswerWithAWrongCheckSumToTheSink() {
        core.offers("first.835", "one~");
        core.wrongCheckSum = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
        Collection collection = connection.collect((name, bytes) -> {
            throw new AssertionError("given to the sink");
        });
        assertThat(collection.taken()).isZero();
        assertThat(collection.problem()).contains("first.835").contains("CheckSum");
        assertThat(core.stillOffers()).containsExactly("first.835");
    }

    @Test
    void doesNotTakeAnAnswerWhosePayloadIdIsNoPlainName() {
        core.offers("../../etc/passwd", "one~");
        Collection collection = connection.collect((name, bytes) -> {
            throw new AssertionError("given to the sink");
        });
        assertThat(collection.problem()).contains("strange PayloadID");
    }

    @Test
    void doesNotTakeAnAnswerBeyondTheLimit() {
        core.offers("big.835", "x".repeat(2_000));
        try (PayerConnection limited = changed("maxAnswerBytes", "1000")) {
            assertThat(limited.collect((name, bytes) -> bytes.readAllBytes()).problem())
                    .contains("1000 bytes");
        }
        assertThat(core.stillOffers()).containsExactly("big.835");
    }

    @Test
    void carriesAPayloadThatLooksLikeAnEnvelope() throws IOException {
        String nasty = "\r\n--=XbC\r\n--=Xb\r\r\n--\r\n\r\n--=XbCX--\r\n";
        core.offers("nasty.835", nasty);
        Map<String, String> taken = new HashMap<>();
        connection.collect(
                (name, bytes) -> taken.put(name, new String(bytes.readAllBytes(), StandardCharsets.US_ASCII)));
        assertThat(taken).containsEntry("nasty.835", nasty);

        OutboundFile file = Outbound.file(folder, "nasty.837", nasty);
        connection.deliver(file);
        assertThat(core.received()).containsExactly(nasty);
    }

    @Test
    void cannotInquireAtAPayerThatCannotBeAsked() {
        OutboundFile file = file("a.837");
        connection.deliver(file);
        int asked = core.requests.size();
        try (PayerConnection mute = changed("inquiry", "none")) {
            assertThat(mute.inquire(file)).isInstanceOf(Handover.Unknown.class);
        }
        assertThat(core.requests).hasSize(asked);
    }

    @Test
    void givesUpWhenTheLoginIsRefused() {
        Map<String, String> settings = core.settings();
        try (PayerConnection stranger = Profiles.open("https-core", settings, Map.of("ACME_PASSWORD", "guessed"))) {
            assertThat(stranger.deliver(file("a.837"))).isInstanceOfSatisfying(Handover.NotDelivered.class, not -> {
                assertThat(not.permanent()).isTrue();
                assertThat(not.reason()).contains("UnAuthorized").doesNotContain("guessed");
            });
            assertThat(stranger.check()).isInstanceOf(Handover.NotDelivered.class);
        }
    }

    @Test
    void refusesACertificateNobodyTrusts() {
        Map<String, String> settings = core.settings();
        settings.remove("trust");
        assertCertificateRefused(settings);
    }

    @Test
    void refusesACertificateOfAnotherHost() throws Exception {
        assertCertificateRefused(Certificates.forHost("elsewhere.example", Instant.now()));
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        assertCertificateRefused(Certificates.forHost("localhost", Instant.now().minus(Duration.ofDays(30))));
    }

    @Test
    void leavesNoThreadBehind() {
        connection.check();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("HttpClient-")));
    }

    private void assertCertificateRefused(Certificates certificates) throws Exception {
        String pem = certificates.writePem(folder.resolve("other.pem")).toString();
        try (CorePayer other = new CorePayer(certificates, pem)) {
            assertCertificateRefused(other.settings());
            assertThat(other.requests).isEmpty();
        }
    }

    private void assertCertificateRefused(Map<String, String> settings) {
        try (PayerConnection refusing = core.connect(settings)) {
            assertThat(refusing.deliver(file("a.837"))).isInstanceOfSatisfying(Handover.NotDelivered.class, not -> {
                assertThat(not.permanent()).isTrue();
                assertThat(not.reason()).contains("certificate");
            });
        }
        assertThat(core.requests).isEmpty();
    }

    private PayerConnection changed(String setting, String value) {
        Map<String, String> settings = core.settings();
        settings.put(setting, value);
        return core.connect(settings);
    }
}
