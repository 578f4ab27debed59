package org.clearlane.guide;

import org.clearlane.x12.Segment;

/**
 * A place in a guide: a loop, or the use of a segment in a loop. Nodes are numbered so that the children of a loop are
 * neighbours, and everything a matcher must remember about a node is one array slot under that number.
 *
 * <p>Immutable once the guide is compiled; shared by all matchers.
 */
final class Spot {

    static final int UNLIMITED = Integer.MAX_VALUE;
    static final Spot[] NONE = {};

    final boolean isLoop;
    /** The loop's identifier as findings say it, or the segment's. */
    final String id;

    final String label;
    /** The order among the children of a loop; children of equal rank may come in any order. */
    final int rank;

    final boolean required;
    final int max;
    /** For a segment its own; for a loop those of its first segment. */
    final Qualifier[] qualifiers;
    /** The elements whose codes are right where the qualifiers are; bit n stands for element n. */
    final long told;
    /** For a segment only. */
    final SegmentRules rules;

    /** The element whose code tells this place from others, where there is one such; and whether its first component does. */
    final int toldByElement;

    final boolean toldByComponent;
    /** {@link org.clearlane.x12.Segment#tag} of the segment that stands here or begins the loop here. */
    int tag;
    /** The rules for that segment. */
    SegmentRules ownRules;

    int index = -1;
    Spot parent;

    /** For a loop: its children, the first of which is the segment that begins it (the set itself has none such). */
    Spot[] children = NONE;

    Spot first;
    int firstChild;
    int endOfChildren;
    /** For a loop: by the tag's number in the guide, the children that a segment with this tag could be or begin. */
    Spot[][] byTag;
    /** The same, by what the segment holds. */
    Choice[] choices;

    Spot[] requiredSegments = NONE;
    Spot[] requiredLoops = NONE;
    /** For a loop that HL begins: the nearest loop around it that HL begins, or null. */
    Spot levelAbove;

    boolean isLevel;
    boolean hasLevelsBelow;

    Spot(
            boolean isLoop,
            String id,
            String label,
            int rank,
            boolean required,
            int max,
            Qualifier[] qualifiers,
            SegmentRules rules) {
        this.isLoop = isLoop;
        this.id = id;
        this.label = label;
        this.rank = rank;
        this.required = required;
        this.max = max;
        this.qualifiers = qualifiers;
        long bits = 0;
        for (Qualifier qualifier : qualifiers) {
            bits |= qualifier.component() == 0 ? 1L << qualifier.element() : 0;
        }
        this.told = bits;
        this.toldByElement = qualifiers.length == 1 ? qualifiers[0].element() : 0;
        this.toldByComponent = qualifiers.length == 1 && qualifiers[0].component() > 0;
        this.rules = rules;
    }

    /** Whether the segment's qualifiers are the ones of this place. Its tag has been looked at before. */
    boolean matches(Segment segment) {
        for (Qualifier qualifier : qualifiers) {
            if (!qualifier.matches(segment)) {
                return false;
            }
        }
        return true;
    }

    /** The segment that stands here or begins the loop here. */
    String ownSegment() {
        return isLoop ? first.id : id;
    }
}
