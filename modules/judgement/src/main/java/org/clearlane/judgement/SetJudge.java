package org.clearlane.judgement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.guide.Guide;
import org.clearlane.guide.SetMatcher;
import org.clearlane.guide.StructureFinding;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.t837.ClaimReader;
import org.clearlane.transactions.t837.ClaimSpans;
import org.clearlane.transactions.t837.SetHeader;
import org.clearlane.x12.Segment;

/**
 * Judges one set after another, segment by segment. What is missing is told by the guide when the next segment comes, so
 * a claim is judged only when the segment behind it has been seen, and what is told then still counts for it.
 */
final class SetJudge {

    /** Findings kept for the acknowledgment of one set. */
    static final int MOST_FINDINGS = 5_000;

    /** The SNIP type from which on edits look at the facts of claims. */
    private static final int EDITS_FROM = 3;

    /** Claims nobody waits for are counted while what is known of them is still in the processor's cache. */
    private static final int UNWANTED_SLICE = 16;

    private static final int HL = Segment.tag("HL");
    private static final int CLM = Segment.tag("CLM");
    private static final int SE = Segment.tag("SE");

    private final JudgeOptions options;
    private final JudgementListener listener;
    private final ClaimJudge claims;
    private final Map<Guide, SetMatcher> matchers = new HashMap<>();
    private final ClaimReader claimReader = new ClaimReader(this::claim);
    private final SetFindings findings = new SetFindings();
    private final List<StructureFinding> told = new ArrayList<>();
    private List<JudgedClaim> slice = new ArrayList<>();
    /** Whether anybody needs to know what claims say; if not, they are only counted. */
    private final boolean gathering;

    private final int sliceSize;

    private final OpenUnit unit = new OpenUnit();
    private boolean inHeader;
    private boolean claimOpen;
    private Money charge;

    private SetFacts facts;
    private SetMatcher matcher;
    private boolean opened;
    private Level level;
    private String patientControlNumber;
    private long firstOrdinal;
    private int segments;
    private long controlClaims;
    private long claimsRefusedByStructure;
    private ClaimCounts counts;

    SetJudge(JudgeOptions options, ClaimJudge claims, JudgementListener listener) {
        this.options = options;
        this.claims = claims;
        this.listener = listener;
        this.gathering = listener.wantsClaims()
                || options.maxSnip() >= EDITS_FROM
                || options.practice() != null
                || options.payers() != null;
        this.sliceSize = listener.wantsClaims() ? options.sliceSize() : Math.min(options.sliceSize(), UNWANTED_SLICE);
    }

    /** Whether a set is open. */
    boolean isOpen() {
        return facts != null;
    }

    /**
     * A set begins with this ST.
     *
     * @param set of claims where {@link SetFacts#guideKnown()}; what is not is judged by its structure alone and as a whole
     * @param guide its guide, or null when that is not known: then its claims are only counted
     */
    void begin(SetFacts set, Guide guide, boolean test, Segment st) throws IOException {
        facts = set;
        matcher = guide == null ? null : matchers.computeIfAbsent(guide, each -> each.matcher(this::told));
        claims.begin(set, guide, st.ordinal());
        findings.clear();
        told.clear();
        unit.begin();
        opened = false;
        inHeader = true;
        claimOpen = false;
        level = Level.SET;
        patientControlNumber = "";
        firstOrdinal = st.ordinal();
        segments = 0;
        controlClaims = 0;
        claimsRefusedByStructure = 0;
        counts = ClaimCounts.NONE;
        if (matcher != null) {
            matcher.begin();
        }
        if (set.guideKnown()) {
            claimReader.begin(ClaimKind.of(set.kind()), test);
        }
        segment(st);
    }

    /** Whether somebody hands in claims to be sent on, for whom anything else is a mistake. */
    boolean takesOnlyClaims() {
        return options.practice() != null;
    }

    /** ST02 of the set that is open. */
    String control() {
        return facts.control();
    }

    /** How many segments of the open set have come. */
    int segments() {
        return segments;
    }

    /** Something wrong with the set itself. */
    void fault(EnvelopeFault fault, Segment at, String value) {
        findings.add(Level.SET, fault.at(at, at == null ? segments : positionOf(at), value), "");
    }

    private int positionOf(Segment at) {
        return (int) Math.min(Integer.MAX_VALUE, at.ordinal() - firstOrdinal + 1);
    }

    /** The next segment of the set, ST and SE included. */
    void segment(Segment segment) throws IOException {
        segments++;
        int tag = segment.tag();
        if (tag == CLM) {
            controlClaims++;
        }
        if (!facts.guideKnown() && tag == CLM) {
            Outcome outcome = matcher == null ? Outcome.REJECTED : Outcome.ACCEPTED;
            counts = counts.with(outcome, Money.parse(segment.element(2)).orElse(null));
        }
        if (matcher == null) {
            return;
        }
        matcher.accept(segment);
        if (!told.isEmpty()) {
            takeAbsences();
        }
        if (!facts.guideKnown()) {
            unit.segment(segment);
            takeAllOfWhole();
            return;
        }
        String loop = matcher.loop();
        if (gathering) {
            gather(segment, loop);
        } else {
            count(segment, tag, loop);
        }
        if (tag == HL) {
            level = Level.openedBy(segment, loop);
            findings.close(level == Level.SET ? Level.PROVIDER : level);
            patientControlNumber = "";
        } else if (tag == CLM) {
            level = Level.CLAIM;
            findings.close(Level.CLAIM);
            patientControlNumber = segment.element(1);
        }
        if (!told.isEmpty()) {
            takeFaultsOf(segment, tag);
        }
    }

    /** Only sets of claims can be refused in part. */
    private void takeAllOfWhole() {
        for (StructureFinding each : told) {
            findings.addToWhole(StructureWords.finding(each), unit.get());
        }
        told.clear();
    }

    private void gather(Segment segment, String loop) throws IOException {
        try {
            claimReader.segment(segment, loop, matcher.position());
            claims.segment(segment, loop, matcher.position());
        } catch (UncheckedIOException fromListener) {
            throw fromListener.getCause();
        }
    }

    /** Instead of gathering: only what the header says, and the claims and their charges. */
    private void count(Segment segment, int tag, String loop) {
        if (tag == HL || tag == CLM || tag == SE) {
            countOpenClaim();
            inHeader = false;
            if (tag == CLM) {
                claimOpen = true;
                charge = Money.parse(segment.element(2)).orElse(null);
            }
        } else if (inHeader) {
            claimReader.segment(segment, loop, matcher.position());
        }
    }

    private void countOpenClaim() {
        if (claimOpen) {
            claimOpen = false;
            boolean refused = findings.ofClaim().stream().anyMatch(Finding::isError);
            claimsRefusedByStructure += refused ? 1 : 0;
            counts = counts.with(refused ? Outcome.REJECTED : Outcome.ACCEPTED, charge);
        }
    }

    private void told(StructureFinding finding) {
        if (finding.fault().snip() <= options.maxSnip()) {
            told.add(finding);
        }
    }

    /** What is missing belongs to what stood open before the segment that showed it. */
    private void takeAbsences() {
        for (int i = 0; i < told.size(); i++) {
            StructureFinding each = told.get(i);
            if (!each.fault().isMissing()) {
                continue;
            }
            if (facts.guideKnown()) {
                findings.add(Level.of(each.loop(), level), StructureWords.finding(each), patientControlNumber);
            } else {
                findings.addToWhole(StructureWords.finding(each), unit.get());
            }
        }
        told.removeIf(each -> each.fault().isMissing());
    }

    /** Everything else belongs to the segment itself, so to what stands open now. */
    private void takeFaultsOf(Segment segment, int tag) {
        for (StructureFinding each : told) {
            boolean trailer = segment.is("SE") && each.position() == matcher.position();
            boolean ownLevel = tag == HL && each.position() == matcher.position();
            Level of = trailer ? Level.SET : ownLevel ? level : Level.of(each.loop(), level);
            findings.add(of, StructureWords.finding(each), patientControlNumber);
        }
        told.clear();
    }

    /** Heard from the claim reader when a claim is whole. */
    private void claim(Claim claim, ClaimSpans spans) {
        slice.add(claims.judge(claim, spans, findings));
        if (slice.size() >= sliceSize) {
            try {
                handOver();
            } catch (IOException stopped) {
                throw new UncheckedIOException(stopped);
            }
        }
    }

    private void handOver() throws IOException {
        open();
        if (slice.isEmpty()) {
            return;
        }
        List<JudgedClaim> full = slice;
        slice = new ArrayList<>();
        listener.claims(full);
        for (JudgedClaim judged : full) {
            counts = counts.with(judged.outcome(), judged.claim().charge());
            claimsRefusedByStructure += judged.hasStructureError() ? 1 : 0;
            for (Finding finding : judged.editFindings()) {
                findings.addOfClaim(finding, judged.claim().patientControlNumber());
            }
        }
    }

    private void open() throws IOException {
        if (!opened) {
            opened = true;
            facts = facts.guideKnown() ? facts.with(claimReader.header()) : facts;
            listener.setOpened(facts);
        }
    }

    /** The set ends; SE has been taken as a segment, or never came. */
    SetVerdict close() throws IOException {
        if (matcher != null) {
            matcher.end();
            takeAbsences();
            if (facts.guideKnown()) {
                for (StructureFinding each : told) {
                    findings.add(Level.of(each.loop(), level), StructureWords.finding(each), patientControlNumber);
                }
                told.clear();
            } else {
                takeAllOfWhole();
            }
        }
        if (facts.guideKnown()) {
            countOpenClaim();
            try {
                claimReader.end();
            } catch (UncheckedIOException fromListener) {
                throw fromListener.getCause();
            }
        }
        handOver();
        if (matcher != null && counts.total() != controlClaims) {
            throw new IllegalStateException("claims judged and CLM segments seen differ");
        }
        boolean distrusted = findings.hasSetErrors();
        boolean nothingLeft = findings.hasStructureErrors() && claimsRefusedByStructure == counts.total();
        String ack = distrusted || nothingLeft ? "R" : findings.hasStructureErrors() ? "E" : "A";
        SetVerdict verdict = new SetVerdict(
                facts,
                ack,
                distrusted,
                findings.structure(),
                findings.edits(),
                findings.count(),
                distrusted ? counts.allRejected() : counts,
                segments);
        facts = null;
        listener.setClosed(verdict);
        return verdict;
    }

    /** For sets whose guide is not known. */
    static SetHeader noHeader(String control) {
        return new SetHeader(control, "", "", "", "", "", "", "", "");
    }
}
