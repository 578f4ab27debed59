package org.clearlane.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.x12.Segment;

/**
 * The children of one loop that a segment with one tag could be or begin. Where the same element tells them all apart,
 * those with the code it holds are looked up instead of asked one by one.
 *
 * <p>Immutable; shared by all matchers.
 */
final class Choice {

    /** Whether what {@link #among} gives matches for sure. */
    final boolean isDecisive;

    private final Spot[] all;
    /** What every child is told by first; null where there is no such element. */
    private final Qualifier common;

    private final long[] keys;
    private final Spot[][] chosen;
    private final int mask;

    Choice(Spot[] all) {
        this.all = all;
        this.common = common(all);
        this.isDecisive = Arrays.stream(all).allMatch(spot -> spot.qualifiers.length == (common == null ? 0 : 1));
        Map<Long, List<Spot>> byKey = common == null ? Map.of() : byFirstCode(all);
        int size = 4;
        while (size < byKey.size() * 4) {
            size *= 2;
        }
        mask = size - 1;
        keys = new long[size];
        chosen = new Spot[size][];
        byKey.forEach((key, spots) -> {
            int slot = slot(key);
            while (keys[slot] != CodeSet.NO_KEY) {
                slot = slot + 1 & mask;
            }
            keys[slot] = key;
            chosen[slot] = spots.toArray(Spot[]::new);
        });
    }

    private static Qualifier common(Spot[] all) {
        Qualifier first = null;
        for (Spot spot : all) {
            if (spot.qualifiers.length == 0) {
                return null;
            }
            Qualifier own = spot.qualifiers[0];
            first = first == null ? own : first;
            boolean same = own.element() == first.element() && own.component() == first.component();
            if (!same || !own.codes().isAllPacked()) {
                return null;
            }
        }
        return first;
    }

    private static Map<Long, List<Spot>> byFirstCode(Spot[] all) {
        Map<Long, List<Spot>> byKey = new LinkedHashMap<>();
        for (Spot spot : all) {
            for (long key : spot.qualifiers[0].codes().keys()) {
                byKey.computeIfAbsent(key, each -> new ArrayList<>()).add(spot);
            }
        }
        return byKey;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
    }

    /** Whether this element or component tells all children apart; null asks whether none is needed. */
    boolean isToldBy(Qualifier by) {
        if (by == null || common == null) {
            return by == null && common == null;
        }
        return by.element() == common.element() && by.component() == common.component();
    }

    /** Every child that could match this segment, in the guide's order; those left out do not match. */
    Spot[] among(Segment segment) {
        if (common == null) {
            return all;
        }
        long key = common.key(segment);
        int slot = slot(key);
        while (keys[slot] != CodeSet.NO_KEY) {
            if (keys[slot] == key) {
                return chosen[slot];
            }
            slot = slot + 1 & mask;
        }
        return Spot.NONE;
    }
}
