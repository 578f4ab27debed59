package org.clearlane.console.screens.claims;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.console.screens.claims.ClaimPage.RawSegment;

/** The segments of a claim as the practice wrote them, cut for the page. */
public final class RawClaim {

    private static final int MOST_SEGMENTS = 2_000;

    private RawClaim() {}

    /** All segments, none of them lit. */
    static List<RawSegment> segments(byte[] claim, byte terminator) {
        List<RawSegment> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < claim.length && all.size() < MOST_SEGMENTS; i++) {
            if (claim[i] == terminator) {
                all.add(new RawSegment(text(claim, from, i + 1).strip(), "", ""));
                from = i + 1;
            }
        }
        return all;
    }

    /** The segment that begins at {@code offset}, with one element or component of it lit. Empty parts are shown as a gap. */
    public static RawSegment lit(
            byte[] claim, int offset, byte terminator, byte separator, byte inner, int element, int component) {
        int end = offset;
        while (end < claim.length && claim[end] != terminator) {
            end++;
        }
        if (element <= 0) {
            return new RawSegment("", text(claim, offset, end), end < claim.length ? text(claim, end, end + 1) : "");
        }
        int at = offset;
        for (int passed = 0; at < end && passed < element; at++) {
            if (claim[at] == separator) {
                passed++;
            }
        }
        int last = at;
        while (last < end && claim[last] != separator) {
            last++;
        }
        if (component > 0) {
            int part = at;
            for (int passed = 1; part < last && passed < component; part++) {
                if (claim[part] == inner) {
                    passed++;
                }
            }
            int partEnd = part;
            while (partEnd < last && claim[partEnd] != inner) {
                partEnd++;
            }
            at = part;
            last = partEnd;
        }
        String lit = text(claim, at, last);
        return new RawSegment(
                text(claim, offset, at),
                lit.isEmpty() ? "(nothing)" : lit,
                text(claim, last, Math.min(end + 1, claim.length)));
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
