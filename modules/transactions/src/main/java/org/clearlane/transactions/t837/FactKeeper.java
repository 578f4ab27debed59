package org.clearlane.transactions.t837;

import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/** Copies segments out of the reader's buffer as facts. Makes one text a segment, and the separators once a set. */
final class FactKeeper {

    /** Tags by a hash of the packed identifier, open addressing. */
    private static final SegmentTag[] TAGS = new SegmentTag[1024];

    private static final int[] PACKED = new int[TAGS.length];

    static {
        for (SegmentTag tag : SegmentTag.values()) {
            int packed = Segment.tag(tag.name());
            int at = slot(packed);
            while (TAGS[at] != null) {
                at = at + 1 & TAGS.length - 1;
            }
            TAGS[at] = tag;
            PACKED[at] = packed;
        }
    }

    private Delimiters delimiters;
    private String separators = SegmentFact.USUAL_SEPARATORS;

    private static int slot(int packed) {
        return packed * 0x9E3779B1 >>> 22;
    }

    /** The tag of this packed identifier, or null when no facts of such segments are kept. */
    static SegmentTag tag(int packed) {
        int at = slot(packed);
        while (TAGS[at] != null) {
            if (PACKED[at] == packed) {
                return TAGS[at];
            }
            at = at + 1 & TAGS.length - 1;
        }
        return null;
    }

    /** The segment as a fact. */
    SegmentFact keep(Segment segment, SegmentTag tag, String loop, int position) {
        if (segment.delimiters() != delimiters) {
            delimiters = segment.delimiters();
            separators = "" + (char) (delimiters.element() & 0xff)
                    + (char) (delimiters.component() & 0xff)
                    + (char) (delimiters.repetition() & 0xff);
        }
        return new SegmentFact(tag, loop, position, segment.toString(), separators, starts(segment));
    }

    private static int[] starts(Segment segment) {
        int[] starts = new int[segment.elementCount() + 2];
        int begin = segment.elementStart(0);
        for (int n = 1; n < starts.length - 1; n++) {
            starts[n] = segment.elementStart(n) - begin;
        }
        starts[starts.length - 1] = segment.length() + 1;
        return starts;
    }
}
