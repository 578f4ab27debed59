package org.clearlane.edits;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.finding.Severity;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the catalogue row by row and notes every mistake with its line instead of stopping at the first. */
final class CatalogReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "version",
            "guides",
            "snip",
            "severity",
            "test-severity",
            "status",
            "message",
            "mend",
            "from",
            "until",
            "source");
    private static final Set<String> REQUIRED =
            Set.of("id", "version", "guides", "snip", "severity", "message", "mend", "from", "source");
    private static final int END_OF_TIME = 99991231;

    private final Path file;
    private final EditMistakes mistakes;
    private final Set<String> ids;

    /** @param ids the ids of rows already read from other files of the catalogue; grows by those of this one */
    CatalogReader(Path file, Set<String> ids, EditMistakes mistakes) {
        this.file = file;
        this.ids = ids;
        this.mistakes = mistakes;
    }

    List<Rule> read() {
        List<Rule> rules = new ArrayList<>();
        Node root = root();
        if (!(root instanceof MappingNode mapping)
                || mapping.getValue().size() != 1
                || !text(mapping.getValue().getFirst().getKeyNode()).equals("edits")
                || !(mapping.getValue().getFirst().getValueNode() instanceof SequenceNode rows)) {
            if (root != null) {
                mistakes.add(file, line(root), "one list named 'edits' is expected, and nothing else");
            }
            return rules;
        }
        for (Node row : rows.getValue()) {
            rule(row).ifPresent(rules::add);
        }
        return rules;
    }

    private Node root() {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file.getFileName().toString()).build();
        try (Reader reader = Files.newBufferedReader(file)) {
            Optional<Node> root = new Compose(settings).composeReader(reader);
            if (root.isEmpty()) {
                mistakes.add(file, 0, "the file is empty");
            }
            return root.orElse(null);
        } catch (IOException missing) {
            mistakes.add(file, 0, "cannot be read");
        } catch (YamlEngineException broken) {
            mistakes.add(file, 0, "is not YAML: " + broken.getMessage().replace('\n', ' '));
        }
        return null;
    }

    private Optional<Rule> rule(Node row) {
        if (!(row instanceof MappingNode mapping)) {
            mistakes.add(file, line(row), "a row is a mapping of names to values");
            return Optional.empty();
        }
        int before = mistakes.all().size();
        Map<String, String> values = new HashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
            String key = text(pair.getKeyNode());
            if (!KEYS.contains(key)) {
                mistakes.add(file, line(pair.getKeyNode()), "'" + key + "' means nothing here");
            } else if (values.put(key, key.equals("guides") ? "given" : text(pair.getValueNode())) != null) {
                mistakes.add(file, line(pair.getKeyNode()), "'" + key + "' stands here twice");
            }
        }
        for (String key : REQUIRED) {
            if (values.getOrDefault(key, "").isEmpty()) {
                mistakes.add(file, line(row), "'" + key + "' is missing");
            }
        }
        Severity severity = severity(row, values.getOrDefault("severity", "error"));
        Rule rule = new Rule(
                values.getOrDefault("id", ""),
                version(row, values.getOrDefault("version", "1")),
                guides(mapping),
                snip(row, values.getOrDefault("snip", "3")),
                severity,
                values.containsKey("test-severity") ? severity(row, values.get("test-severity")) : severity,
                status(row, values.getOrDefault("status", ""), severity),
                values.getOrDefault("message", ""),
                values.getOrDefault("mend", ""),
                day(row, values.getOrDefault("from", "2012-01-01")),
                values.containsKey("until") ? day(row, values.get("until")) : END_OF_TIME,
                values.getOrDefault("source", ""));
        if (!ids.add(rule.id())) {
            mistakes.add(file, line(row), rule.id() + " has more than one row");
        }
        if (rule.from() > rule.until()) {
            mistakes.add(file, line(row), "'from' is later than 'until'");
        }
        return mistakes.all().size() == before ? Optional.of(rule) : Optional.empty();
    }

    private int version(Node row, String value) {
        if (!value.matches("[1-9]\\d{0,3}")) {
            mistakes.add(file, line(row), "'version' is a number from 1");
            return 1;
        }
        return Integer.parseInt(value);
    }

    private Set<ClaimKind> guides(MappingNode row) {
        Set<ClaimKind> guides = EnumSet.noneOf(ClaimKind.class);
        for (NodeTuple pair : row.getValue()) {
            if (!text(pair.getKeyNode()).equals("guides")) {
                continue;
            }
            Node value = pair.getValueNode();
            List<Node> names = value instanceof SequenceNode list ? list.getValue() : List.of(value);
            for (Node name : names) {
                ClaimKind kind = ClaimKind.of(text(name));
                if (kind == null || !guides.add(kind)) {
                    mistakes.add(file, line(value), "'guides' is a list of 837P, 837I, 837D, each once");
                }
            }
            if (names.isEmpty()) {
                mistakes.add(file, line(value), "'guides' names no guide");
            }
        }
        return guides;
    }

    private int snip(Node row, String value) {
        if (value.length() != 1 || value.charAt(0) < '3' || value.charAt(0) > '7') {
            mistakes.add(file, line(row), "'snip' is 3 to 7");
            return 3;
        }
        return value.charAt(0) - '0';
    }

    private Severity severity(Node row, String value) {
        return switch (value) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> {
                mistakes.add(file, line(row), "a severity is 'error' or 'warning'");
                yield Severity.ERROR;
            }
        };
    }

    private String status(Node row, String value, Severity severity) {
        if (value.isEmpty() ? severity == Severity.ERROR : !value.matches("A[3678]:\\d{1,3}(:([0-9A-Z]{2,3}|\\*))?")) {
            mistakes.add(file, line(row), "'status' of an error looks like A7:562:85, category, status and entity");
        }
        return value;
    }

    private int day(Node row, String value) {
        int day = value.length() == 10 ? CalendarDay.parse(value.replace("-", "")) : CalendarDay.UNREAL;
        if (day <= 0) {
            mistakes.add(file, line(row), "'" + value + "' is no day like 2026-01-31");
        }
        return day;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
