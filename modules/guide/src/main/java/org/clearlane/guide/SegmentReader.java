package org.clearlane.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one use of a segment: its elements as the guide has them here, and what tells it from its siblings. */
final class SegmentReader {

    /** Usage, repeats, lengths, codes, label: {@code S x10 1..9 AA/BB - what it is called}. */
    private static final Pattern ELEMENT =
            Pattern.compile("([RS])(?: x(\\d{1,9}))?(?: (\\d{1,5})\\.\\.(\\d{1,5}))?(?: (?!- )(.+?))?(?: - (.+))?");

    private static final Pattern NAME = Pattern.compile("([A-Z0-9]{2,3})(\\d\\d)(?:-(\\d{1,2}))?");

    /** @param min the shortest length where this use has its own, else -1 */
    private record Written(char usage, int repeats, int min, int max, CodeSet codes, String label) {}

    private static final Written UNUSED = new Written('N', 1, -1, -1, null, null);

    private final DefinitionFile file;
    private final Vocabulary vocabulary;
    private final CodeSet accepted;
    private final Situational situational;

    SegmentReader(DefinitionFile file, Vocabulary vocabulary, CodeSet accepted, Situational situational) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.accepted = accepted;
        this.situational = situational;
    }

    SegmentRules rules(
            String segment, String loop, Map<String, Node> entries, Node owner, String label, String loopName) {
        Vocabulary.Shape shape = vocabulary.shape(segment);
        if (shape == null) {
            file.mistake(owner, "segment " + segment + " is not defined under segments");
            return new SegmentRules(segment, label, new ElementRule[1], new SyntaxNote[0]);
        }
        Map<String, Written> written = elements(segment, entries.get("elements"), shape);
        situational.elementsOf(loop, segment).forEach(id -> {
            Written here = written.getOrDefault(id, UNUSED);
            written.put(id, new Written('S', here.repeats(), here.min(), here.max(), here.codes(), here.label()));
        });
        ElementRule[] rules = new ElementRule[shape.elements().size() + 1];
        String before = "";
        for (int n = 1; n < rules.length; n++) {
            String dataElement = shape.elements().get(n - 1);
            String id = "%s%02d".formatted(segment, n);
            rules[n] = element(id, dataElement, before, written, label, loopName);
            before = dataElement;
        }
        List<SyntaxNote> notes = entries.containsKey("notes")
                ? vocabulary.notes(
                        segment, entries.get("notes"), shape.elements().size())
                : shape.notes();
        return new SegmentRules(segment, label, rules, notes.toArray(SyntaxNote[]::new));
    }

    private Map<String, Written> elements(String segment, Node node, Vocabulary.Shape shape) {
        Map<String, Written> written = new HashMap<>();
        file.entries(node).forEach((id, value) -> {
            Matcher name = NAME.matcher(id);
            int element = name.matches() ? Integer.parseInt(name.group(2)) : 0;
            if (element < 1
                    || element > shape.elements().size()
                    || !name.group(1).equals(segment)) {
                file.mistake(value, id + " is no element of " + segment);
                return;
            }
            if (name.group(3) != null) {
                List<String> components =
                        vocabulary.componentsOf(shape.elements().get(element - 1));
                int component = Integer.parseInt(name.group(3));
                if (components == null || component < 1 || component > components.size()) {
                    file.mistake(value, id + " is no component of " + segment + name.group(2));
                    return;
                }
            }
            Matcher parts = ELEMENT.matcher(file.text(value));
            if (!parts.matches()) {
                file.mistake(value, id + " is not written as usage, repeats, codes, label");
                return;
            }
            int repeats = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
            int min = parts.group(3) == null ? -1 : Integer.parseInt(parts.group(3));
            int max = parts.group(4) == null ? -1 : Integer.parseInt(parts.group(4));
            char usage = parts.group(1).charAt(0);
            written.put(id, new Written(usage, repeats, min, max, codes(parts.group(5), value), parts.group(6)));
        });
        return written;
    }

    private CodeSet codes(String text, Node at) {
        if (text == null || text.startsWith("@")) {
            return null;
        }
        if (text.equals("$accepted")) {
            return accepted;
        }
        if (text.startsWith("$")) {
            CodeSet codes = vocabulary.codes(text.substring(1));
            if (codes == null) {
                file.mistake(at, "no code list " + text + " is defined");
            }
            return codes;
        }
        List<String> codes = List.of(text.split("/", -1));
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (code.isBlank() || !seen.add(code)) {
                file.mistake(at, "a code is empty or stands twice: " + text);
            }
        }
        return new CodeSet(codes);
    }

    private ElementRule element(
            String id,
            String dataElement,
            String before,
            Map<String, Written> written,
            String segmentLabel,
            String loopName) {
        Written here = written.getOrDefault(id, UNUSED);
        String label = label(id, here, segmentLabel, loopName);
        if (vocabulary.isComposite(dataElement)) {
            return new ElementRule(
                    here.usage(),
                    ElementType.COMPOSITE,
                    0,
                    0,
                    here.repeats(),
                    null,
                    components(id, dataElement, written, segmentLabel, loopName),
                    dataElement,
                    label);
        }
        Vocabulary.DataElement defined = vocabulary.dataElement(dataElement);
        if (defined == null) {
            defined = new Vocabulary.DataElement(ElementType.AN, 0, Integer.MAX_VALUE); // told where it is named
        }
        boolean period = dataElement.equals("1251") && before.equals("1250");
        return new ElementRule(
                here.usage(),
                period ? ElementType.PERIOD : defined.type(),
                here.min() < 0 ? defined.min() : here.min(),
                here.max() < 0 ? defined.max() : here.max(),
                here.repeats(),
                here.codes(),
                ElementRule.NO_COMPONENTS,
                dataElement,
                label);
    }

    private ElementRule[] components(
            String id, String composite, Map<String, Written> written, String segmentLabel, String loopName) {
        List<String> parts = vocabulary.componentsOf(composite);
        List<ElementRule> rules = new ArrayList<>();
        boolean any = false;
        String before = "";
        for (int part = 1; part <= parts.size(); part++) {
            String partId = id + "-" + part;
            any |= written.containsKey(partId);
            rules.add(element(partId, parts.get(part - 1), before, written, segmentLabel, loopName));
            before = parts.get(part - 1);
        }
        return any ? rules.toArray(ElementRule[]::new) : ElementRule.NO_COMPONENTS;
    }

    private String label(String id, Written here, String segmentLabel, String loopName) {
        String label = here.label() == null ? vocabulary.word(id) : here.label();
        label = label == null ? id + " of the {segment}" : label;
        return label.replace("{segment}", segmentLabel).replace("{loop}", loopName);
    }

    Qualifier[] qualifiers(SegmentRules rules, Node when) {
        List<Qualifier> qualifiers = new ArrayList<>();
        for (Node item : file.items(when)) {
            Matcher name = NAME.matcher(file.text(item));
            int element = name.matches() ? Integer.parseInt(name.group(2)) : 0;
            int component = element > 0 && name.group(3) != null ? Integer.parseInt(name.group(3)) : 0;
            ElementRule rule = element > 0 && element < rules.elements.length ? rules.elements[element] : null;
            if (rule != null && component > 0) {
                rule = component <= rule.components().length ? rule.components()[component - 1] : null;
            }
            if (rule == null || rule.codes() == null) {
                file.mistake(item, file.text(item).toUpperCase(Locale.ROOT) + " has no codes to tell the segment by");
            } else {
                qualifiers.add(new Qualifier(element, component, rule.codes()));
            }
        }
        return qualifiers.toArray(Qualifier[]::new);
    }
}
