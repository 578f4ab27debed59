package org.clearlane.edits.dental;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.edits.Quantity;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** Teeth as claims number them: 1 to 32 and A to T, and the same with 50 added or S behind for teeth beyond the usual. */
final class Tooth {

    private Tooth() {}

    /** Whether this is a tooth. */
    static boolean is(String tooth) {
        return number(tooth) > 0 || letter(tooth) > 0;
    }

    /** Whether it is a front tooth, which has an edge and no chewing surface. */
    static boolean isFront(String tooth) {
        int number = number(tooth);
        int usual = number > 50 ? number - 50 : number;
        int letter = letter(tooth);
        return usual >= 6 && usual <= 11
                || usual >= 22 && usual <= 27
                || letter >= 3 && letter <= 8
                || letter >= 13 && letter <= 18;
    }

    private static int number(String tooth) {
        int number = tooth.isEmpty() || tooth.length() > 2 ? 0 : Quantity.whole(tooth);
        return number <= 32 || number >= 51 && number <= 82 ? number : 0;
    }

    /** The place of its letter, 1 for A to 20 for T; 0 when it is none. */
    private static int letter(String tooth) {
        boolean beyond = tooth.length() == 2 && tooth.charAt(1) == 'S';
        if (tooth.length() != 1 && !beyond) {
            return 0;
        }
        char c = tooth.charAt(0);
        return c >= 'A' && c <= 'T' ? c - 'A' + 1 : 0;
    }

    /** TOO of a line: TOO02 the tooth, TOO03 its surfaces. */
    static List<SegmentFact> of(ServiceLine line) {
        List<SegmentFact> teeth = new ArrayList<>();
        for (SegmentFact each : line.segments()) {
            if (each.tag() == SegmentTag.TOO) {
                teeth.add(each);
            }
        }
        return teeth;
    }
}
