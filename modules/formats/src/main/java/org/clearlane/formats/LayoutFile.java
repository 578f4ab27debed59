package org.clearlane.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code format.yaml}; every mistake becomes a line. */
final class LayoutFile {

    private static final Set<String> KEYS = Set.of("title", "separator", "claimRows", "columns", "defaults");
    private static final Set<String> COLUMN_KEYS = Set.of("heading", "field", "required", "meaning", "example");
    private static final Set<Character> SEPARATORS = Set.of(',', ';', '\t', '|');

    private final String shown;
    private final String name;
    private final List<String> mistakes;
    private final int mistakesBefore;

    private LayoutFile(String name, List<String> mistakes) {
        this.shown = "formats/" + name + "/format.yaml: ";
        this.name = name;
        this.mistakes = mistakes;
        this.mistakesBefore = mistakes.size();
    }

    static Optional<CsvLayout> read(Path file, String name, List<String> mistakes) {
        return new LayoutFile(name, mistakes).read(file);
    }

    private Optional<CsvLayout> read(Path file) {
        Map<?, ?> content = content(file);
        if (content == null) {
            return Optional.empty();
        }
        if (!name.matches("[a-z0-9-]{1,40}")) {
            mistake("", "the folder's name must be 1 to 40 lower-case letters, digits and dashes");
        }
        refuseUnknown(content, KEYS, "");
        String separator = text(content, "separator", ",");
        if (separator.length() != 1 || !SEPARATORS.contains(separator.charAt(0))) {
            mistake("separator", "must be a comma, semicolon, tab or bar, in double quotes");
            separator = ",";
        }
        List<CsvLayout.Column> columns = columns(content.get("columns"));
        Map<ClaimField, String> defaults = defaults(content.get("defaults"));
        List<ClaimField> claimRows = claimRows(content.get("claimRows"), columns);
        for (ClaimField field : ClaimField.values()) {
            boolean given = defaults.containsKey(field) || columns.stream().anyMatch(column -> column.field() == field);
            if (field.needed() && !given) {
                mistake("columns", "no claim can be written without " + field.key() + ": add a column or a default");
            }
        }
        if (mistakes.size() > mistakesBefore) {
            return Optional.empty();
        }
        return Optional.of(
                new CsvLayout(name, text(content, "title", name), separator.charAt(0), claimRows, columns, defaults));
    }

    private Map<?, ?> content(Path file) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setAllowDuplicateKeys(false).build();
            if (new Load(settings).loadFromString(Files.readString(file)) instanceof Map<?, ?> map) {
                return map;
            }
            mistake("", "the file holds no keys");
        } catch (IOException e) {
            mistake("", "the file cannot be read");
        } catch (YamlEngineException e) {
            mistake("", "not readable as YAML: " + e.getMessage());
        }
        return null;
    }

    private List<CsvLayout.Column> columns(Object content) {
        List<CsvLayout.Column> columns = new ArrayList<>();
        Set<String> headings = new HashSet<>();
        Set<ClaimField> fields = new HashSet<>();
        if (!(content instanceof List<?> list) || list.isEmpty()) {
            mistake("columns", "must be a list of columns");
            return columns;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = "columns[" + i + "]";
            if (!(list.get(i) instanceof Map<?, ?> map)) {
                mistake(at, "must hold heading and field");
                continue;
            }
            refuseUnknown(map, COLUMN_KEYS, at + ".");
            String heading = text(map, "heading", "").strip();
            Optional<ClaimField> field = ClaimField.of(text(map, "field", ""));
            if (heading.isEmpty() || !headings.add(heading.toLowerCase(Locale.ROOT))) {
                mistake(at + ".heading", "must be there, and differ from all others");
            }
            if (field.isEmpty() || !fields.add(field.get())) {
                mistake(at + ".field", "must be a known field, and stand here once");
                continue;
            }
            String required = text(map, "required", "false");
            if (!required.equals("true") && !required.equals("false")) {
                mistake(at + ".required", "must be true or false");
            }
            columns.add(new CsvLayout.Column(
                    heading,
                    field.get(),
                    required.equals("true"),
                    text(map, "meaning", ""),
                    text(map, "example", example(field.get()))));
        }
        return columns;
    }

    private static String example(ClaimField field) {
        return switch (field.kind()) {
            case TEXT, DIAGNOSIS -> "A00";
            case DATE -> "2026-01-05";
            case AMOUNT, QUANTITY, POINTERS -> "1";
            case ZIP -> "00000";
        };
    }

    private Map<ClaimField, String> defaults(Object content) {
        Map<ClaimField, String> defaults = new EnumMap<>(ClaimField.class);
        if (content instanceof Map<?, ?> map) {
            map.forEach((key, value) -> ClaimField.of(String.valueOf(key))
                    .ifPresentOrElse(
                            field -> defaults.put(field, String.valueOf(value)),
                            () -> mistake("defaults." + key, "is not a known field")));
        } else if (content != null) {
            mistake("defaults", "must map fields to values");
        }
        return defaults;
    }

    private List<ClaimField> claimRows(Object content, List<CsvLayout.Column> columns) {
        List<?> keys = content instanceof List<?> list ? list : List.of(ClaimField.CLAIM_NUMBER.key());
        List<ClaimField> fields = new ArrayList<>();
        for (Object key : keys) {
            Optional<ClaimField> field = ClaimField.of(String.valueOf(key));
            boolean required = columns.stream()
                    .anyMatch(column -> Optional.of(column.field()).equals(field) && column.required());
            if (field.isEmpty() || !required) {
                mistake("claimRows", key + " must be the field of a required column");
            } else {
                fields.add(field.get());
            }
        }
        if (keys.isEmpty()) {
            mistake("claimRows", "must name at least one field");
        }
        return fields;
    }

    private void refuseUnknown(Map<?, ?> map, Set<String> known, String prefix) {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                mistake(prefix + key, "is not a known key");
            }
        }
    }

    private static String text(Map<?, ?> map, String key, String fallback) {
        Object value = map.get(key);
        return value == null ? fallback : value.toString();
    }

    private void mistake(String key, String message) {
        mistakes.add(shown + (key.isEmpty() ? "" : key + ": ") + message);
    }
}
