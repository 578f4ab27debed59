package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The document as the service serves it, and answers held against it by a JSON Schema validator that is not ours. */
final class ApiContract {

    /** One operation of the document. */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        boolean isOfThing() {
            return path.contains("{id}");
        }

        boolean isOpen() {
            return node.path("security").isArray() && node.path("security").isEmpty();
        }

        String scope() {
            return node.at("/security/0/key/0").asText();
        }

        boolean isList() {
            return node.at("/responses/200/content/text~1csv").isObject();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Set<String> seen = new TreeSet<>();

    private ApiContract(JsonNode document) {
        this.document = document;
    }

    /** As it is served, to whoever asks. */
    static ApiContract of(House house) throws Exception {
        HttpResponse<String> answer = house.ask("GET", "/v1/openapi.json", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ApiContract(MAPPER.readTree(answer.body()));
    }

    JsonNode json() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> all.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return all;
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document has no " + id));
    }

    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = document.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    /** The parameters of an operation in this place. */
    List<JsonNode> parameters(Operation operation, String in) {
        List<JsonNode> all = new ArrayList<>();
        operation.node().path("parameters").forEach(each -> {
            JsonNode parameter = resolved(each);
            if (parameter.path("in").asText().equals(in)) {
                all.add(parameter);
            }
        });
        return all;
    }

    /** Which status codes an operation may answer with. */
    List<String> statuses(Operation operation) {
        List<String> all = new ArrayList<>();
        operation.node().path("responses").fieldNames().forEachRemaining(all::add);
        return all;
    }

    /** An answer must be one that the document knows of this operation, to its last field. */
    HttpResponse<String> hold(Operation operation, HttpResponse<String> answer) throws IOException {
        String status = Integer.toString(answer.statusCode());
        JsonNode response = resolved(operation.node().path("responses").path(status));
        assertThat(response.isObject())
                .as("%s may answer %s: %s", operation, status, answer.body())
                .isTrue();
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .as("%s: request id", operation)
                .isPresent();
        seen.add(operation.id() + " " + status);
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode contents = response.path("content");
        if (contents.isEmpty()) {
            assertThat(answer.body()).as("%s %s has no body", operation, status).isEmpty();
            return answer;
        }
        assertThat(contents.has(type))
                .as("%s %s may be %s", operation, status, type)
                .isTrue();
        if (type.endsWith("json")) {
            JsonNode body = MAPPER.readTree(answer.body());
            assertThat(wrong(contents.path(type).path("schema"), body))
                    .as("%s %s: %s", operation, status, answer.body())
                    .isEmpty();
        }
        return answer;
    }

    /** What is wrong with a value by a schema of the document. */
    List<String> wrong(JsonNode schema, JsonNode value) {
        return schemas
                .computeIfAbsent(schema.toString(), unused -> {
                    ObjectNode root = MAPPER.createObjectNode();
                    root.set("components", document.path("components"));
                    root.putArray("allOf").add(schema);
                    return SCHEMAS.getSchema(root);
                })
                .validate(value)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Operations and statuses that have been held against the document. */
    Set<String> seen() {
        return seen;
    }
}
