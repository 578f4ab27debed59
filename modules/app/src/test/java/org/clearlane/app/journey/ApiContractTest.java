package org.clearlane.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.LAKESIDE;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.clearlane.app.journey.ApiContract.Operation;
import org.clearlane.store.ledger.ApiScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the document says is what the service does, for every operation and every answer it may give. */
@ExtendWith(OneHouse.class)
class ApiContractTest {

    /** Nothing of ours is broken on purpose here, and nobody is slow: such answers are tried where somebody is. */
    private static final List<String> NOT_PROVOKED = List.of("408", "500", "503");

    private static final Path ROOT = Path.of(System.getProperty("clearlane.root"));

    private final House house;
    private final ApiContract contract;
    private final ApiSamples samples;
    private final String key;

    ApiContractTest(House house) throws Exception {
        this.house = house;
        this.contract = ApiContract.of(house);
        this.samples = ApiSamples.of(house);
        this.key = samples.key(LAKESIDE);
    }

    private HttpResponse<String> ask(String key, Operation operation, String query, byte[] body, String... headers)
            throws Exception {
        List<String> all = new ArrayList<>(List.of(headers));
        if (key != null) {
            all.addAll(List.of("Authorization", "Bearer " + key));
        }
        if (operation.id().equals("files.create") && !all.contains("Idempotency-Key")) {
            all.addAll(List.of("Idempotency-Key", "contract " + System.nanoTime()));
        }
        String path = samples.path(LAKESIDE, operation.path());
        return contract.hold(operation, house.ask(operation.method(), path + query, body, all.toArray(String[]::new)));
    }

    private static byte[] body(Operation operation) throws Exception {
        return ApiSamples.body(operation.method(), operation.id());
    }

    @Test
    void answersEachOperationWithEachStatusThatTheDocumentNames() throws Exception {
        String spent = spent();
        for (Operation operation : contract.operations()) {
            HttpResponse<String> good = ask(key, operation, "", body(operation));
            assertThat(good.statusCode()).as("%s: %s", operation, good.body()).isBetween(200, 299);
            if (operation.isOpen()) {
                continue;
            }
            good.headers()
                    .firstValue("ETag")
                    .ifPresent(tag -> asking(() -> {
                        assertThat(ask(key, operation, "", null, "If-None-Match", tag)
                                        .statusCode())
                                .as("%s again", operation)
                                .isEqualTo(304);
                    }));
            if (operation.isList()) {
                HttpResponse<String> table = ask(key, operation, "", null, "Accept", "text/csv");
                assertThat(table.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/csv");
                assertThat(table.body()).as("%s as a table", operation).containsPattern("^[a-zA-Z0-9,]+\r\n");
            }
            assertThat(ask(null, operation, "", body(operation)).statusCode()).isEqualTo(401);
            assertThat(ask(key, operation, "?nobody=knows", body(operation)).statusCode())
                    .isEqualTo(400);
            assertThat(ask(key, operation, "", body(operation), "Clearlane-Practice", ClaimFile.SUMMIT)
                            .statusCode())
                    .isEqualTo(403);
            if (operation.isOfThing()) {
                contract.hold(
                        operation,
                        house.ask(
                                operation.method(),
                                samples.delivery(LAKESIDE, operation.path().replace("{id}", "clm_NOSUCHTHINGATALL")),
                                body(operation),
                                "Authorization",
                                "Bearer " + key));
            }
            HttpResponse<String> tooMany = ask(spent, operation, "", body(operation));
            assertThat(tooMany.statusCode())
                    .as("%s with a spent key", operation)
                    .isEqualTo(429);
            assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();
            assertThat(tooMany.headers().firstValue("RateLimit-Remaining")).contains("0");
        }
        refusedFiles();

        TreeSet<String> named = new TreeSet<>();
        contract.operations().forEach(operation -> contract.statuses(operation).stream()
                .filter(status -> !NOT_PROVOKED.contains(status))
                .forEach(status -> named.add(operation.id() + " " + status)));
        assertThat(contract.seen()).containsExactlyElementsOf(named);
    }

    @FunctionalInterface
    private interface Asking {
        void run() throws Exception;
    }

    private static void asking(Asking asking) {
        try {
            asking.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A key that has asked as often as it may in this window; the window that begins meanwhile is used up too. */
    private String spent() throws Exception {
        String spent = samples.key(LAKESIDE);
        Operation payers = contract.operation("payers.list");
        HttpResponse<String> last;
        int asked = 0;
        do {
            last = ask(spent, payers, "?limit=1", null);
        } while (last.statusCode() == 200 && ++asked < 3_000);
        assertThat(last.statusCode()).isEqualTo(429);
        return spent;
    }

    private void refusedFiles() throws Exception {
        Operation create = contract.operation("files.create");
        Operation validate = contract.operation("validate");
        Operation translate = contract.operation("translate");
        byte[] large = new byte[JourneyConfig.LARGEST_FILE + 1];
        for (Operation operation : List.of(create, validate, translate)) {
            assertThat(ask(key, operation, "", large).statusCode()).isEqualTo(413);
            assertThat(ask(key, operation, "", new byte[0]).statusCode()).isEqualTo(400);
        }
        ask(key, create, "", ClaimFile.of("APIKEYA", 1, NORTHWIND).bytes(), "Idempotency-Key", "used");
        assertThat(ask(key, create, "", ClaimFile.of("APIKEYB", 1, NORTHWIND).bytes(), "Idempotency-Key", "used")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ask(key, translate, "", "no,such,headings\n1,2,3\n".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(422);
        byte[] inside = "{\"url\":\"https://127.0.0.1/inside\",\"types\":[\"claim.paid\"]}".getBytes(UTF_8);
        for (String id : List.of("webhooks.create", "webhooks.change")) {
            assertThat(ask(key, contract.operation(id), "", inside).statusCode())
                    .isEqualTo(422);
        }
        assertThat(underWay(create).statusCode()).isEqualTo(409);
    }

    /** What is answered while a request with the same key has begun and not ended. */
    private HttpResponse<String> underWay(Operation create) throws Exception {
        byte[] bytes = ClaimFile.of("APISLOW", 1, NORTHWIND).bytes();
        try (Socket slow = house.connect()) {
            String head = "POST /v1/files HTTP/1.1\r\nHost: clearlane\r\nAuthorization: Bearer " + key
                    + "\r\nIdempotency-Key: slow\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n";
            slow.getOutputStream().write(head.getBytes(UTF_8));
            slow.getOutputStream().write(bytes, 0, 10);
            slow.getOutputStream().flush();
            HttpResponse<String> meanwhile = House.patiently("409")
                    .until(
                            () -> ask(key, create, "", bytes, "Idempotency-Key", "slow"),
                            answer -> answer.statusCode() == 409);
            slow.getOutputStream().write(bytes, 10, bytes.length - 10);
            slow.getOutputStream().flush();
            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 202");
            return meanwhile;
        }
    }

    @Test
    void letsAKeyDoWhatItsScopesSayAndNothingElse() throws Exception {
        for (ApiScope scope : ApiScope.values()) {
            String narrow = samples.key(LAKESIDE, java.util.Set.of(scope));
            for (Operation operation : contract.operations()) {
                if (!operation.isOpen()) {
                    int status = ask(narrow, operation, "", body(operation)).statusCode();
                    assertThat(status == 403)
                            .as("%s with %s: %d", operation, scope.code(), status)
                            .isEqualTo(!operation.scope().equals(scope.code()));
                }
            }
        }
    }

    @Test
    void refusesEveryRequestThatIsNotAsTheDocumentHasIt() throws Exception {
        int tried = 0;
        for (Operation operation : contract.operations()) {
            for (JsonNode parameter : contract.parameters(operation, "query")) {
                String name = parameter.path("name").asText();
                for (String wrong : wrongValues(contract.resolved(parameter.path("schema")))) {
                    tried++;
                    assertThat(ask(key, operation, "?" + name + "=" + wrong, body(operation))
                                    .statusCode())
                            .as("%s with %s=%s", operation, name, wrong)
                            .isEqualTo(400);
                }
                assertThat(ask(key, operation, "?" + name + "=1&" + name + "=1", body(operation))
                                .statusCode())
                        .as("%s with %s twice", operation, name)
                        .isEqualTo(400);
            }
        }
        assertThat(tried).isGreaterThan(50);
        Operation create = contract.operation("files.create");
        assertThat(ask(key, create, "", body(create), "Idempotency-Key", "k".repeat(256))
                        .statusCode())
                .isEqualTo(400);
    }

    /** Values a schema forbids, as they stand in an address. */
    private static List<String> wrongValues(JsonNode schema) {
        List<String> wrong = new ArrayList<>();
        switch (schema.path("type").asText()) {
            case "integer" -> {
                wrong.addAll(List.of("x", "1.5", "1e3", "", "%27", "99999999999999999999"));
                wrong.add(Long.toString(schema.path("minimum").asLong() - 1));
                wrong.add(Long.toString(schema.path("maximum").asLong() + 1));
            }
            case "string" -> {
                if (schema.has("enum") || schema.has("pattern") || schema.has("format")) {
                    wrong.addAll(List.of("%27%3B--", "%00", "no-such%20value!"));
                }
                if (schema.has("maxLength")) {
                    wrong.add("a".repeat(schema.path("maxLength").asInt() + 1));
                }
                if (schema.path("minLength").asInt() > 0) {
                    wrong.add("");
                }
            }
            default -> throw new AssertionError("a parameter of type " + schema.path("type"));
        }
        return wrong;
    }

    @Test
    void tellsAboutMethodsAndHeadersOnly() throws Exception {
        String bearer = "Bearer " + key;
        HttpResponse<String> wrong = house.ask("DELETE", "/v1/files", null, "Authorization", bearer);
        HttpResponse<String> options = house.ask("OPTIONS", "/v1/claims", null);
        HttpResponse<String> head = house.ask("HEAD", "/v1/claims", null, "Authorization", bearer);

        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD, POST, OPTIONS");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void pagesAListWithoutLosingOrRepeatingARow() throws Exception {
        Operation list = contract.operation("claims.list");
        List<String> all = ids(ask(key, list, "?limit=200", null));
        List<String> paged = new ArrayList<>();
        String query = "?limit=2&payer=northwind";
        for (int pages = 0; !query.isEmpty() && pages < 200; pages++) {
            HttpResponse<String> page = ask(key, list, query, null);
            paged.addAll(ids(page));
            String next = new ObjectMapper().readTree(page.body()).path("next").asText();
            assertThat(page.headers().firstValue("Link").orElse(""))
                    .isEqualTo(next.isEmpty() ? "" : "<" + next + ">; rel=\"next\"");
            query = next.isEmpty() ? "" : next.substring(next.indexOf('?'));
        }

        assertThat(paged).hasSizeGreaterThan(3).doesNotHaveDuplicates().isSubsetOf(all);
        assertThat(paged).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private static List<String> ids(HttpResponse<String> page) throws Exception {
        List<String> ids = new ArrayList<>();
        new ObjectMapper()
                .readTree(page.body())
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    @Test
    void examplesInTheDocumentAreWhatTheySay() {
        List<String> checked = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            operation.node().path("responses").properties().forEach(response -> contract.resolved(response.getValue())
                    .path("content")
                    .properties()
                    .forEach(content -> {
                        if (content.getValue().has("example")) {
                            checked.add(operation.id());
                            assertThat(contract.wrong(
                                            content.getValue().path("schema"),
                                            content.getValue().path("example")))
                                    .as("%s %s", operation, response.getKey())
                                    .isEmpty();
                        }
                    }));
        }
        contract.json().at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("examples")
                .forEach(example -> assertThat(contract.wrong(schema.getValue(), example))
                        .as(schema.getKey())
                        .isEmpty()));
        assertThat(checked).isNotEmpty();
    }

    /** One fault has one text: judged without being kept, in the ledger, in the 277CA the practice gets. */
    @Test
    void saysTheSameOfOneFaultEverywhere() throws Exception {
        ClaimFile faulty = ApiSamples.faulty("APIWORDS");
        Operation validate = contract.operation("validate");
        JsonNode verdict = new ObjectMapper()
                .readTree(ask(key, validate, "", faulty.bytes()).body());
        JsonNode judged = verdict.path("errors").path(0);
        String file = house.dropAndAwaitJudged(faulty);
        String answer = house.awaitAnswer(file, "277CA");
        String claim = house.look()
                .texts("select id from claims where file_id = ? and state = 'REJECTED_CLAIM'", file)
                .getFirst();
        JsonNode read = new ObjectMapper()
                .readTree(house.ask("GET", "/v1/claims/" + claim, null, "Authorization", "Bearer " + key)
                        .body())
                .path("errors")
                .path(0);
        List<String> row = house.look()
                .texts("select message || '|' || mend from findings where claim_id = ? and severity = 'ERROR'", claim);

        assertThat(verdict.path("verdict").asText()).isEqualTo("PARTIAL");
        assertThat(verdict.path("claimsRejected").asInt()).isEqualTo(1);
        for (Map.Entry<String, JsonNode> field : read.properties()) {
            assertThat(judged.path(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
        }
        String words = judged.path("description").asText();
        assertThat(words).isNotEmpty();
        assertThat(answer).contains("*" + words + "~");
        assertThat(row)
                .containsExactly(words + "|" + judged.path("followupAction").asText());
        assertThat(judged.path("loop").asText()).isEqualTo("2400");
        assertThat(judged.path("segment").asText()).isEqualTo("DTP");
    }
}
