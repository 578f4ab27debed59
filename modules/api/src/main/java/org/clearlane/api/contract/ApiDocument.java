package org.clearlane.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The OpenAPI 3.1 document of {@code /v1}, put together from a file a part. What every operation has in common (how one
 * asks, what may always be answered) stands once, under {@code x-every-operation}, and is written out in each when loaded.
 * Requests are checked against this document while the service runs, so that it cannot say something else than is done.
 */
public final class ApiDocument {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final String EVERY = "x-every-operation";

    private final ObjectNode root;

    private ApiDocument(ObjectNode root) {
        this.root = root;
    }

    /** The document that begins with this resource, as it is in the file. */
    public static ApiDocument begin(Class<?> beside, String resource) {
        return new ApiDocument(read(beside, resource));
    }

    /** Adds the paths and components of another file; what stands in both is a mistake of ours. */
    public ApiDocument add(Class<?> beside, String resource) {
        ObjectNode part = read(beside, resource);
        merge(root.withObjectProperty("tags"), part.withObjectProperty("tags"), resource);
        merge(root.withObjectProperty("paths"), part.withObjectProperty("paths"), resource);
        part.withObjectProperty("components")
                .properties()
                .forEach(kind -> merge(
                        root.withObjectProperty("components").withObjectProperty(kind.getKey()),
                        (ObjectNode) kind.getValue(),
                        resource));
        return this;
    }

    /** Writes out what every operation has, and the tags as the standard wants them: no part can be added after that. */
    public ApiDocument complete() {
        ObjectNode every = (ObjectNode) root.remove(EVERY);
        operations().forEach(operation -> {
            ObjectNode node = operation.node();
            ArrayNode parameters = node.withArrayProperty("parameters");
            every.withArrayProperty("parameters").forEach(parameters::add);
            ObjectNode responses = node.withObjectProperty("responses");
            if (!node.path("security").isArray() || !node.path("security").isEmpty()) {
                every.withObjectProperty("responses")
                        .properties()
                        .forEach(each -> responses.putIfAbsent(each.getKey(), each.getValue()));
            }
            responses.properties().forEach(each -> {
                JsonNode response = resolved(each.getValue());
                if (response instanceof ObjectNode own) {
                    every.withObjectProperty("headers").properties().forEach(header -> own.withObjectProperty("headers")
                            .putIfAbsent(header.getKey(), header.getValue()));
                }
            });
        });
        ArrayNode tags = root.arrayNode();
        root.withObjectProperty("tags").properties().forEach(tag -> tags.addObject()
                .put("name", tag.getKey())
                .put("description", tag.getValue().asText()));
        root.set("tags", tags);
        return this;
    }

    /**
     * One operation.
     *
     * @param method in capitals
     */
    public record Operation(String method, String path, ObjectNode node) {

        /** Its name. */
        public String id() {
            return node.path("operationId").asText();
        }

        /** What a key must be allowed to do; empty where no key is asked for. */
        public String scope() {
            return node.path("security").path(0).path("key").path(0).asText("");
        }
    }

    /** All operations, in the order of the document. */
    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.withObjectProperty("paths").properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> all.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey(), (ObjectNode)
                        path.getValue().get(method)))));
        return all;
    }

    /** The operation with this method and path. */
    public Operation operation(String method, String path) {
        return operations().stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the document has no " + method + " " + path));
    }

    /** What a reference points to, or the node itself. */
    public JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = root.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    /** The whole document. */
    public JsonNode json() {
        return root;
    }

    private static void merge(ObjectNode into, ObjectNode part, String resource) {
        part.properties().forEach(each -> {
            JsonNode there = into.get(each.getKey());
            if (there instanceof ObjectNode known && each.getValue() instanceof ObjectNode more) {
                merge(known, more, resource);
            } else if (there != null) {
                throw new IllegalStateException(resource + " says again what " + each.getKey() + " is");
            } else {
                into.set(each.getKey(), each.getValue());
            }
        });
    }

    private static ObjectNode read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource + " beside " + beside.getSimpleName());
            }
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(resource)
                    .setAllowDuplicateKeys(false)
                    .build();
            Map<?, ?> yaml = (Map<?, ?>) new Load(settings).loadFromInputStream(in);
            return new ObjectMapper().valueToTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
