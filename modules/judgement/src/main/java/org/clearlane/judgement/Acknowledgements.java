package org.clearlane.judgement;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.clearlane.transactions.AnswerEnvelope;
import org.clearlane.transactions.t277ca.ClaimOutcome;
import org.clearlane.transactions.t277ca.ClaimStatusHeader;
import org.clearlane.transactions.t277ca.ClaimStatusSpool;
import org.clearlane.transactions.t277ca.ClaimStatusWriter;
import org.clearlane.transactions.t999.FunctionalAckLimits;
import org.clearlane.transactions.t999.FunctionalAckWriter;
import org.clearlane.transactions.t999.GroupTotals;
import org.clearlane.transactions.t999.SetAnswer;
import org.clearlane.transactions.ta1.Ta1;
import org.clearlane.transactions.ta1.Ta1Writer;
import org.clearlane.x12.Delimiters;

/**
 * Writes the answers to a file from the judgement of it: a TA1 for every interchange (and one for a file that holds none), a 999 for every group (but none for
 * a group of acknowledgments), a 277CA for every set of claims whose guide is known. An interchange is answered when it
 * is closed, because only then it is known whether it can be trusted.
 *
 * <p>Not safe for use by several threads; closing removes what was kept on disk.
 */
public final class Acknowledgements implements JudgementListener, Closeable {

    /** 277CA for a set refused as a whole: a syntax error, to be looked up in the 999. */
    private static final ClaimStatus SEE_THE_999 = ClaimStatus.of("A3:684");
    /** Findings kept for the 999 of one interchange; sets behind that are told with fewer. */
    private static final int MOST_FINDINGS = 20_000;

    private static final int FINDINGS_BEYOND = 20;
    /** ISA08 of the answer to a file that does not say who sends it. */
    private static final String NOBODY = "UNKNOWN";
    /** TA105: the control structure is wrong. */
    private static final String UNREADABLE = "022";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final AckStreams streams;
    private final AckControlNumbers numbers;
    private final House house;
    private final Clock clock;
    private final Function<JudgedClaim, String> claimNumber;
    private final Spool spool;

    private InterchangeFacts interchange;
    private AnswerEnvelope envelope;
    private LocalDateTime at;
    private List<AnsweredGroup> groups;
    private List<AnsweredSet> sets;
    private ClaimStatusSpool claims;
    private long claimsFrom;
    private int findings;

    private record AnsweredGroup(GroupVerdict verdict, List<AnsweredSet> sets) {}

    private record AnsweredSet(SetVerdict verdict, ClaimStatusSpool claims, long from, long to) {}

    /**
     * @param claimNumber our own number of a claim for REF*D9, or empty
     * @param workFolder where answers too long for the memory wait
     */
    public Acknowledgements(
            AckStreams streams,
            AckControlNumbers numbers,
            House house,
            Clock clock,
            Function<JudgedClaim, String> claimNumber,
            Path workFolder) {
        this.streams = streams;
        this.numbers = numbers;
        this.house = house;
        this.clock = clock;
        this.claimNumber = claimNumber;
        this.spool = new Spool(workFolder);
    }

    @Override
    public void interchangeOpened(InterchangeFacts opened) {
        interchange = opened;
        at = LocalDateTime.now(clock);
        envelope = null;
        groups = new ArrayList<>();
        findings = 0;
    }

    @Override
    public void groupOpened(GroupFacts group) {
        sets = new ArrayList<>();
        if (envelope == null) {
            envelope = envelope(group.applicationReceiver(), group.applicationSender());
        }
    }

    /** The asker's header turned round. */
    private AnswerEnvelope envelope(String applicationSender, String applicationReceiver) {
        return new AnswerEnvelope(
                interchange.receiverQualifier(),
                interchange.receiverId().isEmpty() ? house.id() : interchange.receiverId(),
                interchange.senderQualifier(),
                interchange.senderId().isEmpty() ? NOBODY : interchange.senderId(),
                applicationSender,
                applicationReceiver,
                writable(interchange.delimiters()),
                false,
                interchange.isTest() ? 'T' : 'P');
    }

    /** Separators that also stand in numbers and names would make every answer unreadable: then the usual ones. */
    private static Delimiters writable(Delimiters theirs) {
        byte[] all = {theirs.element(), theirs.component(), theirs.repetition(), theirs.segment()};
        for (byte b : all) {
            boolean word = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            if (word || b == ' ' || b == '.' || b == '-') {
                return Delimiters.USUAL;
            }
        }
        return theirs;
    }

    @Override
    public void setOpened(SetFacts set) {
        claims = set.guideKnown() ? new ClaimStatusSpool(spool, envelope, at.toLocalDate()) : null;
        claimsFrom = spool.size();
    }

    @Override
    public void claims(List<JudgedClaim> slice) throws IOException {
        for (JudgedClaim each : slice) {
            boolean goesOn = each.outcome() != Outcome.REJECTED;
            claims.append(new ClaimOutcome(each.claim(), claimNumber.apply(each), goesOn, told(each)));
        }
    }

    private static List<Finding> told(JudgedClaim claim) {
        if (claim.holdReason() == null) {
            return claim.findings();
        }
        List<Finding> told = new ArrayList<>(claim.findings());
        told.add(new Finding(
                "claim.held",
                7,
                Severity.WARNING,
                Place.ofSegment("2300", "CLM", claim.claim().position()),
                AckCodes.NONE,
                null,
                "",
                "The claim is held (" + claim.holdReason().inWords() + ").",
                "Nothing; the clearinghouse decides.",
                null));
        return told;
    }

    @Override
    public void setClosed(SetVerdict set) throws IOException {
        if (claims != null) {
            claims.flush();
        }
        SetVerdict kept = findings > MOST_FINDINGS ? set.withFindingsAtMost(FINDINGS_BEYOND) : set;
        findings += kept.findings().size();
        sets.add(new AnsweredSet(kept, claims, claimsFrom, spool.size()));
    }

    @Override
    public void groupClosed(GroupVerdict group) {
        groups.add(new AnsweredGroup(group, sets));
    }

    @Override
    public void interchangeClosed(InterchangeVerdict closed) throws IOException {
        if (envelope == null) {
            envelope = envelope(interchange.receiverId(), interchange.senderId());
        }
        Ta1Writer.write(streams.ta1(), envelope, at, numbers.interchange(), List.of(closed.ta1()));
        writeFunctional(closed.distrusted());
        writeClaimStatus(closed.distrusted());
        spool.close();
    }

    /** Nobody can be named who is answered, and no number; still there is an answer. */
    @Override
    public void nothingFound() throws IOException {
        LocalDateTime now = LocalDateTime.now(clock);
        AnswerEnvelope toNobody =
                new AnswerEnvelope("ZZ", house.id(), "ZZ", NOBODY, house.id(), NOBODY, Delimiters.USUAL, false, 'P');
        Ta1 refusal = new Ta1("000000000", DATE.format(now), TIME.format(now), "R", UNREADABLE);
        Ta1Writer.write(streams.ta1(), toNobody, now, numbers.interchange(), List.of(refusal));
    }

    private void writeFunctional(boolean allRefused) throws IOException {
        List<AnsweredGroup> answered = groups.stream()
                .filter(group -> !group.verdict().facts().isAcknowledgment())
                .toList();
        if (answered.isEmpty()) {
            return;
        }
        FunctionalAckWriter writer = new FunctionalAckWriter(
                streams.functional(), envelope, at, numbers.interchange(), numbers.group(), FunctionalAckLimits.USUAL);
        for (AnsweredGroup group : answered) {
            GroupVerdict verdict = group.verdict();
            boolean refused = allRefused || verdict.distrusted();
            writer.group(
                    verdict.facts().functionalId(),
                    verdict.facts().control(),
                    verdict.facts().version());
            for (AnsweredSet set : group.sets()) {
                SetFacts facts = set.verdict().facts();
                writer.set(new SetAnswer(
                        facts.identifier(),
                        facts.control(),
                        facts.implementation(),
                        refused ? "R" : set.verdict().ack(),
                        set.verdict().findings().stream()
                                .filter(each -> each.finding().isError())
                                .toList()));
            }
            writer.endGroup(new GroupTotals(verdict.included(), verdict.received(), verdict.codes(), refused));
        }
        writer.finish();
    }

    private void writeClaimStatus(boolean allRefused) throws IOException {
        ClaimStatusWriter writer = null;
        for (AnsweredGroup group : groups) {
            boolean refused = allRefused || group.verdict().distrusted();
            for (AnsweredSet set : group.sets()) {
                if (set.claims() == null) {
                    continue;
                }
                writer = writer != null
                        ? writer
                        : new ClaimStatusWriter(
                                streams.claimStatus(), envelope, at, numbers.interchange(), numbers.group());
                write(writer, set, refused || set.verdict().distrusted());
            }
        }
        if (writer != null) {
            writer.finish();
        }
    }

    private void write(ClaimStatusWriter writer, AnsweredSet set, boolean refused) throws IOException {
        ClaimCounts counts = set.verdict().claims();
        ClaimStatusHeader header = new ClaimStatusHeader(
                house.name(),
                house.id(),
                numbers.trace(),
                at.toLocalDate(),
                at.toLocalDate(),
                set.verdict().facts().header());
        if (refused || counts.total() == 0) {
            writer.rejectedSet(header, SEE_THE_999, counts.total(), counts.totalCharge());
            return;
        }
        try (InputStream details = spool.range(set.from(), set.to())) {
            writer.set(header, set.claims(), details);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
