package org.clearlane.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * An example's facts: what it says, held against the shape of a claim, and nothing where it is silent. So an example names
 * only what its rule looks at and needs no person's data.
 */
final class ExampleReader {

    private final YamlRows rows;

    ExampleReader(YamlRows rows) {
        this.rows = rows;
    }

    Map<String, Object> claim(Node node) {
        Map<String, Object> claim = facts(node, Vocabulary.CLAIM);
        // A line says where it was given only when that differs from the claim.
        for (Object line : (List<?>) claim.get("lines")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> facts = (Map<String, Object>) line;
            if ("".equals(facts.get("placeOfService"))) {
                facts.put("placeOfService", claim.get("placeOfService"));
            }
        }
        return claim;
    }

    private Map<String, Object> facts(Node node, Shape shape) {
        Map<String, Object> facts = silent(shape);
        Map<String, Node> written = rows.entries(
                node, shape.fields().stream().map(Shape.Field::name).collect(Collectors.toList()));
        written.forEach((name, value) -> facts.put(name, value(value, shape.field(name))));
        return facts;
    }

    private static Map<String, Object> silent(Shape shape) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Shape.Field field : shape.fields()) {
            facts.put(
                    field.name(),
                    field.kind() != null ? field.kind().absent() : field.list() ? List.of() : silent(field.shape()));
        }
        return facts;
    }

    private Object value(Node node, Shape.Field field) {
        if (field.shape() != null && !field.list()) {
            return facts(node, field.shape());
        }
        if (field.list()) {
            List<Object> entries = new ArrayList<>();
            rows.list(node, "'" + field.name() + "'").forEach(entry -> entries.add(facts(entry, field.shape())));
            return entries;
        }
        return switch (field.kind()) {
            case TEXTS -> {
                List<Object> texts = new ArrayList<>();
                rows.list(node, "'" + field.name() + "'").forEach(entry -> texts.add(text(entry, field)));
                yield texts;
            }
            case TEXT -> text(node, field);
            case NUMBER -> {
                String digits = YamlRows.scalar(node);
                if (!digits.matches("-?\\d{1,15}")) {
                    rows.mistake(node, "'" + field.name() + "' is a whole number");
                    yield 0L;
                }
                yield Long.parseLong(digits);
            }
            case FLAG -> {
                String flag = YamlRows.scalar(node);
                if (!flag.equals("true") && !flag.equals("false")) {
                    rows.mistake(node, "'" + field.name() + "' is true or false");
                }
                yield flag.equals("true");
            }
        };
    }

    private String text(Node node, Shape.Field field) {
        if (!(node instanceof ScalarNode)) {
            rows.mistake(node, "'" + field.name() + "' is " + Kind.TEXT.words());
        }
        return YamlRows.scalar(node);
    }
}
