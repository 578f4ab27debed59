package org.clearlane.transactions.t837;

import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.x12.Segment;

/**
 * Puts claims together while an 837 set of any of the three kinds streams by, and notes where their bytes are. Holds one
 * claim at a time. Facts are taken from segments by the loop the guide matched them to; a segment that matched nothing is
 * kept inside the span of the level it stands in, so that no byte of a claim is lost, and gives no facts.
 *
 * <p>Every CLM becomes a claim, even one with no billing provider or subscriber above it: what is wrong with it is for
 * the judge to say, but it is counted. Not safe for use by several threads.
 */
public final class ClaimReader {

    private static final int ST = Segment.tag("ST");
    private static final int SE = Segment.tag("SE");
    private static final int HL = Segment.tag("HL");
    private static final int CLM = Segment.tag("CLM");
    private static final int NM1 = Segment.tag("NM1");
    private static final int BHT = Segment.tag("BHT");

    private enum Level {
        HEADER,
        PROVIDER,
        SUBSCRIBER,
        PATIENT,
        CLAIM,
        /** Under an HL that is none of 20, 22, 23. */
        UNKNOWN
    }

    private final ClaimListener listener;
    private final FactKeeper keeper = new FactKeeper();
    private final PartyFacts parties = new PartyFacts(keeper);
    private final ClaimFacts facts = new ClaimFacts(keeper);

    private SetHeader header = SetHeader.EMPTY;
    private ClaimKind kind = ClaimKind.PROFESSIONAL;
    private boolean test;
    private Level level = Level.HEADER;
    private boolean underPatient;
    private long providerFrom = -1;
    private long providerTo;
    private long subscriberFrom = -1;
    private long subscriberTo;
    private long patientFrom = -1;
    private long patientTo;
    private long claimFrom = -1;
    private long claimTo;

    /** Tells this listener of each claim. */
    public ClaimReader(ClaimListener listener) {
        this.listener = listener;
    }

    /** A set begins (ST): its guide says the kind, ISA15 whether it is a test. */
    public void begin(ClaimKind kindOfClaims, boolean testUsage) {
        finishClaim();
        kind = kindOfClaims;
        header = SetHeader.EMPTY;
        test = testUsage;
        level = Level.HEADER;
        enterProvider();
    }

    /**
     * The next segment of the set.
     *
     * @param loop the loop it matched in the guide, {@code ""} for the header and for what matched nothing
     * @param position its number in the set, ST being 1
     */
    public void segment(Segment segment, String loop, int position) {
        int tag = segment.tag();
        if (tag == HL) {
            finishClaim();
            enter(segment, loop);
        } else if (tag == CLM) {
            finishClaim();
            level = Level.CLAIM;
            claimFrom = segment.offset();
            claimTo = endOf(segment);
            facts.begin(segment, position);
        } else if (tag == SE) {
            finishClaim();
            level = Level.HEADER;
        } else {
            inside(segment, tag, loop, position);
        }
    }

    private void inside(Segment segment, int tag, String loop, int position) {
        switch (level) {
            case HEADER -> headerFact(segment, tag);
            case PROVIDER -> {
                providerFrom = providerFrom < 0 ? segment.offset() : providerFrom;
                providerTo = endOf(segment);
                parties.providerFact(segment, tag, loop, position);
            }
            case SUBSCRIBER -> {
                subscriberFrom = subscriberFrom < 0 ? segment.offset() : subscriberFrom;
                subscriberTo = endOf(segment);
                parties.subscriberFact(segment, tag, loop, position);
            }
            case PATIENT -> {
                patientFrom = patientFrom < 0 ? segment.offset() : patientFrom;
                patientTo = endOf(segment);
                parties.patientFact(segment, tag, loop, position);
            }
            case CLAIM -> {
                claimTo = endOf(segment);
                facts.fact(segment, tag, loop, position);
            }
            case UNKNOWN -> {}
        }
    }

    private static long endOf(Segment segment) {
        return segment.offset() + segment.length() + segment.terminatorLength();
    }

    private void enter(Segment hl, String loop) {
        if (hl.elementEquals(3, "20") || loop.equals("2000A")) {
            level = Level.PROVIDER;
            enterProvider();
        } else if (hl.elementEquals(3, "22") || loop.equals("2000B")) {
            level = Level.SUBSCRIBER;
            enterSubscriber();
        } else if (hl.elementEquals(3, "23") || loop.equals("2000C")) {
            level = Level.PATIENT;
            enterPatient();
            underPatient = true;
        } else {
            level = Level.UNKNOWN;
        }
    }

    private void enterProvider() {
        providerFrom = -1;
        parties.clearProvider();
        enterSubscriber();
    }

    private void enterSubscriber() {
        subscriberFrom = -1;
        parties.clearSubscriber();
        enterPatient();
    }

    private void enterPatient() {
        patientFrom = -1;
        underPatient = false;
        parties.clearPatient();
    }

    private void headerFact(Segment segment, int tag) {
        if (tag == BHT) {
            header = header.withBatch(segment.element(3), segment.element(6));
        } else if (tag == NM1 && segment.elementEquals(1, "41")) {
            header = header.withSubmitter(
                    segment.element(2), segment.element(3), segment.element(4), segment.element(9));
        } else if (tag == NM1 && segment.elementEquals(1, "40")) {
            header = header.withReceiver(segment.element(3), segment.element(9));
        } else if (tag == ST) {
            header = header.withControl(segment.element(2));
        }
    }

    /** The set is over (SE, or the end of the file in its place). */
    public void end() {
        finishClaim();
        level = Level.HEADER;
    }

    private void finishClaim() {
        if (claimFrom < 0) {
            return;
        }
        ClaimSpans spans = new ClaimSpans(
                Span.between(providerFrom, providerTo),
                Span.between(subscriberFrom, subscriberTo),
                underPatient ? Span.between(patientFrom, patientTo) : null,
                Span.between(claimFrom, claimTo));
        claimFrom = -1;
        Claim claim = facts.finish(kind, parties, underPatient, header.bht06(), test);
        listener.claim(claim, spans);
    }

    /** What the set has said of itself so far; whole when the first claim is told. */
    public SetHeader header() {
        return header;
    }
}
