package org.clearlane.guide;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.clearlane.x12.Segment;

/**
 * Judges the HL segments of a set: HL01 counts up and is unique, HL02 names a level that was seen, that may stand
 * above this one and that this one stands in, HL04 agrees with what follows. A parent must have been seen before its
 * child, so no cycle can pass. Time is linear; memory is one int for each HL.
 *
 * <p>A count that does not begin at 1 is told and borne: some senders go on counting from set to set.
 */
final class HierarchyJudge {

    /** Numbers out of sequence are remembered one by one, and no more than this many of them. */
    private static final int STRAY_NUMBERS_KEPT = 65_536;

    private static final int NO_NUMBER = -1;

    private final StructureSink sink;

    /** By HL01 less {@link #before}: the loop's node number plus one. */
    private int[] nodeOf = new int[64];

    private final Map<Integer, Integer> strayNodeOf = new HashMap<>();
    private int last;
    private int highest;
    /** One less than the number the count began at. */
    private int before;

    /** By node: HL01 of the open loop, HL04, whether a level below was seen, and where the HL stands. */
    private final int[] openNumber;

    private final byte[] childCode;
    private final boolean[] childSeen;
    private final int[] position;
    private final long[] ordinal;
    private final long[] offset;

    HierarchyJudge(StructureSink sink, int nodes) {
        this.sink = sink;
        openNumber = new int[nodes];
        childCode = new byte[nodes];
        childSeen = new boolean[nodes];
        position = new int[nodes];
        ordinal = new long[nodes];
        offset = new long[nodes];
    }

    void begin() {
        Arrays.fill(nodeOf, 0, highest + 1, 0);
        strayNodeOf.clear();
        highest = 0;
        last = 0;
        before = 0;
    }

    /** A loop begins without its HL, which has been told as missing. */
    void opensWithoutSegment(Spot level) {
        openNumber[level.index] = NO_NUMBER;
        childCode[level.index] = 0;
        childSeen[level.index] = true;
        if (level.levelAbove != null) {
            childSeen[level.levelAbove.index] = true;
        }
    }

    void opens(Spot level, Segment hl, int at) {
        int node = level.index;
        position[node] = at;
        ordinal[node] = hl.ordinal();
        offset[node] = hl.offset();
        childSeen[node] = false;
        childCode[node] = hl.elementEnd(4) - hl.elementStart(4) == 1 ? hl.buffer()[hl.elementStart(4)] : 0;

        int number = number(hl, 1);
        int parent = number(hl, 2);
        Spot above = level.levelAbove;
        if (above != null) {
            checkParent(level, above, hl, parent, node);
            if (childCode[above.index] == '0' && !childSeen[above.index]) {
                foundEarlier(StructureFault.HL_CHILD_UNDECLARED, above);
            }
            childSeen[above.index] = true;
        }
        openNumber[node] = number;
        if (number == NO_NUMBER) {
            if (hl.has(1)) {
                found(StructureFault.HL_NUMBER_OUT_OF_SEQUENCE, level, hl, node, 1, "not a number");
            }
            return;
        }
        if (seen(number) != 0) {
            found(StructureFault.HL_NUMBER_NOT_UNIQUE, level, hl, node, 1, "");
        } else if (number > 1 && isFirst()) {
            found(StructureFault.HL_NUMBER_CONTINUED, level, hl, node, 1, "expected 1");
            before = number - 1;
        } else if (number != last + 1) {
            found(StructureFault.HL_NUMBER_OUT_OF_SEQUENCE, level, hl, node, 1, "expected " + (last + 1));
        }
        remember(number, node);
    }

    private void checkParent(Spot level, Spot above, Segment hl, int parent, int node) {
        if (!hl.has(2) || openNumber[above.index] == NO_NUMBER) {
            return; // the element judge tells a missing HL02; a parent that is itself missing was told
        }
        int seen = parent == NO_NUMBER ? 0 : seen(parent);
        if (seen == 0) {
            found(StructureFault.HL_PARENT_UNKNOWN, level, hl, node, 2, "no level before this one has that number");
        } else if (seen != above.index + 1) {
            found(StructureFault.HL_PARENT_WRONG_LEVEL, level, hl, node, 2, "must name a level of loop " + above.id);
        } else if (parent != openNumber[above.index]) {
            found(StructureFault.HL_PARENT_NOT_OPEN, level, hl, node, 2, "stands in level " + openNumber[above.index]);
        }
    }

    void closes(Spot level) {
        if (childCode[level.index] == '1' && !childSeen[level.index] && level.hasLevelsBelow) {
            foundEarlier(StructureFault.HL_CHILD_EXPECTED, level);
        }
        childCode[level.index] = 0;
    }

    /** The node number plus one of the loop whose HL01 this HL02 names, or 0. */
    int nodeNamedByParent(Segment hl) {
        int parent = number(hl, 2);
        return parent == NO_NUMBER ? 0 : seen(parent);
    }

    private boolean isFirst() {
        return last == 0 && highest == 0 && strayNodeOf.isEmpty();
    }

    private int seen(int number) {
        int at = number - before;
        if (at >= 0 && at < nodeOf.length && nodeOf[at] != 0) {
            return nodeOf[at];
        }
        return strayNodeOf.isEmpty() ? 0 : strayNodeOf.getOrDefault(number, 0);
    }

    private void remember(int number, int node) {
        int at = number - before;
        if (at == nodeOf.length && number == last + 1) {
            nodeOf = Arrays.copyOf(nodeOf, nodeOf.length * 2);
        }
        if (at >= 0 && at < nodeOf.length) {
            nodeOf[at] = node + 1;
            highest = Math.max(highest, at);
        } else if (strayNodeOf.size() < STRAY_NUMBERS_KEPT) {
            strayNodeOf.put(number, node + 1);
        }
        last = number;
    }

    private static int number(Segment hl, int element) {
        int from = hl.elementStart(element);
        int to = hl.elementEnd(element);
        if (to - from > 9 || !Values.isDigits(hl.buffer(), from, to)) {
            return NO_NUMBER;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + hl.buffer()[i] - '0';
        }
        return value;
    }

    private void found(StructureFault fault, Spot level, Segment hl, int node, int element, String detail) {
        tell(fault, level, node, element, hl.element(element), detail);
    }

    /** About the HL that opened this loop, which may stand many segments back. */
    private void foundEarlier(StructureFault fault, Spot level) {
        tell(fault, level, level.index, 4, String.valueOf((char) childCode[level.index]), "");
    }

    private void tell(StructureFault fault, Spot level, int node, int element, String value, String detail) {
        ElementRule rule = level.first.rules.elements[element];
        sink.found(new StructureFinding(
                fault,
                level.id,
                level.first.id,
                position[node],
                element,
                0,
                0,
                rule.dataElement(),
                value,
                detail,
                rule.label(),
                ordinal[node],
                offset[node]));
    }
}
