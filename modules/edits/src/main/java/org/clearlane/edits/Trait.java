package org.clearlane.edits;

import java.util.List;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/**
 * What some claims have and most have not, a bit each, beside the {@link SegmentTag#bit bits} of segments; an edit says
 * what it {@link Edit#needs needs} with both. Found in one walk over a claim, so that edits about rare things cost a
 * claim without them nothing.
 */
public final class Trait {

    /** A line has a modifier. */
    public static final long MODIFIER = 1L << 63;
    /** A date stands at claim level. */
    public static final long CLAIM_DATE = 1L << 62;
    /** A number (REF) stands at claim level. */
    public static final long CLAIM_REFERENCE = 1L << 61;
    /** A number other than the line's own stands at claim or line level. */
    public static final long OTHER_REFERENCE = 1L << 60;
    /** CLM goes on behind CLM10: causes, special programs, delay. */
    public static final long LONG_CLM = 1L << 59;
    /** The insurance is Medicare (SBR09 MA, MB). */
    public static final long MEDICARE = 1L << 58;
    /** The insurance is Medicaid (SBR09 MC). */
    public static final long MEDICAID = 1L << 57;
    /** A procedure begins with a letter: HCPCS of Level II, CDT. */
    public static final long LETTERED_PROCEDURE = 1L << 56;
    /** A procedure begins with 0: anaesthesia. */
    public static final long ZERO_PROCEDURE = 1L << 55;
    /** A line is counted in minutes (MJ). */
    public static final long MINUTES = 1L << 54;
    /** The patient is not the subscriber. */
    public static final long PATIENT = 1L << 53;
    /** There is more than one line. */
    public static final long SECOND_LINE = 1L << 52;
    /** PAT says more than the relationship: death, weight, pregnancy. */
    public static final long CONDITION = 1L << 51;

    static {
        if (SegmentTag.values().length > 51) {
            throw new IllegalStateException("segments and traits do not fit into 64 bits");
        }
    }

    private Trait() {}

    /** The bits of this claim. */
    static long of(Claim claim) {
        long traits =
                switch (claim.subscriber().filingIndicator()) {
                    case "MA", "MB" -> MEDICARE;
                    case "MC" -> MEDICAID;
                    default -> 0;
                };
        traits |= claim.dates().isEmpty() ? 0 : CLAIM_DATE;
        traits |= claim.references().isEmpty() ? 0 : CLAIM_REFERENCE | OTHER_REFERENCE;
        traits |= claim.clm().elementCount() > 10 ? LONG_CLM : 0;
        traits |= claim.patient() == null ? 0 : PATIENT;
        traits |= claim.lines().size() > 1 ? SECOND_LINE : 0;
        SegmentFact pat = claim.patient() == null
                ? claim.subscriber().condition()
                : claim.patient().condition();
        traits |= pat != null && pat.elementCount() > 4 ? CONDITION : 0;
        List<ServiceLine> lines = claim.lines();
        for (int i = 0; i < lines.size(); i++) {
            traits |= of(lines.get(i));
        }
        return traits;
    }

    private static long of(ServiceLine line) {
        long traits = line.modifiers().isEmpty() ? 0 : MODIFIER;
        String procedure = line.procedure();
        if (!procedure.isEmpty()) {
            char first = procedure.charAt(0);
            traits |= first > '9' ? LETTERED_PROCEDURE : first == '0' ? ZERO_PROCEDURE : 0;
        }
        traits |= line.unit().equals("MJ") ? MINUTES : 0;
        List<ReferenceFact> references = line.references();
        for (int i = 0; i < references.size(); i++) {
            traits |= references.get(i).qualifier().equals("6R") ? 0 : OTHER_REFERENCE;
        }
        return traits;
    }
}
