package org.clearlane.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One implementation guide, compiled: the loops, segments and elements of a transaction set as one sender may send it.
 * Immutable and safe for use by several threads; each set is walked by a {@link SetMatcher} of its own.
 */
public final class Guide {

    private final String id;
    private final String kind;
    private final String variant;
    private final String overlay;
    private final Spot root;
    private final Spot[] nodes;
    private final TagTable tags;
    private final boolean[][] followers;
    private final Set<String> unused;
    private final KnownSegments usedElsewhere;

    Guide(
            String id,
            String kind,
            String variant,
            String overlay,
            Spot root,
            Set<String> unused,
            KnownSegments usedElsewhere) {
        this.id = id;
        this.kind = kind;
        this.variant = variant;
        this.overlay = overlay;
        this.root = root;
        this.unused = Set.copyOf(unused);
        this.usedElsewhere = usedElsewhere;
        Compilation compilation = new Compilation(root);
        this.nodes = compilation.nodes();
        this.tags = compilation.tags();
        this.followers = compilation.followers();
    }

    /** The identifier of the guide, for example {@code 005010X222A1}; for a variant its own, {@code 005010X291}. */
    public String id() {
        return id;
    }

    /** {@code 837P}, {@code 835}, {@code 277CA}, {@code 999}, or {@code ENVELOPE} for ISA to IEA. */
    public String kind() {
        return kind;
    }

    /** What sets a variant apart from the guide it follows, for example {@code predetermination}; empty for the guide itself. */
    public String variant() {
        return variant;
    }

    /** Whether this is a variant judged by another guide's structure. */
    public boolean isVariant() {
        return !variant.isEmpty();
    }

    /** What the payer's overlay that narrows this guide is called; empty for the guide as it is published. */
    public String overlay() {
        return overlay;
    }

    /** This guide with the demands of an overlay; what would widen it is told by the overlay's file and left out. */
    Guide narrowedBy(Overlay demands) {
        Spot narrowed = new Narrowing(demands).of(root);
        String names = overlay.isEmpty() ? demands.name() : overlay + ", " + demands.name();
        return new Guide(id, kind, variant, names, narrowed, unused, usedElsewhere);
    }

    /** A walker over transaction sets that tells its findings to this sink. */
    public SetMatcher matcher(StructureSink sink) {
        return new SetMatcher(this, sink);
    }

    /** The identifiers of all loops, in the guide's order; a loop that stands in two places is named once. */
    public List<String> loops() {
        Set<String> seen = new HashSet<>();
        List<String> loops = new ArrayList<>();
        for (Spot node : nodes) {
            if (node.isLoop && !node.id.isEmpty() && seen.add(node.id)) {
                loops.add(node.id);
            }
        }
        return loops;
    }

    /** The identifiers of all segments the guide uses. */
    public Set<String> segments() {
        Set<String> ids = new HashSet<>();
        for (Spot node : nodes) {
            if (!node.isLoop) {
                ids.add(node.id);
            }
        }
        return ids;
    }

    /**
     * What an element is called in plain words, for example {@code billing provider's NPI} for loop 2010AA, segment NM1,
     * element 9; where several uses of the segment differ, the first that has the element. Empty when the guide does not
     * use it.
     *
     * @param component 0 for the element itself
     */
    public String label(String loop, String segment, int element, int component) {
        for (Spot node : nodes) {
            if (!node.isLoop && node.id.equals(segment) && node.parent.id.equals(loop)) {
                ElementRule[] rules = node.rules.elements;
                ElementRule rule = element > 0 && element < rules.length ? rules[element] : null;
                if (rule != null && component > 0) {
                    rule = component <= rule.components().length ? rule.components()[component - 1] : null;
                }
                if (rule != null && !rule.isUnused()) {
                    return rule.label();
                }
            }
        }
        return "";
    }

    Spot root() {
        return root;
    }

    Spot[] nodes() {
        return nodes;
    }

    TagTable tags() {
        return tags;
    }

    /** The tags that may follow this one in a loop that it begins; null when it begins none. */
    boolean[] followers(int tag) {
        return followers[tag];
    }

    boolean isUnused(String segment) {
        return unused.contains(segment);
    }

    boolean isUsedElsewhere(String segment) {
        return usedElsewhere.contains(segment);
    }
}
