package org.clearlane.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One YAML file as a tree that knows its lines, and the mistakes found in it so far. */
final class DefinitionFile {

    private final String name;
    private final List<GuideMistake> mistakes;

    DefinitionFile(String name, List<GuideMistake> mistakes) {
        this.name = name;
        this.mistakes = mistakes;
    }

    /** The file's top mapping; empty when there is none, which is then a mistake. */
    Optional<MappingNode> read(GuideSource.Text text) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            Optional<Node> top = new Compose(settings).composeString(text.get());
            if (top.isPresent() && top.get() instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            mistakes.add(new GuideMistake(name, 0, "is not a mapping"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            mistakes.add(new GuideMistake(name, line, "is not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            mistakes.add(new GuideMistake(name, 0, "is not YAML: " + e.getMessage()));
        } catch (IOException e) {
            mistakes.add(new GuideMistake(name, 0, "cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }

    void mistake(Node at, String what) {
        int line = at == null
                ? 0
                : at.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        GuideMistake mistake = new GuideMistake(name, line, what);
        if (!mistakes.contains(mistake)) { // what stands in two places is read twice
            mistakes.add(mistake);
        }
    }

    /** The entries of a mapping in order; a node that is none is a mistake and reads as empty. */
    Map<String, Node> entries(Node node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (node == null) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            mistake(node, "a mapping is expected here");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                mistake(tuple.getKeyNode(), key + " stands here twice");
            }
        }
        return entries;
    }

    /** Entries as {@link #entries}, where only these keys mean something. */
    Map<String, Node> entries(Node node, Set<String> meant) {
        Map<String, Node> entries = entries(node);
        for (var entry : entries.entrySet()) {
            if (!meant.contains(entry.getKey())) {
                mistake(entry.getValue(), entry.getKey() + " means nothing here");
            }
        }
        return entries;
    }

    List<Node> items(Node node) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        mistake(node, "a list is expected here");
        return List.of();
    }

    List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        for (var item : items(node)) {
            texts.add(text(item));
        }
        return texts;
    }

    /** A scalar as written; empty for a missing one, and for anything else, which is a mistake. */
    String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node != null) {
            mistake(node, "a single value is expected here");
        }
        return "";
    }

    String required(Map<String, Node> entries, String key, Node owner) {
        if (!entries.containsKey(key)) {
            mistake(owner, key + " is missing");
        }
        return text(entries.get(key));
    }
}
