package org.clearlane.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearlane.bank.BankLayout.Field;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The bank tables this house knows, by name. Immutable; a changed file takes effect by loading anew. */
public final class BankLayouts {

    private static final Set<String> KEYS = Set.of("title", "separator", "dateFormat", "columns", "only");

    private final List<BankLayout> layouts;

    private BankLayouts(List<BankLayout> layouts) {
        this.layouts = List.copyOf(layouts);
    }

    /**
     * Reads {@code banks/*.yaml} under this folder; a folder that is not there counts as empty.
     *
     * @throws Failure {@link FailureCode#CONFIGURATION} whose message names every mistake of every file
     */
    public static BankLayouts load(Path config) {
        List<String> mistakes = new ArrayList<>();
        List<BankLayout> layouts = new ArrayList<>();
        for (Path file : files(config.resolve("banks"))) {
            new Reading(file, mistakes).read().ifPresent(layouts::add);
        }
        if (!mistakes.isEmpty()) {
            throw new Failure(
                    FailureCode.CONFIGURATION, "the bank layouts cannot be used:\n  " + String.join("\n  ", mistakes));
        }
        return new BankLayouts(layouts);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new Failure(FailureCode.CONFIGURATION, folder + " cannot be read", e);
        }
    }

    /** All of them, by name. */
    public List<BankLayout> all() {
        return layouts;
    }

    /** The layout of this name. */
    public Optional<BankLayout> named(String name) {
        return layouts.stream().filter(layout -> layout.name().equals(name)).findFirst();
    }

    /** One layout file; every mistake becomes a line. */
    private static final class Reading {

        private final Path file;
        private final String name;
        private final List<String> mistakes;
        private final int before;

        Reading(Path file, List<String> mistakes) {
            this.file = file;
            this.name = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
            this.mistakes = mistakes;
            this.before = mistakes.size();
        }

        Optional<BankLayout> read() {
            Map<?, ?> all = content();
            for (Object key : all.keySet()) {
                if (!KEYS.contains(String.valueOf(key))) {
                    mistake(key + " is not a known key; known are " + String.join(", ", KEYS.stream().sorted().toList()));
                }
            }
            String separator = text(all, "separator", ",");
            if (separator.length() != 1 || ",;\t|".indexOf(separator.charAt(0)) < 0) {
                mistake("separator must be a comma, semicolon, tab or bar, in double quotes");
                separator = ",";
            }
            String dateFormat = text(all, "dateFormat", "yyyy-MM-dd");
            try {
                DateTimeFormatter.ofPattern(dateFormat);
            } catch (IllegalArgumentException e) {
                mistake("dateFormat must be like MM/dd/yyyy or yyyy-MM-dd");
            }
            Map<Field, String> columns = columns(all.get("columns"));
            BankLayout.Only only = only(all.get("only"));
            if (mistakes.size() > before) {
                return Optional.empty();
            }
            return Optional.of(new BankLayout(
                    name, text(all, "title", name), separator.charAt(0), dateFormat, columns, only));
        }

        private Map<?, ?> content() {
            try {
                LoadSettings settings =
                        LoadSettings.builder().setAllowDuplicateKeys(false).build();
                if (new Load(settings).loadFromString(Files.readString(file)) instanceof Map<?, ?> map) {
                    return map;
                }
                mistake("the file holds no keys");
            } catch (IOException e) {
                mistake("the file cannot be read");
            } catch (YamlEngineException e) {
                mistake("not readable as YAML: " + e.getMessage());
            }
            return Map.of();
        }

        private Map<Field, String> columns(Object content) {
            Map<Field, String> columns = new EnumMap<>(Field.class);
            Map<?, ?> map = content instanceof Map<?, ?> given ? given : Map.of();
            map.forEach((key, heading) -> field(String.valueOf(key))
                    .ifPresentOrElse(
                            field -> columns.put(field, String.valueOf(heading)),
                            () -> mistake("columns." + key + " is not a known field; known are "
                                    + Stream.of(Field.values()).map(Field::key).collect(Collectors.joining(", ")))));
            for (Field needed : List.of(Field.DATE, Field.AMOUNT)) {
                if (!columns.containsKey(needed)) {
                    mistake("columns." + needed.key() + " is missing: no payment is known without it");
                }
            }
            return columns;
        }

        private static Optional<Field> field(String key) {
            return Stream.of(Field.values()).filter(field -> field.key().equals(key)).findFirst();
        }

        private BankLayout.Only only(Object content) {
            if (content == null) {
                return null;
            }
            if (content instanceof Map<?, ?> map
                    && map.get("column") != null
                    && map.get("values") instanceof List<?> values
                    && !values.isEmpty()) {
                return new BankLayout.Only(
                        map.get("column").toString(), values.stream().map(String::valueOf).collect(Collectors.toSet()));
            }
            mistake("only must hold column and a list of values");
            return null;
        }

        private static String text(Map<?, ?> map, String key, String fallback) {
            Object value = map.get(key);
            return value == null ? fallback : value.toString();
        }

        private void mistake(String message) {
            mistakes.add("banks/" + file.getFileName() + ": " + message);
        }
    }
}
