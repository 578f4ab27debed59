package org.clearlane.guide;

import org.clearlane.x12.Segment;

/**
 * Finds the likeliest place for a segment that fits nowhere in order, so that one fault makes one finding and matching
 * goes on. In this order of trust: one too many of what fits; what fits but comes late; the first segment of its loop is
 * missing; the qualifier is wrong; nothing.
 */
final class Recovery {

    private static final int NONE = -1;

    private final Guide guide;
    private final SetMatcher matcher;
    /** The tag of a segment that began a loop nobody knows; the loop's missing first segment is then not told again. */
    private int lostStarter = NONE;

    Recovery(Guide guide, SetMatcher matcher) {
        this.guide = guide;
        this.matcher = matcher;
    }

    /** A segment found its place in order: what was lost before it has no bearing any more. */
    void foundAgain() {
        lostStarter = NONE;
    }

    /** @param full what fits in order but stands as often as it may already, or null */
    void place(Segment segment, int tag, Spot full) {
        if (full != null) {
            tooMany(full, segment);
            return;
        }
        Spot late = late(segment, tag, true);
        if (late != null) {
            comesLate(late, segment, tag);
            return;
        }
        Spot headless = headless(segment, tag);
        if (headless != null) {
            openHeadless(headless, segment);
            return;
        }
        Spot misqualified = misqualified(segment, tag);
        if (misqualified != null) {
            matcher.take(misqualified, segment);
            return;
        }
        late = late(segment, tag, false);
        if (late != null && !late.isLoop) {
            tellTooMany(late, segment);
            matcher.takeBackwards(late, segment);
            return;
        }
        matcher.unplaced(segment, StructureFault.SEGMENT_UNEXPECTED);
        if (guide.followers(tag) != null) {
            lose(tag);
        }
    }

    private void tooMany(Spot full, Segment segment) {
        tellTooMany(full, segment);
        matcher.take(full, segment);
    }

    private void tellTooMany(Spot full, Segment segment) {
        String loop = full.isLoop ? full.id : full.parent.id;
        if (full.max == 0) { // an overlay has taken it out
            matcher.found(StructureFault.SEGMENT_NOT_USED, loop, segment, "", full.label);
            return;
        }
        StructureFault fault = full.isLoop ? StructureFault.LOOP_TOO_MANY : StructureFault.SEGMENT_TOO_MANY;
        matcher.found(fault, loop, segment, atMost(full), full.label);
    }

    private static String atMost(Spot node) {
        return node.max == 1 ? "allowed once" : "allowed " + node.max + " times";
    }

    /** What fits the segment in an open loop, but at a place that is behind already. */
    private Spot late(Segment segment, int tag, boolean withRoom) {
        for (Spot loop = matcher.current(); loop != null; loop = loop.parent) {
            Spot[] candidates = loop.byTag[tag];
            if (candidates == null) {
                continue;
            }
            for (Spot candidate : candidates) {
                boolean room = matcher.used(candidate) < candidate.max;
                if (candidate.rank < matcher.reached(loop) && room == withRoom && candidate.matches(segment)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private void comesLate(Spot late, Segment segment, int tag) {
        String loop = late.isLoop ? late.id : late.parent.id;
        matcher.found(StructureFault.SEGMENT_OUT_OF_ORDER, loop, segment, "", late.label);
        if (late.isLoop) {
            // To open it would close the loops that what follows belongs to.
            matcher.passOverLoopOf(tag);
        } else {
            matcher.takeBackwards(late, segment);
        }
    }

    /** A loop not begun in which the segment would stand: the first required one that is still due, else the only one. */
    private Spot headless(Segment segment, int tag) {
        for (Spot loop = matcher.current(); loop != null; loop = loop.parent) {
            Spot only = null;
            int found = 0;
            for (Spot child : loop.children) {
                if (!child.isLoop || child.rank < matcher.reached(loop) || matcher.used(child) >= child.max) {
                    continue;
                }
                if (fitting(child, segment, tag) != null) {
                    only = child;
                    found++;
                    if (child.required && matcher.used(child) == 0) {
                        return child;
                    }
                }
            }
            if (found > 0) {
                return found == 1 ? only : null;
            }
        }
        return null;
    }

    private static Spot fitting(Spot loop, Segment segment, int tag) {
        Spot[] candidates = loop.byTag[tag];
        if (candidates != null) {
            for (Spot candidate : candidates) {
                if (candidate.matches(segment)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private void openHeadless(Spot loop, Segment segment) {
        boolean told = guide.tags().numberOf(Segment.tag(loop.first.id)) == lostStarter;
        lostStarter = NONE;
        if (!told) {
            matcher.missing(StructureFault.SEGMENT_MISSING, loop.id, loop.first.id, loop.first.label);
        }
        matcher.openWithoutSegment(loop);
        matcher.take(fitting(loop, segment, guide.tags().numberOf(segment.tag())), segment);
    }

    /**
     * Where the segment would stand if its qualifier were right: for an HL the level below its parent, else the first
     * required place still due, else the only place there is. The element judge then tells the wrong code.
     */
    private Spot misqualified(Segment segment, int tag) {
        boolean level = segment.is("HL");
        int parentNode = level ? matcher.hierarchy().nodeNamedByParent(segment) : 0;
        for (Spot loop = matcher.current(); loop != null; loop = loop.parent) {
            Spot[] candidates = loop.byTag[tag];
            if (candidates == null) {
                continue;
            }
            Spot only = null;
            int found = 0;
            for (Spot candidate : candidates) {
                if (candidate.rank < matcher.reached(loop) || matcher.used(candidate) >= candidate.max) {
                    continue;
                }
                if (level && candidate.levelAbove != null && candidate.levelAbove.index + 1 == parentNode) {
                    return candidate;
                }
                if (!level && candidate.required && matcher.used(candidate) == 0) {
                    return candidate;
                }
                only = candidate;
                found++;
            }
            if (!level && found > 0) {
                return found == 1 ? only : null;
            }
        }
        return null;
    }

    private void lose(int tag) {
        lostStarter = tag;
        matcher.passOverLoopOf(tag);
    }

    /** Why a segment that the guide does not use at all is wrong. */
    StructureFault faultOfForeign(Segment segment) {
        String id = segment.id();
        if (guide.isUnused(id)) {
            return StructureFault.SEGMENT_NOT_USED;
        }
        return guide.isUsedElsewhere(id) ? StructureFault.SEGMENT_NOT_IN_SET : StructureFault.SEGMENT_UNKNOWN;
    }
}
