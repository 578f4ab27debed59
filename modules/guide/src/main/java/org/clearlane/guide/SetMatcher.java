package org.clearlane.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clearlane.x12.Segment;

/**
 * Walks one transaction set segment by segment, says which loop each segment stands in, and tells every fault of
 * structure as it is met. One pass, linear time, memory that does not grow with the set (but one int for each HL).
 *
 * <p>A finding about something missing ({@link StructureFault#isMissing()}) names the segment before which it was missed.
 * It is told, at the latest, while the segment is accepted that opens or leaves the loop around it, before any finding about
 * that segment itself, and belongs to the loops that stood open until then.
 *
 * <p>Reusable: {@link #begin()} starts the next set. Not safe for use by several threads.
 */
public final class SetMatcher {

    private static final int LONGEST_QUALIFIER_SHOWN = 20;

    private final Guide guide;
    private final TagTable tags;
    private final StructureSink sink;
    private final ElementJudge elements;
    private final HierarchyJudge hierarchy;
    private final Recovery recovery;
    private final Expectation expectation;

    /** By node: how often it stands in the open loop around it; for a loop, how far its order has come. */
    private final int[] used;

    private final int[] reached;
    /** By loop: how many of its required segments and loops have been looked at already. */
    private final int[] segmentsChecked;

    private final int[] loopsChecked;

    /** A required segment that others have passed, and the first of them. */
    private record Missed(Spot spot, int position, long ordinal, long offset) {}

    /** Those of the innermost open loop, not told yet. */
    private final List<Missed> missed = new ArrayList<>();

    private Spot current;
    /** The place of the segment before, when it was found in order and nothing is being recovered from; else null. */
    private Spot last;
    /** The loop of a segment that stands out of order, when it is not the innermost open one; else null. */
    private Spot placedIn;

    private int position;
    private boolean loopBegan;
    private boolean known;
    private long ordinal;
    private long offset;
    /** The tags to pass over in silence, because they follow a segment that began an unknown loop; or null. */
    private boolean[] passedOver;

    SetMatcher(Guide guide, StructureSink sink) {
        this.guide = guide;
        tags = guide.tags();
        this.sink = sink;
        int nodes = guide.nodes().length;
        elements = new ElementJudge(sink);
        hierarchy = new HierarchyJudge(sink, nodes);
        recovery = new Recovery(guide, this);
        expectation = new Expectation(nodes);
        used = new int[nodes];
        reached = new int[nodes];
        segmentsChecked = new int[nodes];
        loopsChecked = new int[nodes];
        begin();
    }

    /** Starts a set. */
    public void begin() {
        current = guide.root();
        placedIn = null;
        last = null;
        position = 0;
        ordinal = 0;
        offset = 0;
        loopBegan = false;
        known = false;
        passedOver = null;
        missed.clear();
        hierarchy.begin();
        recovery.foundAgain();
        resetChildren(current);
    }

    private void resetChildren(Spot loop) {
        Arrays.fill(used, loop.firstChild, loop.endOfChildren, 0);
        reached[loop.index] = 0;
        segmentsChecked[loop.index] = 0;
        loopsChecked[loop.index] = 0;
    }

    /** Takes the next segment, the first being ST and the last SE. */
    public void accept(Segment segment) {
        position++;
        loopBegan = false;
        known = true;
        placedIn = null;
        ordinal = segment.ordinal();
        offset = segment.offset();
        int id = segment.tag();
        Spot before = last;
        if (before != null) {
            Spot expected = expectation.behind(before, id, segment);
            if (expected != null
                    && expected.rank >= reached[expected.parent.index]
                    && used[expected.index] < expected.max) {
                last = expected;
                take(expected, segment, expected.told);
                return;
            }
        }
        search(segment, id, before);
    }

    private void search(Segment segment, int id, Spot before) {
        last = null;
        int tag = tags.numberOf(id);
        if (tag < 0) {
            passedOver = null;
            unplaced(segment, recovery.faultOfForeign(segment));
            return;
        }
        if (passedOver != null) {
            if (passedOver[tag]) {
                known = false;
                return;
            }
            passedOver = null;
        }
        Spot full = null;
        for (Spot loop = current; loop != null; loop = loop.parent) {
            Choice choice = loop.choices[tag];
            if (choice == null) {
                continue;
            }
            int from = reached[loop.index];
            for (Spot candidate : choice.among(segment)) {
                if (candidate.rank >= from && (choice.isDecisive || candidate.matches(segment))) {
                    if (used[candidate.index] < candidate.max) {
                        recovery.foundAgain();
                        if (before != null) {
                            expectation.learn(before, current, candidate, tag, segment);
                        }
                        last = candidate;
                        take(candidate, segment, candidate.told);
                        return;
                    }
                    full = full == null ? candidate : full;
                }
            }
        }
        recovery.place(segment, tag, full);
    }

    /** Puts the segment into this place: loops inside are left, and what was passed is missed. */
    void take(Spot node, Segment segment) {
        take(node, segment, 0);
    }

    private void take(Spot node, Segment segment, long vouched) {
        Spot loop = node.parent;
        leaveUntil(loop);
        if (node.rank > reached[loop.index]) {
            reached[loop.index] = node.rank;
            if (loop.requiredLoops.length > 0) {
                checkLoopsBefore(loop, node.rank);
            }
            if (loop.requiredSegments.length > 0) {
                passSegmentsBefore(loop, node.rank);
            }
        }
        if (node.isLoop) {
            tellMissed();
        }
        used[node.index]++;
        if (node.isLoop) {
            open(node);
            loopBegan = true;
            if (node.isLevel) {
                hierarchy.opens(node, segment, position);
            }
        }
        elements.judge(segment, node.ownRules, vouched, current.id, position);
    }

    /** Puts the segment into a place that its order has left behind; nothing is left or passed. */
    void takeBackwards(Spot node, Segment segment) {
        used[node.index]++;
        placedIn = node.parent;
        elements.judge(segment, node.rules, 0, placedIn.id, position);
    }

    /** Opens a loop whose first segment is missing, so that what follows finds its place. */
    void openWithoutSegment(Spot loop) {
        leaveUntil(loop.parent);
        if (loop.rank > reached[loop.parent.index]) {
            reached[loop.parent.index] = loop.rank;
            checkLoopsBefore(loop.parent, loop.rank);
        }
        checkSegmentsBefore(loop.parent, loop.rank);
        used[loop.index]++;
        open(loop);
        loopBegan = true;
        // The one finding says it all: what else the loop lacks went the same way.
        segmentsChecked[loop.index] = loop.requiredSegments.length;
        loopsChecked[loop.index] = loop.requiredLoops.length;
        if (loop.isLevel) {
            hierarchy.opensWithoutSegment(loop);
        }
    }

    private void open(Spot loop) {
        resetChildren(loop);
        used[loop.firstChild] = 1;
        reached[loop.index] = loop.first.rank;
        current = loop;
    }

    private void leaveUntil(Spot loop) {
        while (current != loop) {
            Spot left = current;
            leave(left);
            current = left.parent;
        }
    }

    private void leave(Spot loop) {
        checkSegmentsBefore(loop, Integer.MAX_VALUE);
        checkLoopsBefore(loop, Integer.MAX_VALUE);
        if (loop.isLevel) {
            hierarchy.closes(loop);
        }
    }

    private void checkSegmentsBefore(Spot loop, int rank) {
        passSegmentsBefore(loop, rank);
        tellMissed();
    }

    /** What should have come before this rank is noted with the place where it was missed, and told when it can no more come late. */
    private void passSegmentsBefore(Spot loop, int rank) {
        Spot[] required = loop.requiredSegments;
        int next = segmentsChecked[loop.index];
        while (next < required.length && required[next].rank < rank) {
            if (used[required[next].index] == 0) {
                missed.add(new Missed(required[next], position, ordinal, offset));
            }
            next++;
        }
        segmentsChecked[loop.index] = next;
    }

    /** A loop begins or ends: of the loop open until now nothing comes late any more. */
    private void tellMissed() {
        if (missed.isEmpty()) {
            return;
        }
        for (Missed each : missed) {
            Spot spot = each.spot;
            if (used[spot.index] == 0) {
                sink.found(new StructureFinding(
                        StructureFault.SEGMENT_MISSING,
                        spot.parent.id,
                        spot.id,
                        each.position,
                        0,
                        0,
                        0,
                        "",
                        "",
                        "",
                        spot.label,
                        each.ordinal,
                        each.offset));
            }
        }
        missed.clear();
    }

    private void checkLoopsBefore(Spot loop, int rank) {
        Spot[] required = loop.requiredLoops;
        int next = loopsChecked[loop.index];
        while (next < required.length && required[next].rank < rank) {
            if (used[required[next].index] == 0) {
                missing(StructureFault.LOOP_MISSING, required[next].id, required[next].first.id, required[next].label);
            }
            next++;
        }
        loopsChecked[loop.index] = next;
    }

    void missing(StructureFault fault, String loop, String segment, String label) {
        sink.found(new StructureFinding(fault, loop, segment, position, 0, 0, 0, "", "", "", label, ordinal, offset));
    }

    /** A finding about the segment at hand as a whole. */
    void found(StructureFault fault, String loop, Segment segment, String detail, String label) {
        found(fault, loop, segment, "", detail, label);
    }

    private void found(StructureFault fault, String loop, Segment segment, String value, String detail, String label) {
        String id = segment.id();
        String cut = id.length() > 3 ? id.substring(0, 3) : id;
        sink.found(
                new StructureFinding(fault, loop, cut, position, 0, 0, 0, "", value, detail, label, ordinal, offset));
    }

    /** The segment has no place; the loops stay as they are. Its first element is told, which is its qualifier if it has one. */
    void unplaced(Segment segment, StructureFault fault) {
        known = false;
        String first = segment.element(1);
        found(
                fault,
                current.id,
                segment,
                first.length() > LONGEST_QUALIFIER_SHOWN ? first.substring(0, LONGEST_QUALIFIER_SHOWN) : first,
                "",
                segment.id());
    }

    /** Passes over the segments that may follow this tag in a loop that it begins. */
    void passOverLoopOf(int tag) {
        passedOver = guide.followers(tag);
    }

    /**
     * Ends the set and tells what is missing at its end. A missing SE is the business of whoever reads the envelope and is
     * not told here.
     */
    public void end() {
        position++;
        leaveUntil(guide.root());
        Spot root = guide.root();
        Spot trailer = root.children[root.children.length - 1];
        checkLoopsBefore(root, trailer.rank);
        checkSegmentsBefore(root, trailer.rank);
        position--;
        known = false;
        loopBegan = false;
        placedIn = null;
    }

    /**
     * The loop that the segment stands in, for example {@code 2010AA}: the loop it began when {@link #loopBegan()}. Empty
     * for segments directly in the set (ST, BHT, SE). For a segment that found no place, the loop that stood open.
     */
    public String loop() {
        return placedIn == null ? current.id : placedIn.id;
    }

    /** Whether the segment began a new instance of {@link #loop()}. */
    public boolean loopBegan() {
        return loopBegan;
    }

    /** The segment's number in the set, ST being 1. */
    public int position() {
        return position;
    }

    /** Whether the segment found a place in the guide. */
    public boolean known() {
        return known;
    }

    Spot current() {
        return current;
    }

    int used(Spot node) {
        return used[node.index];
    }

    int reached(Spot loop) {
        return reached[loop.index];
    }

    HierarchyJudge hierarchy() {
        return hierarchy;
    }
}
