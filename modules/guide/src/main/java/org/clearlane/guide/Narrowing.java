package org.clearlane.guide;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Applies an overlay to the tree of a guide. What would widen the guide is a mistake and is not applied. */
final class Narrowing {

    private static final Pattern USE = Pattern.compile("([RSN])(?: x(\\d{1,9}))?");

    private final Overlay overlay;
    private final DefinitionFile file;
    private final ElementNarrowing elements;
    private final Set<String> met = new HashSet<>();

    Narrowing(Overlay overlay) {
        this.overlay = overlay;
        this.file = overlay.file();
        this.elements = new ElementNarrowing(file);
    }

    /** A narrowed copy of the tree; the one given is left as it is. */
    Spot of(Spot root) {
        Spot narrowed = copy(root, null, false);
        overlay.demands().forEach((place, demand) -> {
            if (!met.contains(place)) {
                file.mistake(demand.at(), "there is no " + place + " to narrow");
            }
        });
        return narrowed;
    }

    private Spot copy(Spot spot, Spot parent, boolean beginsLoop) {
        boolean required = spot.required;
        int max = spot.max;
        SegmentRules rules = spot.rules;
        for (String place : places(spot, parent)) {
            Overlay.Demand demand = overlay.demands().get(place);
            if (demand == null) {
                continue;
            }
            met.add(place);
            if (demand.use() != null) {
                Matcher use = use(place, demand, required, max, beginsLoop);
                if (use != null) {
                    required |= use.group(1).equals("R");
                    max = use.group(1).equals("N") ? 0 : use.group(2) == null ? max : Integer.parseInt(use.group(2));
                }
            }
            rules = elements(place, demand, spot, rules);
        }
        Spot copy = new Spot(spot.isLoop, spot.id, spot.label, spot.rank, required, max, spot.qualifiers, rules);
        copy.parent = parent;
        copy.isLevel = spot.isLevel;
        if (spot.isLoop) {
            Spot[] children = new Spot[spot.children.length];
            for (int i = 0; i < children.length; i++) {
                children[i] = copy(spot.children[i], copy, spot.children[i] == spot.first);
            }
            copy.children = children;
            copy.first = spot.first == null ? null : children[0];
        }
        return copy;
    }

    /** All the names a place has in an overlay. */
    private static List<String> places(Spot spot, Spot parent) {
        if (parent == null) {
            return List.of();
        }
        if (spot.isLoop) {
            return List.of(spot.id);
        }
        String plain = StructureReader.path(parent.id, spot.id, new Qualifier[0]);
        String qualified = StructureReader.path(parent.id, spot.id, spot.qualifiers);
        return plain.equals(qualified) ? List.of(plain) : List.of(plain, qualified);
    }

    /** The demand's use where it narrows; else null, and told. */
    private Matcher use(String place, Overlay.Demand demand, boolean required, int max, boolean beginsLoop) {
        Matcher use = USE.matcher(file.text(demand.use()));
        if (!use.matches()) {
            file.mistake(demand.use(), place + ": use is R, S or N, and x with how often: R, S x5, N");
            return null;
        }
        if (beginsLoop) {
            file.mistake(demand.use(), place + " begins its loop; narrow the loop");
            return null;
        }
        if (required && !use.group(1).equals("R")) {
            file.mistake(demand.use(), place + " is required by the guide");
            return null;
        }
        int times = use.group(2) == null ? max : Integer.parseInt(use.group(2));
        if (times > max || times == 0) {
            file.mistake(demand.use(), place + " may stand 1 to " + max + " times by the guide");
            return null;
        }
        return use;
    }

    private SegmentRules elements(String place, Overlay.Demand demand, Spot spot, SegmentRules rules) {
        if (demand.elements().isEmpty()) {
            return rules;
        }
        if (rules == null) {
            file.mistake(demand.at(), place + " is a loop and has no elements");
            return null;
        }
        ElementRule[] narrowed = rules.elements.clone();
        for (Map.Entry<String, Node> element : demand.elements().entrySet()) {
            elements.narrow(spot.id, element.getKey(), element.getValue(), narrowed);
        }
        return new SegmentRules(rules.id, rules.label, narrowed, rules.notes);
    }
}
