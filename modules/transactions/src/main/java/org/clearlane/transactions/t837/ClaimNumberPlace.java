package org.clearlane.transactions.t837;

import java.util.BitSet;
import org.clearlane.transactions.internal.SegmentWalk;
import org.clearlane.x12.Delimiters;

/**
 * Where REF*D9 belongs in a claim: in place of the one that is there, else directly behind the last REF of 2300, else
 * directly behind the last of CLM, DTP, CL1 (837I), DN1, DN2 (837D), PWK, CN1, AMT. All REF of 2300 share position 1800 of
 * the guides, before K3, so their own order is free.
 *
 * <p>2300 itself ends where 2310 (NM1), 2320 (SBR) or 2400 (LX) begins; a REF behind that is another loop's.
 */
final class ClaimNumberPlace {

    private final BitSet old = new BitSet();
    private int behind = 1;

    private ClaimNumberPlace() {}

    static ClaimNumberPlace in(byte[] claim, Delimiters delimiters) {
        ClaimNumberPlace place = new ClaimNumberPlace();
        SegmentWalk walk = new SegmentWalk(claim, delimiters);
        int firstOld = 0;
        int lastReference = 0;
        int lastBefore = 1;
        for (int number = 1; walk.next(); number++) {
            if (walk.is("NM1") || walk.is("SBR") || walk.is("LX")) {
                break;
            }
            if (walk.is("REF")) {
                lastReference = number;
                if (walk.element(1).equals("D9")) {
                    place.old.set(number);
                    firstOld = firstOld == 0 ? number : firstOld;
                }
            } else if (standsBeforeReferences(walk)) {
                lastBefore = number;
            }
        }
        place.behind = firstOld > 0 ? firstOld : lastReference > 0 ? lastReference : lastBefore;
        return place;
    }

    private static boolean standsBeforeReferences(SegmentWalk walk) {
        return walk.is("DTP")
                || walk.is("CL1")
                || walk.is("DN1")
                || walk.is("DN2")
                || walk.is("PWK")
                || walk.is("CN1")
                || walk.is("AMT");
    }

    /** Whether the segment of this number, from 1, is a REF*D9 that ours takes the place of. */
    boolean isOldNumber(int number) {
        return old.get(number);
    }

    /** Our REF*D9 goes behind (or, where that one is an old number, in place of) the segment of this number. */
    int behind() {
        return behind;
    }
}
