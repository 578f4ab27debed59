package org.clearlane.api.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks requests of one operation against what the document says of it: parameters nobody knows, given twice or of another
 * kind, and JSON with fields nobody knows, fields given twice, or of another kind. Safe for use by several threads.
 */
public final class RequestCheck {

    /** JSON handed in is small: what is large comes as a file. */
    public static final int LONGEST_JSON = 64 * 1024;

    private static final int DEEPEST = 16;
    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_JSON)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

    private record Parameter(boolean required, JsonNode schema) {}

    private final SchemaCheck schemas;
    private final Map<String, Parameter> query = new HashMap<>();
    private final Map<String, Parameter> headers = new HashMap<>();
    private final JsonNode body;

    public RequestCheck(ApiDocument document, ApiDocument.Operation operation) {
        this.schemas = new SchemaCheck(document);
        operation.node().path("parameters").forEach(reference -> {
            JsonNode parameter = document.resolved(reference);
            Parameter known = new Parameter(parameter.path("required").asBoolean(false), parameter.path("schema"));
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "query" -> query.put(name, known);
                case "header" -> headers.put(name, known);
                default -> {
                    // A part of the path is looked for: what is not there is not found.
                }
            }
        });
        this.body = document.resolved(operation.node().path("requestBody"))
                .path("content")
                .path("application/json")
                .path("schema");
    }

    /** What is wrong with the parameters, in sentences without the values. */
    public List<String> parameters(Map<String, List<String>> given, Function<String, String> header) {
        List<String> wrong = new ArrayList<>();
        given.forEach((name, values) -> {
            Parameter known = query.get(name);
            if (known == null) {
                wrong.add("There is a query parameter that is not known here; known: "
                        + String.join(", ", query.keySet().stream().sorted().toList()) + ".");
            } else if (values.size() != 1) {
                wrong.add("The query parameter " + name + " is given more than once.");
            } else {
                schemas.check(
                        known.schema(), typed(known.schema(), values.getFirst()), "The query parameter " + name, wrong);
            }
        });
        query.forEach((name, known) -> {
            if (known.required() && !given.containsKey(name)) {
                wrong.add("The query parameter " + name + " is missing.");
            }
        });
        headers.forEach((name, known) -> {
            String value = header.apply(name);
            if (value != null) {
                schemas.check(known.schema(), typed(known.schema(), value), "The header " + name, wrong);
            } else if (known.required()) {
                wrong.add("The header " + name + " is missing.");
            }
        });
        return wrong;
    }

    /** A parameter is text; where a number or a truth value is meant, it has to read as one. */
    private static JsonNode typed(JsonNode schema, String text) {
        return switch (schema.path("type").asText("")) {
            case "integer" ->
                text.matches("-?[0-9]{1,18}") ? BigIntegerNode.valueOf(new BigInteger(text)) : TextNode.valueOf(text);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? BooleanNode.valueOf(text.equals("true"))
                        : TextNode.valueOf(text);
            default -> TextNode.valueOf(text);
        };
    }

    /**
     * The JSON of a request.
     *
     * @param wrong gets what is wrong with it, in sentences
     */
    public Optional<JsonNode> json(byte[] bytes, List<String> wrong) {
        JsonNode value;
        try {
            value = STRICT.readTree(bytes);
        } catch (IOException e) {
            wrong.add("The body is no JSON that can be read: broken, too deep, or with a field given twice.");
            return Optional.empty();
        }
        schemas.check(body, value, "The body", wrong);
        return wrong.isEmpty() ? Optional.of(value) : Optional.empty();
    }
}
