package org.clearlane.transactions.t837;

import java.util.Optional;
import org.clearlane.transactions.internal.SegmentSink;
import org.clearlane.transactions.internal.SegmentWalk;
import org.clearlane.transactions.t837.Unwritable.Reason;
import org.clearlane.x12.Delimiters;

/** Looks a claim through before its first byte is written, so that no interchange holds half of one. */
final class Writability {

    private Writability() {}

    static Optional<Unwritable> of(OutboundClaim claim, Delimiters payer) {
        if (!SegmentSink.carries(claim.d9(), payer)) {
            return Optional.of(new Unwritable(claim.d9(), "REF", Reason.HOLDS_A_SEPARATOR));
        }
        Optional<Unwritable> obstacle = part(claim, claim.provider(), payer, "");
        if (obstacle.isEmpty()) {
            obstacle = part(claim, claim.subscriber(), payer, "");
        }
        if (obstacle.isEmpty() && claim.patient() != null) {
            obstacle = part(claim, claim.patient(), payer, "");
        }
        return obstacle.isEmpty() ? part(claim, claim.claim(), payer, "CLM") : obstacle;
    }

    private static Optional<Unwritable> part(OutboundClaim claim, byte[] bytes, Delimiters payer, String first) {
        Delimiters theirs = claim.sourceDelimiters();
        boolean recode = !theirs.equals(payer);
        SegmentWalk walk = new SegmentWalk(bytes, theirs);
        int segments = 0;
        while (walk.next()) {
            segments++;
            boolean isFirst = segments == 1 && !first.isEmpty();
            if (isFirst && !walk.is(first)) {
                return Optional.of(new Unwritable(claim.d9(), walk.id(), Reason.INCOMPLETE));
            }
            if (isEnvelope(walk) || (!isFirst && walk.is("CLM"))) {
                return Optional.of(new Unwritable(claim.d9(), walk.id(), Reason.STRAY_ENVELOPE));
            }
            Reason reason = recode ? obstacle(bytes, walk.from(), walk.to(), theirs, payer) : null;
            if (reason != null) {
                return Optional.of(new Unwritable(claim.d9(), walk.id(), reason));
            }
        }
        return segments == 0 ? Optional.of(new Unwritable(claim.d9(), "", Reason.INCOMPLETE)) : Optional.empty();
    }

    private static boolean isEnvelope(SegmentWalk walk) {
        return walk.is("HL")
                || walk.is("ST")
                || walk.is("SE")
                || walk.is("GS")
                || walk.is("GE")
                || walk.is("ISA")
                || walk.is("IEA");
    }

    private static Reason obstacle(byte[] bytes, int from, int to, Delimiters theirs, Delimiters payer) {
        boolean theyRepeat = theirs.repetition() != Delimiters.NONE;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == theirs.element() || b == theirs.component()) {
                continue;
            }
            if (theyRepeat && b == theirs.repetition()) {
                if (payer.repetition() == Delimiters.NONE) {
                    return Reason.REPEATS;
                }
            } else if (payer.separates(b)) {
                return Reason.HOLDS_A_SEPARATOR;
            }
        }
        return null;
    }
}
