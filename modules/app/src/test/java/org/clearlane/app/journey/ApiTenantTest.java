package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.LAKESIDE;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;
import static org.clearlane.app.journey.ClaimFile.SUMMIT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.app.journey.ApiContract.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * made from the document: whoever adds an operation adds it to these tests, or they fail for want of a
 * sample.
 */
@ExtendWith(OneHouse.class)
class ApiTenantTest {

    private static final List<String> PAYLOADS = List.of(
            "' or '1'='1",
            "'; drop table claims; --",
            "\" or \"\"=\"",
            "1) union select secret_sha256 from api_keys --",
            "%' or 1=1 --",
            "\\'; select pg_sleep(5); --",
            "$$;select 1;$$",
            "\u0000",
            "{{7*7}}",
            "../../etc/passwd",
            "clm_' or id <> '");

    private final House house;
    private final ApiContract contract;
    private final ApiSamples samples;

    ApiTenantTest(House house) throws Exception {
        this.house = house;
        this.contract = ApiContract.of(house);
        this.samples = ApiSamples.of(house);
    }

    private HttpResponse<String> ask(String key, Operation operation, String id, String query, String... headers)
            throws Exception {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + key));
        all.addAll(List.of(headers));
        if (operation.id().equals("files.create") && !all.contains("Idempotency-Key")) {
            all.addAll(List.of("Idempotency-Key", "tenant " + System.nanoTime()));
        }
        String path = samples.delivery(SUMMIT, operation.path())
                .replace("{id}", URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
        return house.ask(
                operation.method(),
                path + query,
                operation.id().equals("files.create")
                        ? new byte[0]
                        : ApiSamples.body(operation.method(), operation.id()),
                all.toArray(String[]::new));
    }

    private long entries(String practice) {
        return house.look().number("select count(*) from audit where practice_id = ?", practice);
    }

    private List<String> newest(String practice) {
        return house.look()
                .texts(
                        """
                        select action || ' ' || subject || ' ' || outcome || ' ' || role from audit where practice_id = ?
                        order by seq desc limit 1""",
                        practice);
    }

    /** What an answer says but for the request's own id. */
    private static JsonNode shape(HttpResponse<String> answer) throws Exception {
        ObjectNode problem = (ObjectNode) new ObjectMapper().readTree(answer.body());
        problem.remove("instance");
        return problem;
    }

    @Test
    void anotherPracticesIdIsAnsweredLikeOneThatIsNotThereAndLeavesOneEntry() throws Exception {
        String lakeside = samples.key(LAKESIDE);
        int owned = 0;
        for (Operation operation : contract.operations()) {
            if (!operation.isOfThing() || !ApiSamples.isOwned(operation.path())) {
                continue;
            }
            owned++;
            String theirs = samples.id(SUMMIT, operation.path());
            assertThat(ask(samples.key(SUMMIT), operation, theirs, "").statusCode())
                    .as("%s by its owner", operation)
                    .isBetween(200, 299);

            String unknown = theirs.substring(0, theirs.length() - 3) + "ZZZ";
            HttpResponse<String> nothing = ask(lakeside, operation, unknown, "");
            long before = entries(LAKESIDE);
            long ofTheirs = entries(SUMMIT);
            HttpResponse<String> refused = ask(lakeside, operation, theirs, "");

            assertThat(refused.statusCode()).as("%s", operation).isEqualTo(404);
            assertThat(nothing.statusCode()).isEqualTo(404);
            assertThat(shape(refused)).as("%s", operation).isEqualTo(shape(nothing));
            assertThat(refused.body()).doesNotContain(theirs);
            assertThat(entries(LAKESIDE)).as("%s: entries", operation).isEqualTo(before + 1);
            assertThat(entries(SUMMIT)).isEqualTo(ofTheirs);
            assertThat(newest(LAKESIDE)).containsExactly("api." + operation.id() + " " + theirs + " REFUSED API_KEY");
        }
        assertThat(owned).isGreaterThan(8);
    }

    @Test
    void listsHoldNothingOfAnotherPractice() throws Exception {
        String summit = samples.key(SUMMIT);
        for (Operation operation : contract.operations()) {
            if (operation.isList() && !operation.isOfThing()) {
                String body = ask(summit, operation, "", "?limit=200").body();
                for (String path : List.of("/v1/files/", "/v1/claims/", "/v1/remittances/", "/v1/mailbox/")) {
                    assertThat(body).as("%s", operation).doesNotContain("\"" + samples.id(LAKESIDE, path) + "\"");
                }
            }
        }
    }

    @Test
    void readsOfHealthInformationLeaveOneEntryWithWhoAndWhatAndNoValue() throws Exception {
        String key = samples.key(LAKESIDE);
        String claim = samples.id(LAKESIDE, "/v1/claims/{id}");
        String number = house.look()
                .texts("select patient_control_number from claims where id = ?", claim)
                .getFirst();
        long before = entries(LAKESIDE);

        ask(key, contract.operation("claims.read"), claim, "");
        assertThat(newest(LAKESIDE)).containsExactly("api.claims.read " + claim + " SEEN API_KEY");
        ask(key, contract.operation("claims.list"), "", "?patientControlNumber=" + number);
        assertThat(newest(LAKESIDE).getFirst()).startsWith("api.claims.list").doesNotContain(number);
        ask(key, contract.operation("payers.list"), "", "");

        assertThat(entries(LAKESIDE)).as("payers are no health information").isEqualTo(before + 2);
        assertThat(house.look()
                        .texts("select actor from audit where practice_id = ? order by seq desc limit 1", LAKESIDE))
                .allMatch(actor -> actor.startsWith("key_"));
    }

    @Test
    void noTextInAnyParameterIsTakenForSql() throws Exception {
        String key = samples.key(LAKESIDE);
        int asked = 0;
        for (Operation operation : contract.operations()) {
            if (operation.isOpen()) {
                continue;
            }
            for (String payload : PAYLOADS) {
                String encoded = URLEncoder.encode(payload, StandardCharsets.UTF_8);
                List<String> queries = new ArrayList<>();
                contract.parameters(operation, "query")
                        .forEach(parameter ->
                                queries.add("?" + parameter.path("name").asText() + "=" + encoded));
                for (String query : queries) {
                    HttpResponse<String> answer = ask(
                            key,
                            operation,
                            samples.id(LAKESIDE, operation.isOfThing() ? operation.path() : "/v1/claims/"),
                            query);
                    assertThat(answer.statusCode()).as("%s%s", operation, query).isIn(200, 202, 400, 404, 422);
                    asked++;
                }
                if (operation.isOfThing() && !payload.contains("/") && !payload.contains("\u0000")) {
                    assertThat(ask(key, operation, payload, "").statusCode())
                            .as("%s for %s", operation, payload)
                            .isIn(400, 404);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(300);
        assertThat(house.look().number("select count(*) from claims")).isPositive();
    }

    /** headers of a routing engine are words like any other. */
    @Test
    void headersOfARoutingEngineDoNothing() throws Exception {
        ClaimFile file = ClaimFile.of("APIHEADER", 1, NORTHWIND);
        HttpResponse<String> answer = house.ask(
                "POST",
                "/v1/files?name=..%2F..%2Fcamel.edi",
                file.bytes(),
                "Authorization",
                "Bearer " + samples.key(LAKESIDE),
                "Idempotency-Key",
                "camel",
                "CamelFileName",
                "../../owned",
                "CAmelFileName",
                "/tmp/owned",
                "CamelSqlQuery",
                "drop table claims",
                "camelJmsDestinationName",
                "elsewhere",
                "org.apache.camel.foo",
                "bar");

        assertThat(answer.statusCode()).isEqualTo(202);
        String id = house.awaitJudged(file);
        house.awaitStates(id, "PAID");
        assertThat(house.look().texts("select original_name from files where id = ?", id))
                .containsExactly("../../camel.edi");
        assertThat(java.nio.file.Path.of("/tmp/owned")).doesNotExist();
    }
}
