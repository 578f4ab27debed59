package org.clearlane.guide;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Narrows the rule of one element or component; what would widen it is told and left. */
final class ElementNarrowing {

    /** Usage, repeats, lengths, codes: {@code S x10 1..9 AA/BB}. What is not written stays as the guide has it. */
    private static final Pattern ELEMENT =
            Pattern.compile("([RSN])(?: x(\\d{1,9}))?(?: (\\d{1,5})\\.\\.(\\d{1,5}))?(?: ([^ ]+))?");

    private static final Pattern NAME = Pattern.compile("([A-Z0-9]{2,3})(\\d\\d)(?:-(\\d{1,2}))?");

    private final DefinitionFile file;

    ElementNarrowing(DefinitionFile file) {
        this.file = file;
    }

    /** @param rules the segment's rules by element, the one named is replaced */
    void narrow(String segment, String id, Node written, ElementRule[] rules) {
        Matcher name = NAME.matcher(id);
        int element = name.matches() && name.group(1).equals(segment) ? Integer.parseInt(name.group(2)) : 0;
        if (element < 1 || element >= rules.length) {
            file.mistake(written, id + " is no element of " + segment);
            return;
        }
        if (name.group(3) == null) {
            rules[element] = narrowed(id, written, rules[element]);
            return;
        }
        ElementRule composite = rules[element];
        int component = Integer.parseInt(name.group(3));
        if (component < 1 || component > composite.components().length) {
            file.mistake(written, id + " is no component that the guide looks at");
            return;
        }
        ElementRule[] components = composite.components().clone();
        components[component - 1] = narrowed(id, written, components[component - 1]);
        rules[element] = with(
                composite,
                composite.usage(),
                composite.min(),
                composite.max(),
                composite.repeats(),
                composite.codes(),
                components);
    }

    private ElementRule narrowed(String id, Node written, ElementRule rule) {
        Matcher parts = ELEMENT.matcher(file.text(written));
        if (!parts.matches()) {
            file.mistake(written, id + " is not written as usage, repeats, lengths, codes");
            return rule;
        }
        char usage = parts.group(1).charAt(0);
        if (rule.isUnused() && usage != 'N') {
            file.mistake(written, id + " is not used by the guide");
            return rule;
        }
        if (rule.isRequired() && usage != 'R') {
            file.mistake(written, id + " is required by the guide");
            return rule;
        }
        int repeats = parts.group(2) == null ? rule.repeats() : Integer.parseInt(parts.group(2));
        if (repeats > rule.repeats() || repeats < 1) {
            file.mistake(written, id + " repeats 1 to " + rule.repeats() + " times by the guide");
            return rule;
        }
        int min = parts.group(3) == null ? rule.min() : Integer.parseInt(parts.group(3));
        int max = parts.group(4) == null ? rule.max() : Integer.parseInt(parts.group(4));
        if (min < rule.min() || max > rule.max() || min > max) {
            file.mistake(written, id + " has length " + rule.min() + " to " + rule.max() + " by the guide");
            return rule;
        }
        CodeSet codes = codes(id, written, parts.group(5), rule);
        return with(rule, usage, min, max, repeats, codes, rule.components());
    }

    private CodeSet codes(String id, Node written, String listed, ElementRule rule) {
        if (listed == null) {
            return rule.codes();
        }
        List<String> codes = List.of(listed.split("/", -1));
        List<String> foreign = rule.codes() == null
                ? codes.stream().filter(String::isEmpty).toList()
                : codes.stream()
                        .filter(code -> !rule.codes().listed().contains(code))
                        .toList();
        if (!foreign.isEmpty() || rule.type() == ElementType.COMPOSITE) {
            file.mistake(written, id + " cannot be " + String.join(", ", foreign) + " by the guide");
            return rule.codes();
        }
        return new CodeSet(codes);
    }

    private static ElementRule with(
            ElementRule rule, char usage, int min, int max, int repeats, CodeSet codes, ElementRule[] components) {
        return new ElementRule(
                usage, rule.type(), min, max, repeats, codes, components, rule.dataElement(), rule.label());
    }
}
