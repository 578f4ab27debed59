package org.clearlane.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks what somebody sent against a schema of the document. Knows the words of JSON Schema 2020-12 that schemas of
 * requests use, and no other: {@link #WORDS}. What is wrong is told by place and rule, never with the value.
 */
final class SchemaCheck {

    /** The words it knows. A schema of a request that uses another one would be checked by half. */
    static final Set<String> WORDS = Set.of(
            "$ref",
            "type",
            "enum",
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            // Words that tell and demand nothing.
            "title",
            "description",
            "default",
            "examples");

    private final ApiDocument document;

    SchemaCheck(ApiDocument document) {
        this.document = document;
    }

    /** Adds a sentence for each thing that is wrong. */
    void check(JsonNode unresolved, JsonNode value, String place, List<String> wrong) {
        JsonNode schema = document.resolved(unresolved);
        if (!isOfType(schema.path("type"), value)) {
            wrong.add(place + " is not of the type " + types(schema.path("type")) + ".");
            return;
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            wrong.add(place + " is none of the values that are known here.");
        }
        if (value.isTextual()) {
            text(schema, value.asText(), place, wrong);
        } else if (value.isNumber()) {
            if (schema.has("minimum")
                    && value.asDouble() < schema.get("minimum").asDouble()) {
                wrong.add(place + " is at least " + schema.get("minimum").asText() + ".");
            }
            if (schema.has("maximum")
                    && value.asDouble() > schema.get("maximum").asDouble()) {
                wrong.add(place + " is at most " + schema.get("maximum").asText() + ".");
            }
        } else if (value.isArray()) {
            array(schema, value, place, wrong);
        } else if (value.isObject()) {
            object(schema, value, place, wrong);
        }
    }

    private static void text(JsonNode schema, String text, String place, List<String> wrong) {
        int length = text.codePointCount(0, text.length());
        if (length < schema.path("minLength").asInt(0)) {
            wrong.add(place + " is too short.");
        } else if (length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            wrong.add(place + " is longer than " + schema.get("maxLength").asInt() + " characters.");
        } else if (text.indexOf('\0') >= 0) {
            wrong.add(place + " holds a character that no text holds.");
        } else if (schema.has("pattern")
                && !Pattern.compile(schema.get("pattern").asText())
                        .matcher(text)
                        .find()) {
            wrong.add(place + " does not look as it has to; the document shows how.");
        } else if (!isOfFormat(schema.path("format").asText(""), text)) {
            wrong.add(place + " is no " + schema.get("format").asText() + ".");
        }
    }

    private void array(JsonNode schema, JsonNode value, String place, List<String> wrong) {
        if (value.size() < schema.path("minItems").asInt(0)
                || value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            wrong.add(place + " has too few or too many items.");
        }
        for (int i = 0; i < value.size(); i++) {
            check(schema.path("items"), value.get(i), place + "[" + i + "]", wrong);
            for (int j = 0; j < i && schema.path("uniqueItems").asBoolean(); j++) {
                if (value.get(i).equals(value.get(j))) {
                    wrong.add(place + " names something twice.");
                }
            }
        }
    }

    private void object(JsonNode schema, JsonNode value, String place, List<String> wrong) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                wrong.add(place + " lacks " + name.asText() + ".");
            }
        });
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            if (!known.isMissingNode()) {
                check(known, field.getValue(), place + "." + field.getKey(), wrong);
            } else if (schema.path("additionalProperties").isObject()) {
                check(schema.get("additionalProperties"), field.getValue(), place + " (a field of its own)", wrong);
            } else {
                // The name came from outside and may be anything: it is not repeated.
                wrong.add(place + " has a field that is not known here.");
            }
        });
    }

    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (isOfType(each, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText("")) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private static String types(JsonNode type) {
        return type.isArray() ? type.toString().replaceAll("[\\[\\]\"]", "").replace(",", " or ") : type.asText();
    }

    private static boolean contains(JsonNode all, JsonNode value) {
        for (JsonNode each : all) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfFormat(String format, String text) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> Instant.parse(text);
                default -> {
                    // Other formats only tell.
                }
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
