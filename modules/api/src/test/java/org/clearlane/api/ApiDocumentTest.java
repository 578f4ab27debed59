package org.clearlane.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.clearlane.api.contract.ApiDocument;
import org.clearlane.api.v1.WebhookRoutes;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.store.Ids;
import org.clearlane.store.ledger.Ledger;
import org.junit.jupiter.api.Test;

/** The document and the routes of the service's own parts say the same, both ways. */
class ApiDocumentTest {

    private static final Path ROOT = Path.of(System.getProperty("clearlane.root"));

    private final ApiDoor door = new ApiDoor(
            new ApiMeans(
                    new Ledger(null, Clock.systemUTC(), new Ids(Clock.systemUTC())),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    AdjustmentLabels.NONE,
                    ApiMeans.Limits.usual(1_000_000)),
            List.of(new WebhookRoutes(null, null)));

    @Test
    void namesEveryRouteWithItsScopeAndNoOther() {
        TreeSet<String> routes = new TreeSet<>(List.of("GET /v1/openapi.json document "));
        door.routes()
                .forEach(route -> routes.add(route.method().name() + " " + route.path() + " " + route.operation() + " "
                        + route.scope().code()));

        assertThat(door.document().operations().stream()
                        .map(each -> each.method() + " " + each.path() + " " + each.id() + " " + each.scope())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(routes);
        assertThat(routes).hasSizeGreaterThan(20);
    }

    @Test
    void explainsEveryOperationAndRefersToNothingThatIsNotThere() {
        for (ApiDocument.Operation operation : door.document().operations()) {
            assertThat(operation.node().path("summary").asText())
                    .as(operation.path())
                    .isNotEmpty();
            assertThat(operation.node().path("tags")).as(operation.path()).hasSize(1);
        }
        List<String> dead = new ArrayList<>();
        references(door.document().json(), dead);
        assertThat(dead).isEmpty();
    }

    /** A comma in a sentence without quotes ends the sentence and begins a word that means nothing. */
    @Test
    void holdsNoWordWithoutAMeaning() {
        List<String> empty = new ArrayList<>();
        empty(door.document().json(), "", empty);
        assertThat(empty).isEmpty();
    }

    private static void empty(JsonNode node, String place, List<String> found) {
        node.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                found.add(place + "/" + field.getKey());
            }
            empty(field.getValue(), place + "/" + field.getKey(), found);
        });
        if (node.isArray()) {
            node.forEach(each -> empty(each, place, found));
        }
    }

    private void references(JsonNode node, List<String> dead) {
        if (node.has("$ref") && door.document().resolved(node).isMissingNode()) {
            dead.add(node.get("$ref").asText());
        }
        node.forEach(each -> references(each, dead));
    }

    /** {@code -Dclearlane.openapi.write=true} writes it anew after the document was changed. */
    @Test
    void standsInTheRepositoryAsItIsServed() throws IOException {
        Path committed = ROOT.resolve("docs/reference/openapi.json");
        String served = door.document().json().toPrettyString() + "\n";
        if (Boolean.getBoolean("clearlane.openapi.write")) {
            Files.writeString(committed, served);
        }
        assertThat(new ObjectMapper().readTree(Files.readString(committed)))
                .as("docs/reference/openapi.json is out of date")
                .isEqualTo(new ObjectMapper().readTree(served));
    }
}
