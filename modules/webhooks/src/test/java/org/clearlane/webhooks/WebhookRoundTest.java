package org.clearlane.webhooks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearlane.store.webhooks.WebhookDeliveries;
import org.clearlane.store.webhooks.WebhookDeliveries.Attempt;
import org.clearlane.store.webhooks.WebhookDeliveries.Sent;
import org.clearlane.store.webhooks.WebhookEvents;
import org.clearlane.webhooks.WebhookEndpoints.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a fact to a program that was told of it, and every way that can go wrong. */
class WebhookRoundTest {

    @TempDir
    static Path folder;

    private static WebhookHouse house;

    @BeforeAll
    static void open() {
        house = new WebhookHouse(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        house.receiver.resetMappings();
        house.receiver.stubFor(post(anyUrl()).willReturn(answer));
    }

    private static List<LoggedRequest> received() {
        return house.receiver.findAll(postRequestedFor(anyUrl()));
    }

    private static Map<String, List<String>> headers(LoggedRequest request) {
        return Map.of(
                "webhook-id", List.of(request.getHeader("webhook-id")),
                "webhook-timestamp", List.of(request.getHeader("webhook-timestamp")),
                "webhook-signature", List.of(request.getHeader("webhook-signature")));
    }

    /** The library's verifier compares with the real clock. */
    private static void setTheClock() {
        house.clock.move(Duration.between(house.clock.instant(), Instant.now()));
    }

    @Test
    void reachesTheReceiverSignedAndThin() throws Exception {
        setTheClock();
        Result.Secret made = house.endpoint();
        answer(aResponse().withStatus(204));
        house.happens("file_1");
        house.round.run();

        LoggedRequest request = received().getFirst();
        new Webhook(made.secret()).verify(request.getBodyAsString(), headers(request));
        assertThat(request.getBodyAsString())
                .isEqualTo(("{\"type\":\"file.received\",\"timestamp\":\"%s\",\"data\":{\"practice\":\"lakeside\","
                                + "\"file\":\"file_1\",\"link\":\"https://claims.example.org/v1/files/file_1\"}}")
                        .formatted(house.sent(made.endpoint().id()).getFirst().at()));
        assertThat(request.getHeader("Content-Type")).startsWith("application/json");
        assertThat(house.sent(made.endpoint().id())).singleElement().satisfies(sent -> assertThat(sent.state())
                .isEqualTo("DELIVERED"));
        house.round.run();
        assertThat(received()).hasSize(1);
    }

    @Test
    void isRefusedByAVerifierWhenItsBodyWasAlteredOrItIsSentAgainLater() throws Exception {
        setTheClock();
        house.clock.move(Duration.ofMinutes(-10));
        Result.Secret made = house.endpoint();
        answer(aResponse().withStatus(204));
        house.happens("file_2");
        house.round.run();
        setTheClock();
        house.happens("file_1");
        house.round.run();

        Webhook verifier = new Webhook(made.secret());
        LoggedRequest old = received().get(0);
        LoggedRequest fresh = received().get(1);
        assertThat(refused(verifier, fresh.getBodyAsString(), fresh)).isFalse();
        assertThat(refused(verifier, fresh.getBodyAsString().replace("file_1", "file_9"), fresh))
                .isTrue();
        assertThat(refused(verifier, old.getBodyAsString(), old)).isTrue();
        assertThat(refused(new Webhook("whsec_" + "A".repeat(44)), fresh.getBodyAsString(), fresh))
                .isTrue();
    }

    private static boolean refused(Webhook verifier, String body, LoggedRequest request) {
        try {
            verifier.verify(body, headers(request));
            return false;
        } catch (WebhookVerificationException e) {
            return true;
        }
    }

    @Test
    void isSignedWithBothSecretsDuringARotation() throws Exception {
        setTheClock();
        Result.Secret made = house.endpoint();
        String id = made.endpoint().id();
        Result.Secret rotated = (Result.Secret) house.endpoints.rotate(WebhookHouse.PAT, "lakeside", id);
        answer(aResponse().withStatus(200));
        house.happens("file_1");
        house.round.run();
        LoggedRequest both = received().getFirst();
        assertThat(both.getHeader("webhook-signature").split(" ")).hasSize(2);
        new Webhook(made.secret()).verify(both.getBodyAsString(), headers(both));
        new Webhook(rotated.secret()).verify(both.getBodyAsString(), headers(both));

        house.endpoints.endEarlierSecret(WebhookHouse.PAT, "lakeside", id);
        house.happens("file_2");
        house.round.run();
        LoggedRequest one = received().get(1);
        assertThat(one.getHeader("webhook-signature").split(" ")).hasSize(1);
        new Webhook(rotated.secret()).verify(one.getBodyAsString(), headers(one));
        assertThat(refused(new Webhook(made.secret()), one.getBodyAsString(), one))
                .isTrue();
    }

    @Test
    void keepsItsSecretSealed() {
        Result.Secret made = house.endpoint();
        byte[] secret = java.util.Base64.getDecoder().decode(made.secret().substring("whsec_".length()));
        assertThat(house.number(
                        "select count(*) from webhook_secrets where position(? in sealed) > 0", (Object) secret))
                .isZero();
    }

    @Test
    void isTriedTenTimesOverThreeDaysThenGivenUpAndToldToAPerson() {
        String id = house.endpoint().endpoint().id();
        answer(aResponse().withStatus(500).withBody("out of\u0007 order"));
        house.happens("file_1");
        List<Duration> pauses = new ArrayList<>();
        Instant last = house.clock.instant();
        house.round.run();
        while (house.sent(id).getFirst().state().equals("WAITING")) {
            Instant due = house.sent(id).getFirst().dueAt();
            pauses.add(Duration.between(last, due));
            // A moment too early nothing happens.
            house.clock.move(Duration.between(house.clock.instant(), due).minusMillis(1));
            house.round.run();
            assertThat(house.sent(id).getFirst().attempts()).isEqualTo(pauses.size());
            house.clock.move(Duration.ofMillis(1));
            last = house.clock.instant();
            house.round.run();
        }

        String[] expected = {"PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H"};
        assertThat(pauses).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            Duration least = Duration.parse(expected[i]);
            assertThat(pauses.get(i)).isBetween(least, least.plus(least.dividedBy(10)));
        }
        Sent sent = house.sent(id).getFirst();
        assertThat(sent.state()).isEqualTo("GIVEN_UP");
        assertThat(sent.attempts()).isEqualTo(10);
        assertThat(received()).extracting(each -> each.getHeader("webhook-id")).containsOnly(sent.eventId());
        Attempt attempt = house.attempts(sent.id()).getFirst();
        assertThat(attempt.status()).isEqualTo(500);
        assertThat(attempt.problem()).isEqualTo("answered 500: out of order");
        assertThat(house.now(id).disabledWhy()).contains("three days");
        assertThat(house.number(
                        "select count(*) from worklist where kind = 'WEBHOOK_DISABLED' and subject = ? and practice_id = 'lakeside'"
                                + " and resolved_at is null",
                        id))
                .isEqualTo(1);
    }

    @Test
    void isSentAgainUnderTheSameIdWhenWeDieBeforeTheAnswerIsWrittenDown() {
        String id = house.endpoint().endpoint().id();
        answer(aResponse().withStatus(200));
        house.happens("file_1");
        house.ledger.run(tx -> WebhookEvents.spread(tx, 10));
        // What a round does up to the moment of its death: it takes the delivery in hand and sends it.
        String event = house.ledger
                .transact(tx -> WebhookDeliveries.take(tx, 1, 5, Duration.ofSeconds(90)))
                .getFirst()
                .eventId();
        house.round.run();
        assertThat(received()).as("somebody else may have it in hand").isEmpty();
        house.clock.move(Duration.ofSeconds(91));
        house.round.run();
        assertThat(received()).extracting(each -> each.getHeader("webhook-id")).containsExactly(event);
        assertThat(house.sent(id).getFirst().state()).isEqualTo("DELIVERED");
    }

    @Test
    void followsNoRedirect() throws Exception {
        String id = house.endpoint().endpoint().id();
        try (ServerSocket elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(100);
            answer(aResponse()
                    .withStatus(302)
                    .withHeader("Location", "http://127.0.0.1:" + elsewhere.getLocalPort() + "/admin"));
            house.happens("file_1");
            house.round.run();
            assertThat(AddressGuardTest.connections(elsewhere)).isZero();
        }
        assertThat(house.sent(id).getFirst().lastStatus()).isEqualTo(302);
        assertThat(house.sent(id).getFirst().state()).isEqualTo("WAITING");
    }

    @Test
    void endsWithAReceiverThatSaysItIsGone() {
        String id = house.endpoint().endpoint().id();
        answer(aResponse().withStatus(410));
        house.happens("file_1");
        house.happens("file_2");
        house.round.run();
        assertThat(house.now(id).disabledAt()).isNotNull();
        int soFar = received().size();
        house.clock.move(Duration.ofDays(2));
        house.happens("file_3");
        house.round.run();
        assertThat(received()).hasSize(soFar);

        answer(aResponse().withStatus(200));
        house.endpoints.setEnabled(WebhookHouse.PAT, "lakeside", id, true);
        house.endpoints.resendSince(WebhookHouse.PAT, "lakeside", id, Instant.EPOCH, false);
        house.round.run();
        assertThat(house.sent(id)).hasSize(3).extracting(Sent::state).containsOnly("DELIVERED");
        assertThat(house.number("select count(*) from worklist where subject = ? and resolved_at is null", id))
                .isZero();
    }

    @Test
    void waitsAsLongAsABusyReceiverAsks() {
        String id = house.endpoint().endpoint().id();
        answer(aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        house.happens("file_1");
        house.round.run();
        house.happens("file_2");
        house.clock.move(Duration.ofMinutes(59));
        house.round.run();
        assertThat(received()).as("others wait too").hasSize(1);
        answer(aResponse().withStatus(200));
        house.clock.move(Duration.ofMinutes(2));
        house.round.run();
        assertThat(received()).hasSize(3);
        assertThat(house.sent(id)).extracting(Sent::state).containsOnly("DELIVERED");
    }

    @Test
    void waitsNoLongerThanItsTimeForAnAnswer() {
        String id = house.endpoint().endpoint().id();
        answer(aResponse().withStatus(200).withChunkedDribbleDelay(100, 60_000).withBody("x".repeat(1_000)));
        house.happens("file_1");
        house.round.run();
        assertThat(house.sent(id).getFirst().state())
                .as("what follows the first line is not awaited")
                .isEqualTo("DELIVERED");
        answer(aResponse().withStatus(200).withFixedDelay(30_000));
        house.happens("file_2");
        house.round.run();
        assertThat(house.sent(id).getFirst().lastProblem()).contains("no answer within");
    }

    @Test
    void isSentAgainWhenAskedFor() {
        String id = house.endpoint().endpoint().id();
        answer(aResponse().withStatus(200));
        house.happens("file_1");
        house.round.run();
        Sent sent = house.sent(id).getFirst();
        assertThat(house.endpoints.resend(WebhookHouse.PAT, "harbor", id, sent.id()))
                .isInstanceOf(Result.NotThere.class);
        house.endpoints.resend(WebhookHouse.PAT, "lakeside", id, sent.id());
        house.round.run();
        assertThat(received())
                .hasSize(2)
                .extracting(each -> each.getHeader("webhook-id"))
                .containsOnly(sent.eventId());
        assertThat(house.endpoints.resendSince(WebhookHouse.PAT, "lakeside", id, Instant.EPOCH, false))
                .as("all has arrived")
                .contains(0);
        house.endpoints.test(WebhookHouse.PAT, "lakeside", id);
        house.round.run();
        assertThat(received().get(2).getBodyAsString()).contains("\"webhook.test\"", id);
    }

    @Test
    void holdsUpNoOtherEndpointWhileOneIsSlow() {
        String id = house.endpoint().endpoint().id();
        for (int i = 0; i < 20; i++) {
            house.happens("file_" + i);
        }
        house.ledger.run(tx -> WebhookEvents.spread(tx, 500));
        assertThat(taken()).hasSize(5).allSatisfy(due -> assertThat(due.endpointId())
                .isEqualTo(id));
        assertThat(taken()).as("five are in hand").isEmpty();
    }

    private static List<WebhookDeliveries.Due> taken() {
        return house.ledger.transact(tx -> WebhookDeliveries.take(tx, 40, 5, Duration.ofSeconds(90)));
    }

    @Test
    void staysBelowTwentyKilobytesWithAHundredClaims() {
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            claims.add("clm_01M878R6G52D0%03d".formatted(i));
        }
        String body = WebhookMessage.body(
                new WebhookDeliveries.Due(
                        1,
                        "whe_1",
                        "lakeside",
                        "",
                        "evt_1",
                        "claim.rejected",
                        Instant.parse("2026-09-23T14:00:00Z"),
                        claims,
                        "file_1",
                        0),
                "https://claims.example.org");
        assertThat(body.length()).isLessThan(20_000);
        assertThat(body)
                .startsWith("{\"type\":\"claim.rejected\",\"timestamp\":\"2026-09-23T14:00:00Z\"")
                .contains(
                        "\"link\":\"https://claims.example.org/v1/claims/clm_01M878R6G52D0000\"",
                        "\"evidence\":\"file_1\"");
    }

    @Test
    void standsInTheAuditTrailWithWhoChangedWhat() {
        String id = house.endpoint().endpoint().id();
        house.endpoints.rotate(WebhookHouse.PAT, "lakeside", id);
        house.endpoints.setEnabled(WebhookHouse.PAT, "lakeside", id, false);
        assertThat(house.number(
                        "select count(*) from audit where subject = ? and actor = 'usr_pat' and practice_id = 'lakeside'"
                                + " and action in ('webhook.create', 'webhook.rotate', 'webhook.disable')",
                        id))
                .isEqualTo(3);
    }
}
