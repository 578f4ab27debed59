package org.clearlane.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** What a definition file says once for all its segments: data elements, composites, segments, code lists, words. */
final class Vocabulary {

    /** A data element as the standard has it. */
    record DataElement(ElementType type, int min, int max) {}

    /** A segment as the standard has it. */
    record Shape(List<String> elements, List<SyntaxNote> notes) {}

    private final DefinitionFile file;
    private final Map<String, DataElement> dictionary = new HashMap<>();
    private final Map<String, List<String>> composites = new HashMap<>();
    private final Map<String, Shape> segments = new HashMap<>();
    private final Map<String, CodeSet> codes = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    Vocabulary(DefinitionFile file, Map<String, Node> top) {
        this.file = file;
        file.entries(top.get("dictionary")).forEach(this::dataElement);
        file.entries(top.get("composites")).forEach(this::composite);
        file.entries(top.get("segments")).forEach(this::segment);
        file.entries(top.get("codes")).forEach((name, list) -> codes.put(name, new CodeSet(file.texts(list))));
        file.entries(top.get("words")).forEach((element, word) -> words.put(element, file.text(word)));
    }

    private void dataElement(String number, Node node) {
        String[] parts = file.text(node).split(" ");
        try {
            DataElement element = new DataElement(
                    ElementType.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            if (element.min() < 0 || element.max() < element.min() || parts.length != 3) {
                file.mistake(node, "data element " + number + " has no sensible lengths");
            }
            dictionary.put(number, element);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            file.mistake(node, "data element " + number + " is not written as type, shortest, longest");
        }
    }

    private void composite(String id, Node node) {
        List<String> components = file.texts(node);
        for (String component : components) {
            if (!dictionary.containsKey(component)) {
                file.mistake(
                        node,
                        "composite " + id + " has data element " + component + ", which is not in the dictionary");
            }
        }
        composites.put(id, components);
    }

    private void segment(String id, Node node) {
        if (!id.matches("[A-Z][A-Z0-9]{1,2}")) {
            file.mistake(node, id + " is no segment identifier");
        }
        Map<String, Node> entries = file.entries(node, java.util.Set.of("elements", "notes"));
        List<String> elements = file.texts(entries.get("elements"));
        if (elements.isEmpty() || elements.size() > 62) {
            file.mistake(node, "segment " + id + " must have 1 to 62 elements");
        }
        for (String element : elements) {
            if (!dictionary.containsKey(element) && !composites.containsKey(element)) {
                file.mistake(node, "segment " + id + " has data element " + element + ", which is not defined");
            }
        }
        segments.put(id, new Shape(elements, notes(id, entries.get("notes"), elements.size())));
    }

    /** Syntax notes as listed; those that cannot be read or reach beyond the segment are mistakes. */
    List<SyntaxNote> notes(String segment, Node node, int elements) {
        return file.items(node).stream()
                .map(item -> {
                    SyntaxNote note = SyntaxNote.parse(file.text(item));
                    if (note == null || note.highestElement() > elements) {
                        file.mistake(item, file.text(item) + " is no syntax note of " + segment);
                        return null;
                    }
                    return note;
                })
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    Shape shape(String segment) {
        return segments.get(segment);
    }

    DataElement dataElement(String number) {
        return dictionary.get(number);
    }

    boolean isComposite(String id) {
        return composites.containsKey(id);
    }

    List<String> componentsOf(String composite) {
        return composites.get(composite);
    }

    /** The shared code list of this name, or null. */
    CodeSet codes(String name) {
        return codes.get(name);
    }

    /** What an element is called, or null. */
    String word(String element) {
        return words.get(element);
    }
}
