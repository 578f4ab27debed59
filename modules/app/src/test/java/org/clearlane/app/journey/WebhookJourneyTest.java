package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.ledger.ApiScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program subscribes by the API and is told of a claim's whole way, as far as anybody answers under its address. */
@ExtendWith(OneHouse.class)
class WebhookJourneyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A name that is never known (RFC 2606): each attempt fails at once, and nothing leaves this machine. */
    private static final String NOBODY = "https://hooks.invalid/clearlane";

    private static final String HARBOR = "harbor-pediatrics";

    private final House house;

    WebhookJourneyTest(House house) {
        this.house = house;
    }

    private HttpResponse<String> ask(String practice, String method, String path, String body) throws Exception {
        return house.ask(
                method,
                path,
                body == null ? null : body.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                "Bearer " + house.key(practice),
                "Content-Type",
                "application/json");
    }

    private JsonNode read(String practice, String path) throws Exception {
        HttpResponse<String> answer = ask(practice, "GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode create(String practice, String types) throws Exception {
        HttpResponse<String> made = ask(
                practice,
                "POST",
                "/v1/webhooks",
                "{\"url\": \"%s\", \"description\": \"billing\", \"types\": %s}".formatted(NOBODY, types));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON.readTree(made.body());
    }

    @Test
    void tellsOfEveryStepOfAClaimsWay() throws Exception {
        JsonNode made = create(
                ClaimFile.LAKESIDE,
                "[\"file.received\", \"claim.sent\", \"claim.accepted\", \"claim.paid\", \"era.received\"]");
        String at = "/v1/webhooks/" + made.path("id").asText();
        try {
            String file = house.dropAndAwaitJudged(ClaimFile.of("HOOKED", 2, ClaimFile.NORTHWIND));
            house.awaitStates(file, "PAID");
            House.patiently("told of every step").untilAsserted(() -> {
                List<String> types = new ArrayList<>();
                read(ClaimFile.LAKESIDE, at + "/deliveries")
                        .path("items")
                        .forEach(item -> types.add(item.path("type").asText()));
                assertThat(types)
                        .contains("file.received", "claim.sent", "claim.accepted", "claim.paid", "era.received");
            });
            House.patiently("an attempt was made").untilAsserted(() -> {
                JsonNode oldest = read(ClaimFile.LAKESIDE, at + "/deliveries")
                        .path("items")
                        .get(0);
                JsonNode delivery = read(
                        ClaimFile.LAKESIDE,
                        at + "/deliveries/" + oldest.path("id").asText());
                assertThat(delivery.path("attempts").get(0).path("problem").asText())
                        .contains("name is not known");
                assertThat(delivery.path("nextAttemptAt").asText()).isNotEmpty();
            });
        } finally {
            assertThat(ask(ClaimFile.LAKESIDE, "DELETE", at, null).statusCode()).isEqualTo(204);
        }
        assertThat(ask(ClaimFile.LAKESIDE, "GET", at, null).statusCode()).isEqualTo(404);
    }

    @Test
    void canBeManagedByProgramsOfTheirOwnPracticeOnly() throws Exception {
        JsonNode made = create(ClaimFile.LAKESIDE, "[\"payer.down\"]");
        String id = made.path("id").asText();
        String at = "/v1/webhooks/" + id;
        assertThat(made.path("secret").asText()).startsWith("whsec_");
        assertThat(read(ClaimFile.LAKESIDE, at).has("secret")).isFalse();
        assertThat(read(ClaimFile.LAKESIDE, "/v1/webhooks").path("items").toString())
                .contains(id);
        assertThat(read(HARBOR, "/v1/webhooks").path("items").toString()).doesNotContain(id);
        for (String[] each : new String[][] {
            {"GET", at, null},
            {"PATCH", at, "{\"enabled\": false}"},
            {"DELETE", at, null},
            {"POST", at + "/secret", null},
            {"POST", at + "/test", null},
            {"POST", at + "/resend", "{\"since\": \"2026-01-01T00:00:00Z\"}"},
            {"GET", at + "/deliveries", null},
            {"GET", at + "/deliveries/1", null},
            {"POST", at + "/deliveries/1/resend", null}
        }) {
            assertThat(ask(HARBOR, each[0], each[1], each[2]).statusCode())
                    .as("%s %s", each[0], each[1])
                    .isEqualTo(404);
        }
        assertThat(house.look()
                        .number(
                                "select count(*) from audit where subject = ? and outcome = 'REFUSED' and practice_id = ?",
                                id,
                                HARBOR))
                .isEqualTo(9);

        JsonNode changed =
                JSON.readTree(ask(ClaimFile.LAKESIDE, "PATCH", at, "{\"enabled\": false, \"types\": [\"payer.up\"]}")
                        .body());
        assertThat(changed.path("enabled").asBoolean()).isFalse();
        assertThat(changed.path("types").get(0).asText()).isEqualTo("payer.up");
        assertThat(changed.path("description").asText())
                .as("what is left out stays")
                .isEqualTo("billing");
        assertThat(JSON.readTree(ask(ClaimFile.LAKESIDE, "POST", at + "/secret", null)
                                .body())
                        .path("secret")
                        .asText())
                .startsWith("whsec_")
                .isNotEqualTo(made.path("secret").asText());
        assertThat(ask(ClaimFile.LAKESIDE, "POST", at + "/test", null).statusCode())
                .isEqualTo(202);
        assertThat(ask(ClaimFile.LAKESIDE, "POST", at + "/resend", "{\"since\": \"2026-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(ask(ClaimFile.LAKESIDE, "DELETE", at, null).statusCode()).isEqualTo(204);
    }

    @Test
    void refusesWhatLeadsInsideOrIsNotAsTheDocumentHasIt() throws Exception {
        for (String url : new String[] {"https://169.254.169.254/", "http://example.org/", "https://127.0.0.1/"}) {
            HttpResponse<String> answer = ask(
                    ClaimFile.LAKESIDE,
                    "POST",
                    "/v1/webhooks",
                    "{\"url\": \"%s\", \"types\": [\"file.failed\"]}".formatted(url));
            assertThat(answer.statusCode()).as(url).isEqualTo(422);
        }
        for (String body : new String[] {
            "{\"url\": \"https://hooks.invalid/\", \"types\": []}",
            "{\"url\": \"https://hooks.invalid/\", \"types\": [\"file.lost\"]}",
            "{\"url\": \"https://hooks.invalid/\", \"types\": [\"file.failed\"], \"practiceId\": \"harbor-pediatrics\"}",
            "{\"types\": [\"file.failed\"]}",
            "[]"
        }) {
            assertThat(ask(ClaimFile.LAKESIDE, "POST", "/v1/webhooks", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        String reader = house.ledger().transact(tx -> ApiKeys.issue(
                        tx,
                        new ApiKeys.Wish(ClaimFile.LAKESIDE, "reader", EnumSet.of(ApiScope.CLAIMS_READ), null, "test"))
                .secret());
        assertThat(house.ask("GET", "/v1/webhooks", null, "Authorization", "Bearer " + reader)
                        .statusCode())
                .isEqualTo(403);
    }
}
