package org.clearlane.rules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file looked at node by node, so that every mistake is told with its line. */
final class YamlRows {

    private final String file;
    private final RuleMistakes mistakes;

    YamlRows(String file, RuleMistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    Optional<Node> root(String text) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            if (root.isEmpty()) {
                mistakes.add(file, 0, "the file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            mistakes.add(file, line, "not readable as YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            mistakes.add(file, 0, "not readable as YAML");
        }
        return Optional.empty();
    }

    void mistake(Node at, String what) {
        mistakes.add(file, line(at), what);
    }

    void mistake(int line, String what) {
        mistakes.add(file, line, what);
    }

    /** The entries of a mapping whose keys are all among these; anything else is a mistake with the nearest one named. */
    Map<String, Node> entries(Node node, Collection<String> known) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            mistake(node, "names with values are expected here");
            return entries;
        }
        for (NodeTuple pair : mapping.getValue()) {
            String key = scalar(pair.getKeyNode());
            if (!known.contains(key)) {
                mistake(pair.getKeyNode(), "'" + key + "' means nothing here" + NearName.hint(key, known));
            } else if (entries.put(key, pair.getValueNode()) != null) {
                mistake(pair.getKeyNode(), "'" + key + "' stands here twice");
            }
        }
        return entries;
    }

    List<Node> list(Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        mistake(node, what + " is a list");
        return List.of();
    }

    /** The text of a single value, empty for anything else. */
    static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Where the text of a value begins: a block begins on the line behind its sign. */
    static int firstLineOfText(Node node) {
        boolean block = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        return line(node) + (block ? 1 : 0);
    }
}
