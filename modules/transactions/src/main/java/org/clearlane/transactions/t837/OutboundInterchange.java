package org.clearlane.transactions.t837;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.Money;
import org.clearlane.transactions.internal.Numbers;
import org.clearlane.transactions.internal.SegmentSink;
import org.clearlane.transactions.internal.SegmentWalk;
import org.clearlane.x12.Delimiters;

/**
 * Writes one 837 interchange for a payer, of claims of one kind, claim by claim, from the bytes the practices wrote. Envelope, HL numbering,
 * counts and REF*D9 are ours; all else goes out as it came in, with the payer's separators in place of the sender's
 * where they differ.
 *
 * <p>Consecutive claims of byte-equal billing providers share a 2000A; of byte-equal subscribers below it a 2000B, but
 * never one with patients and one without (HL04 would lie); of byte-equal patients a 2000C. The guide allows 100 claims
 * a level; the 101st opens the level anew. Not safe for use by several threads.
 */
public final class OutboundInterchange {

    /** 2300 repeats up to 100 times. */
    private static final int CLAIMS_PER_LEVEL = 100;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final OutboundHeader header;
    private final OutputStream out;
    private final SegmentSink sink;
    private final PlacementListener listener;
    private final List<Unwritable> unwritable = new ArrayList<>();

    private int sets;
    private int claimsInSet;
    private long claims;
    private Money charge = Money.ZERO;

    private int hl;
    private int providerHl;
    private int subscriberHl;
    private int claimHl;
    private int claimsInLevel;
    private OutboundClaim previous;

    /**
     * Begins the interchange: writes ISA and GS.
     *
     * @param out stays open behind {@link #finish()}
     * @throws Failure CONFIGURATION when the payer's envelope or our own name cannot be written
     */
    public OutboundInterchange(OutputStream out, OutboundHeader header, PlacementListener listener) throws IOException {
        this.header = header;
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.listener = listener;
        var envelope = header.envelope();
        this.sink = new SegmentSink(this.out, Delimiters.of(envelope.delimiters()), envelope.lineBreaks());
        String[] ids = {
            envelope.senderQualifier(), envelope.senderId(), envelope.receiverQualifier(), envelope.receiverId()
        };
        requireWritable(header);
        try {
            sink.interchangeHeader(ids, header.at(), header.interchangeControl(), false, envelope.usage());
        } catch (IllegalArgumentException e) {
            throw new Failure(FailureCode.CONFIGURATION, "the payer's envelope does not fit an ISA", e);
        }
        sink.segment(
                "GS",
                "HC",
                envelope.applicationSender(),
                envelope.applicationReceiver(),
                DATE.format(header.at()),
                TIME.format(header.at()),
                header.groupControl(),
                "X",
                header.kind().guide());
    }

    /** Everything of the header is looked through before the first byte, so that a mistake leaves no half file. */
    private void requireWritable(OutboundHeader all) {
        List<String> values = new ArrayList<>(List.of(
                all.transactionType(),
                all.envelope().applicationSender(),
                all.envelope().applicationReceiver(),
                all.envelope().receiverName(),
                all.envelope().receiverCode(),
                all.submitter().name(),
                all.submitter().id(),
                all.submitter().contactName(),
                all.submitter().contactPhone()));
        for (OutboundHeader.SetNumbers numbers : all.sets()) {
            values.add(numbers.st02());
            values.add(numbers.bht03());
        }
        for (String value : values) {
            if (!sink.carries(value)) {
                throw new Failure(
                        FailureCode.CONFIGURATION,
                        "a name or number of the interchange header holds one of the payer's separators");
            }
        }
    }

    /** How many sets this many claims need. */
    public static int setsNeeded(long claims, int claimsPerSet) {
        return Math.toIntExact((claims + claimsPerSet - 1) / claimsPerSet);
    }

    /** Whether a claim can be written with these separators: empty when it can, else what stands in the way. */
    public static Optional<Unwritable> writable(OutboundClaim claim, Delimiters payer) {
        return Writability.of(claim, payer);
    }

    /**
     * Writes one claim, or nothing of it where it cannot be written; then the answer says why, and
     * {@link OutboundTotals#unwritable()} lists it.
     *
     * @throws IllegalStateException when more sets are needed than numbers were given for
     */
    public Optional<Unwritable> add(OutboundClaim claim) throws IOException {
        Optional<Unwritable> obstacle = writable(claim, sink.delimiters());
        if (obstacle.isPresent()) {
            unwritable.add(obstacle.get());
            return obstacle;
        }
        if (claimsInSet == header.claimsPerSet()) {
            endSet();
        }
        if (claimsInSet == 0) {
            beginSet();
        }
        openLevels(claim);
        writeClaim(claim);
        previous = claim;
        claimsInSet++;
        claimsInLevel++;
        claims++;
        return Optional.empty();
    }

    private void beginSet() throws IOException {
        if (sets == header.sets().size()) {
            throw new IllegalStateException("more sets are needed than numbers were given for");
        }
        OutboundHeader.SetNumbers numbers = header.sets().get(sets);
        sets++;
        hl = 0;
        previous = null;
        OutboundHeader.Submitter submitter = header.submitter();
        sink.segment("ST", "837", numbers.st02(), header.kind().guide());
        sink.segment(
                "BHT",
                "0019",
                "00",
                numbers.bht03(),
                DATE.format(header.at()),
                TIME.format(header.at()),
                header.transactionType());
        sink.segment("NM1", "41", "2", submitter.name(), "", "", "", "", "46", submitter.id());
        sink.segment("PER", "IC", submitter.contactName(), "TE", submitter.contactPhone());
        var envelope = header.envelope();
        sink.segment("NM1", "40", "2", envelope.receiverName(), "", "", "", "", "46", envelope.receiverCode());
    }

    private void endSet() throws IOException {
        sink.segment("SE", sink.segmentsInSet(), st02());
        claimsInSet = 0;
    }

    private String st02() {
        return header.sets().get(sets - 1).st02();
    }

    private void openLevels(OutboundClaim claim) throws IOException {
        boolean sameSource = previous != null && previous.sourceDelimiters().equals(claim.sourceDelimiters());
        boolean sameProvider = sameSource && Arrays.equals(previous.provider(), claim.provider());
        boolean sameKind = sameProvider && (previous.patient() == null) == (claim.patient() == null);
        boolean sameSubscriber = sameKind && Arrays.equals(previous.subscriber(), claim.subscriber());
        boolean full = claimsInLevel == CLAIMS_PER_LEVEL;
        if (!sameProvider) {
            providerHl = ++hl;
            sink.segment("HL", providerHl, "", "20", "1");
            copyAll(claim.provider(), claim.sourceDelimiters());
        }
        boolean direct = claim.patient() == null;
        if (!sameSubscriber || (direct && full)) {
            subscriberHl = ++hl;
            sink.segment("HL", subscriberHl, providerHl, "22", direct ? "0" : "1");
            copyAll(claim.subscriber(), claim.sourceDelimiters());
            claimHl = subscriberHl;
            claimsInLevel = 0;
        }
        boolean samePatient = sameSubscriber && !full && Arrays.equals(previous.patient(), claim.patient());
        if (!direct && !samePatient) {
            claimHl = ++hl;
            sink.segment("HL", claimHl, subscriberHl, "23", "0");
            copyAll(claim.patient(), claim.sourceDelimiters());
            claimsInLevel = 0;
        }
    }

    private void copyAll(byte[] bytes, Delimiters theirs) throws IOException {
        SegmentWalk walk = new SegmentWalk(bytes, theirs);
        while (walk.next()) {
            sink.copy(bytes, walk.from(), walk.to(), theirs);
        }
    }

    private void writeClaim(OutboundClaim claim) throws IOException {
        byte[] bytes = claim.claim();
        Delimiters theirs = claim.sourceDelimiters();
        long clmPosition = sink.segmentsInSet();
        ClaimNumberPlace place = ClaimNumberPlace.in(bytes, theirs);
        String patientControlNumber = "";
        Money amount = Money.ZERO;
        SegmentWalk walk = new SegmentWalk(bytes, theirs);
        for (int number = 1; walk.next(); number++) {
            if (number == 1) {
                patientControlNumber = walk.element(1);
                amount = Money.parse(walk.element(2)).orElse(Money.ZERO);
            }
            if (!place.isOldNumber(number)) {
                sink.copy(bytes, walk.from(), walk.to(), theirs);
            }
            if (number == place.behind()) {
                sink.segment("REF", "D9", claim.d9());
            }
        }
        charge = Numbers.sum(charge, amount);
        listener.placed(new Placement(
                claim.d9(),
                st02(),
                claimHl,
                Math.toIntExact(clmPosition),
                Math.toIntExact(sink.segmentsInSet() - 1),
                patientControlNumber,
                amount));
    }

    /** Ends the interchange and flushes it. An interchange without a claim holds an empty group. */
    public OutboundTotals finish() throws IOException {
        if (claimsInSet > 0) {
            endSet();
        }
        sink.segment("GE", sets, header.groupControl());
        sink.segment("IEA", "1", "%09d".formatted(header.interchangeControl()));
        out.flush();
        return new OutboundTotals(claims, charge, sets, sink.segmentCount(), unwritable);
    }
}
