package org.clearlane.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the loops and segments of a definition into the tree that a guide is compiled from. */
final class StructureReader {

    private static final Pattern USE = Pattern.compile("([RS])(?: x(\\d{1,9}|\\*))?");
    private static final Set<String> LOOP_KEYS = Set.of("loop", "at", "use", "name", "like", "content");
    private static final Set<String> SEGMENT_KEYS = Set.of("segment", "at", "use", "when", "name", "notes", "elements");

    private final DefinitionFile file;
    private final SegmentReader segments;
    private final Map<String, Node> shared;
    private final Situational situational;

    StructureReader(DefinitionFile file, SegmentReader segments, Map<String, Node> shared, Situational situational) {
        this.file = file;
        this.segments = segments;
        this.shared = shared;
        this.situational = situational;
    }

    Spot read(Node structure) {
        Spot root = new Spot(true, "", "transaction set", 0, true, 1, new Qualifier[0], null);
        adopt(root, children(structure, "", ""));
        if (root.children.length == 0) {
            file.mistake(structure, "a set holds something");
        }
        return root;
    }

    private static void adopt(Spot loop, List<Spot> children) {
        loop.children = children.toArray(Spot[]::new);
        for (Spot child : children) {
            child.parent = loop;
        }
    }

    private List<Spot> children(Node content, String loop, String loopName) {
        List<Spot> children = new ArrayList<>();
        Map<String, Integer> loopsSeen = new HashMap<>();
        int rank = 0;
        int at = -1;
        for (Node item : file.items(content)) {
            boolean isLoop = file.entries(item).containsKey("loop");
            Map<String, Node> entries = file.entries(item, isLoop ? LOOP_KEYS : SEGMENT_KEYS);
            int here = number(entries.get("at"));
            if (here == 0 || here != at) {
                rank++;
            }
            at = here;
            Spot child = isLoop ? loop(entries, item, rank) : segment(entries, item, rank, loop, loopName);
            if (child == null) {
                continue;
            }
            if (isLoop && loopsSeen.put(child.id, 1) != null) {
                file.mistake(item, "loop " + child.id + " stands here twice");
            }
            children.add(child);
        }
        return children;
    }

    private Spot loop(Map<String, Node> entries, Node item, int rank) {
        String id = file.required(entries, "loop", item);
        Map<String, Node> body = entries;
        if (entries.containsKey("like")) {
            Node like = shared.get(file.text(entries.get("like")));
            if (like == null) {
                file.mistake(item, "no loop " + file.text(entries.get("like")) + " is defined under shared");
                return null;
            }
            body = file.entries(like, Set.of("name", "content"));
        }
        String name = file.text(body.get("name"));
        String label = name.isEmpty() ? "loop " + id : name;
        List<Spot> children = children(body.get("content"), id, label);
        if (children.isEmpty() || children.get(0).isLoop) {
            file.mistake(item, "loop " + id + " does not begin with a segment");
            return null;
        }
        Matcher use = use(entries, item);
        Spot first = children.get(0);
        Spot loop = new Spot(true, id, label, rank, isRequired(use, id), max(use), first.qualifiers, null);
        adopt(loop, children);
        loop.first = first;
        loop.isLevel = first.id.equals("HL");
        return loop;
    }

    private Spot segment(Map<String, Node> entries, Node item, int rank, String loop, String loopName) {
        String id = file.required(entries, "segment", item);
        String name = file.text(entries.get("name")).replace("{loop}", loopName);
        String label = name.isEmpty() ? id + (loop.isEmpty() ? "" : " of loop " + loop) : name;
        SegmentRules rules = segments.rules(id, loop, entries, item, label, loopName);
        Qualifier[] qualifiers = segments.qualifiers(rules, entries.get("when"));
        Matcher use = use(entries, item);
        return new Spot(
                false, id, label, rank, isRequired(use, path(loop, id, qualifiers)), max(use), qualifiers, rules);
    }

    /** How a variant names a place: {@code 2400/DTP[472]}, the codes being those of the first qualifier. */
    static String path(String loop, String id, Qualifier[] qualifiers) {
        String codes = qualifiers.length == 0
                ? ""
                : "[" + qualifiers[0].codes().toString().replace(", ", "/") + "]";
        return (loop.isEmpty() ? "" : loop + "/") + id + codes;
    }

    private Matcher use(Map<String, Node> entries, Node item) {
        Matcher use = USE.matcher(file.required(entries, "use", item));
        if (!use.matches() && entries.containsKey("use")) {
            file.mistake(item, "use is R or S, and x with how often: R, S x10, R x*");
        }
        return use;
    }

    private boolean isRequired(Matcher use, String path) {
        if (situational.covers(path)) {
            return false;
        }
        return use.hasMatch() && use.group(1).equals("R");
    }

    private static int max(Matcher use) {
        if (!use.hasMatch() || use.group(2) == null) {
            return 1;
        }
        return use.group(2).equals("*") ? Spot.UNLIMITED : Integer.parseInt(use.group(2));
    }

    private int number(Node node) {
        String text = file.text(node);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,6}")) {
            file.mistake(node, "at is a number, the position in the standard");
            return 0;
        }
        return Integer.parseInt(text);
    }
}
