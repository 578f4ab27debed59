package org.clearlane.app.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Edits and rules as they are written, field by field, to hold two states of them against each other. */
final class EditFields {

    private EditFields() {}

    /** What one state says otherwise than another. */
    record Change(String id, String what, String field, String before, String after) {}

    /** All rows of a file, or of all files of edits and rules below a folder, by id. */
    static Map<String, Map<String, String>> of(Path fileOrFolder) {
        Map<String, Map<String, String>> byId = new TreeMap<>();
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                rows(file, byId);
            }
        } catch (IOException | YamlEngineException e) {
            throw new Failure(FailureCode.CONFIGURATION, fileOrFolder + " cannot be read as edits or rules", e);
        }
        return byId;
    }

    private static void rows(Path file, Map<String, Map<String, String>> byId) throws IOException {
        Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        if (!(content instanceof Map<?, ?> top)) {
            return;
        }
        for (String list : List.of("edits", "rules")) {
            if (top.get(list) instanceof List<?> rows) {
                for (Object row : rows) {
                    if (row instanceof Map<?, ?> fields && fields.get("id") != null) {
                        Map<String, String> written = new LinkedHashMap<>();
                        fields.forEach((name, value) -> written.put(String.valueOf(name), String.valueOf(value)));
                        byId.put(String.valueOf(fields.get("id")), written);
                    }
                }
            }
        }
    }

    static List<Change> between(Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<Change> changes = new java.util.ArrayList<>();
        for (String id : ids) {
            Map<String, String> one = before.get(id);
            Map<String, String> other = after.get(id);
            if (one == null) {
                changes.add(new Change(id, "added", "", "", other.getOrDefault("message", "")));
            } else if (other == null) {
                changes.add(new Change(id, "gone", "", one.getOrDefault("message", ""), ""));
            } else {
                TreeSet<String> fields = new TreeSet<>(one.keySet());
                fields.addAll(other.keySet());
                for (String field : fields) {
                    String was = one.getOrDefault(field, "");
                    String is = other.getOrDefault(field, "");
                    if (!was.equals(is)) {
                        changes.add(new Change(id, "changed", field, was, is));
                    }
                }
            }
        }
        return changes;
    }
}
