package org.clearlane.judgement;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.edits.Edits;
import org.clearlane.guide.Guides;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/**
 * Judges a file in one pass: every interchange, group, set and claim in it, whatever its length, in memory that does not
 * grow with it. Data never makes it throw. Immutable, safe for use by several threads at a time.
 */
public final class Judge {

    private static final int ISA = Segment.tag("ISA");
    private static final int IEA = Segment.tag("IEA");
    private static final int GS = Segment.tag("GS");
    private static final int GE = Segment.tag("GE");
    private static final int ST = Segment.tag("ST");
    private static final int SE = Segment.tag("SE");

    private final Guides guides;
    private final Edits edits;
    private final Partners partners;
    private final Clock clock;

    /** By guides and edits alone, without anything that holds for some payers or practices only. */
    public Judge(Guides guides, Edits edits, Clock clock) {
        this(guides, edits, Partners.NONE, clock);
    }

    /**
     * @param guides the guides that sets are judged by
     * @param edits the edits that claims are judged by
     * @param partners what payers and practices demand of the claims that concern them
     * @param clock says what lies in the future
     */
    public Judge(Guides guides, Edits edits, Partners partners, Clock clock) {
        this.guides = guides;
        this.edits = edits;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Reads the stream to its end and leaves it open.
     *
     * @throws IOException when the stream cannot be read, or from the listener; nothing is final then
     */
    public FileVerdict judge(InputStream in, JudgeOptions options, JudgementListener listener) throws IOException {
        return new Pass(in, options, listener).run();
    }

    private final class Pass {

        private final X12Reader reader;
        private final JudgementListener listener;
        private final GroupJudge groups;
        private final InterchangeJudge interchanges;
        private ClaimCounts counts = ClaimCounts.NONE;
        private boolean somethingRefused;
        private boolean somethingTaken;
        private int interchangeCount;

        Pass(InputStream in, JudgeOptions options, JudgementListener listener) {
            reader = new X12Reader(in);
            this.listener = listener;
            JudgementListener watched = new Watch(listener);
            ClaimJudge claims = new ClaimJudge(
                    options,
                    edits.examination(clock, options.maxSnip()),
                    partners,
                    partners.edits().examination(clock));
            SetJudge sets = new SetJudge(options, claims, watched);
            groups = new GroupJudge(guides, sets, watched);
            interchanges = new InterchangeJudge(groups, options.practice(), watched);
        }

        FileVerdict run() throws IOException {
            long segments = 0;
            while (reader.next()) {
                segments++;
                take(reader.segment());
            }
            EnvelopeFault why = reader.end() == X12Reader.End.SEGMENT_TOO_LONG
                    ? EnvelopeFault.SEGMENT_ENDLESS
                    : EnvelopeFault.INTERCHANGE_CUT_OFF;
            counts = counts.plus(interchanges.closeWithoutTrailer(why));
            if (interchangeCount == 0) {
                listener.nothingFound();
            }
            return new FileVerdict(verdict(), counts, interchangeCount, segments, findings());
        }

        private void take(Segment segment) throws IOException {
            int tag = segment.tag();
            if (tag == ISA) {
                counts = counts.plus(interchanges.closeWithoutTrailer(EnvelopeFault.INTERCHANGE_NOT_CLOSED));
                interchangeCount++;
                interchanges.begin(segment, reader.delimiters());
            } else if (!interchanges.isOpen()) {
                somethingRefused = true;
                if (segment.is("CLM")) {
                    counts = counts.with(Outcome.REJECTED, null);
                }
            } else if (tag == IEA) {
                counts = counts.plus(interchanges.end(segment));
            } else if (tag == GS) {
                interchanges.beginGroup(segment);
            } else if (!groups.isOpen()) {
                interchanges.stray(segment);
            } else if (tag == GE) {
                interchanges.endGroup(segment);
            } else if (tag == ST) {
                groups.beginSet(segment);
            } else if (!groups.hasOpenSet()) {
                interchanges.stray(segment);
            } else if (tag == SE) {
                groups.endSet(segment);
            } else {
                groups.segment(segment);
            }
        }

        private FileVerdict.Verdict verdict() {
            if (interchangeCount == 0) {
                return FileVerdict.Verdict.UNREADABLE;
            }
            boolean goesOn = counts.accepted() + counts.held() > 0;
            if (counts.rejected() == 0 && !somethingRefused) {
                return goesOn || somethingTaken ? FileVerdict.Verdict.ACCEPTED : FileVerdict.Verdict.REJECTED;
            }
            return goesOn ? FileVerdict.Verdict.PARTIAL : FileVerdict.Verdict.REJECTED;
        }

        private List<Finding> findings() {
            List<Finding> findings = new ArrayList<>();
            if (interchangeCount == 0) {
                findings.add(new Finding(
                        "file.unreadable",
                        1,
                        Severity.ERROR,
                        Place.ofSegment("", "ISA", 0).atElement(0),
                        AckCodes.NONE,
                        null,
                        "",
                        "No X12 interchange can be found in this file.",
                        "Send a file that begins with an ISA segment.",
                        null));
            }
            return findings;
        }

        /** Passes everything on and remembers whether anything was refused. */
        private final class Watch implements JudgementListener {

            private final JudgementListener listener;

            Watch(JudgementListener listener) {
                this.listener = listener;
            }

            @Override
            public boolean wantsClaims() {
                return listener.wantsClaims();
            }

            @Override
            public void interchangeOpened(InterchangeFacts interchange) throws IOException {
                listener.interchangeOpened(interchange);
            }

            @Override
            public void groupOpened(GroupFacts group) throws IOException {
                listener.groupOpened(group);
            }

            @Override
            public void setOpened(SetFacts set) throws IOException {
                listener.setOpened(set);
            }

            @Override
            public void claims(List<JudgedClaim> slice) throws IOException {
                listener.claims(slice);
            }

            @Override
            public void setClosed(SetVerdict set) throws IOException {
                somethingRefused |= set.ack().equals("R");
                listener.setClosed(set);
            }

            @Override
            public void groupClosed(GroupVerdict group) throws IOException {
                somethingRefused |= group.distrusted();
                listener.groupClosed(group);
            }

            @Override
            public void interchangeClosed(InterchangeVerdict interchange) throws IOException {
                somethingRefused |= interchange.distrusted();
                somethingTaken |= !interchange.distrusted();
                listener.interchangeClosed(interchange);
            }
        }
    }
}
