package org.clearlane.judgement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clearlane.model.Money;
import org.clearlane.model.directory.Practice;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.ta1.Ta1;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/** Judges an interchange: ISA, IEA, and what stands between its groups. */
final class InterchangeJudge {

    private static final int ISA_LENGTH = 105;
    /** Stray segments are told one by one up to this many. */
    private static final int MOST_STRAYS = 100;
    /** More control numbers than this are not compared with each other. */
    private static final int MOST_CONTROLS = 200_000;

    private static final Set<String> ID_KINDS = Set.of("01", "14", "20", "27", "28", "29", "30", "33", "ZZ");

    private final GroupJudge groups;
    private final Practice practice;
    private final JudgementListener listener;

    private InterchangeFacts facts;
    private final List<Finding> findings = new ArrayList<>();
    private String note = "000";
    private boolean refused;
    private int strays;
    private long groupCount;
    private ClaimCounts counts;
    private int number;
    /** Of the interchanges before this one that were not refused. */
    private final Set<String> taken = new HashSet<>();

    InterchangeJudge(GroupJudge groups, Practice practice, JudgementListener listener) {
        this.groups = groups;
        this.practice = practice;
        this.listener = listener;
    }

    boolean isOpen() {
        return facts != null;
    }

    void begin(Segment isa, Delimiters delimiters) throws IOException {
        facts = new InterchangeFacts(
                ++number,
                isa.element(13).strip(),
                isa.element(5).strip(),
                isa.element(6).strip(),
                isa.element(7).strip(),
                isa.element(8).strip(),
                isa.element(9).strip(),
                isa.element(10).strip(),
                isa.element(12).strip(),
                isa.element(15).strip(),
                delimiters,
                isa.offset());
        findings.clear();
        note = "000";
        refused = false;
        strays = 0;
        groupCount = 0;
        counts = ClaimCounts.NONE;
        checkHeader(isa);
        listener.interchangeOpened(facts);
    }

    private void checkHeader(Segment isa) {
        if (facts.senderId().isEmpty()) {
            fault(EnvelopeFault.SENDER_MISSING, isa, "");
        } else if (practice != null && !practice.senderIds().contains(facts.senderId())) {
            fault(EnvelopeFault.SENDER_NOT_OF_PRACTICE, isa, facts.senderId());
        }
        if (!facts.version().matches("00[2-8]\\d\\d")) {
            fault(EnvelopeFault.VERSION_UNKNOWN, isa, facts.version());
        }
        if (!Digits.isNumber(facts.control(), 9, 9) || facts.control().equals("000000000")) {
            fault(EnvelopeFault.CONTROL_MALFORMED, isa, facts.control());
        } else if (taken.contains(identity())) {
            fault(EnvelopeFault.CONTROL_REPEATED, isa, facts.control());
        }
        if (!facts.usage().equals("P") && !facts.usage().equals("T")) {
            fault(EnvelopeFault.USAGE_UNKNOWN, isa, facts.usage());
        }
        if (!facts.date().matches("\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])")) {
            fault(EnvelopeFault.INTERCHANGE_DATE, isa, facts.date());
        }
        if (!facts.time().matches("([01]\\d|2[0-3])[0-5]\\d")) {
            fault(EnvelopeFault.INTERCHANGE_TIME, isa, facts.time());
        }
        if (!isa.elementEquals(14, "0") && !isa.elementEquals(14, "1")) {
            fault(EnvelopeFault.ACKNOWLEDGMENT_MARK, isa, isa.element(14));
        }
        if (!isa.elementEquals(1, "00") && !isa.elementEquals(1, "03")) {
            fault(EnvelopeFault.AUTHORIZATION_QUALIFIER, isa, isa.element(1));
        }
        if (!isa.elementEquals(3, "00") && !isa.elementEquals(3, "01")) {
            fault(EnvelopeFault.SECURITY_QUALIFIER, isa, isa.element(3));
        }
        if (!ID_KINDS.contains(facts.senderQualifier())) {
            fault(EnvelopeFault.SENDER_QUALIFIER, isa, facts.senderQualifier());
        }
        if (!ID_KINDS.contains(facts.receiverQualifier())) {
            fault(EnvelopeFault.RECEIVER_QUALIFIER, isa, facts.receiverQualifier());
        }
        if (facts.receiverId().isEmpty()) {
            fault(EnvelopeFault.RECEIVER_MISSING, isa, "");
        }
        if (isa.length() != ISA_LENGTH) {
            fault(EnvelopeFault.WIDTHS, isa, "");
        }
    }

    /** A TA1 names an interchange by its number, so two of one sender in one file could not be told apart. */
    private String identity() {
        return String.join(
                "\0",
                facts.senderQualifier(),
                facts.senderId(),
                facts.receiverQualifier(),
                facts.receiverId(),
                facts.control());
    }

    /** The first fault that refuses gives TA105 its note, else the first that does not. */
    void fault(EnvelopeFault fault, Segment at, String value) {
        findings.add(fault.at(at, 0, value));
        if (fault.isTolerable()) {
            note = note.equals("000") ? fault.note() : note;
        } else if (!refused) {
            refused = true;
            note = fault.note();
        }
    }

    /** A segment that stands in no set. A claim's segment counts as a claim all the same: it came in. */
    void stray(Segment segment) {
        if (segment.is("TA1")) {
            return;
        }
        if (segment.is("CLM")) {
            counts = counts.with(
                    Outcome.REJECTED, Money.parse(segment.element(2)).orElse(null));
        }
        if (strays++ < MOST_STRAYS) {
            fault(EnvelopeFault.OUTSIDE_OF_SETS, segment, "");
        }
    }

    void beginGroup(Segment gs) throws IOException {
        counts = counts.plus(groups.closeWithoutTrailer());
        if (groupCount++ == 0) {
            groups.beginInterchange();
        }
        if (!isHeaderWhole(gs)) {
            fault(EnvelopeFault.GROUP_HEADER, gs, "");
        }
        groups.begin(gs, facts.isTest());
    }

    private static boolean isHeaderWhole(Segment gs) {
        return gs.has(2)
                && gs.has(3)
                && gs.element(4).matches("\\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])")
                && gs.element(5).matches("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d\\d{0,2})?")
                && gs.elementEquals(7, "X");
    }

    void endGroup(Segment ge) throws IOException {
        counts = counts.plus(groups.end(ge));
    }

    /** IEA. */
    ClaimCounts end(Segment iea) throws IOException {
        counts = counts.plus(groups.closeWithoutTrailer());
        if (!iea.element(2).strip().equals(facts.control())) {
            fault(EnvelopeFault.INTERCHANGE_CONTROL_DIFFERS, iea, iea.element(2));
        }
        String said = iea.element(1).strip();
        if (!Digits.isNumber(said, 1, 9) || Long.parseLong(said) != groupCount) {
            fault(EnvelopeFault.GROUP_COUNT_WRONG, iea, said);
        }
        return close();
    }

    /** The interchange that is open, if one is, ends without IEA. */
    ClaimCounts closeWithoutTrailer(EnvelopeFault why) throws IOException {
        if (!isOpen()) {
            return ClaimCounts.NONE;
        }
        counts = counts.plus(groups.closeWithoutTrailer());
        fault(why, null, "");
        return close();
    }

    private ClaimCounts close() throws IOException {
        String ack = refused ? "R" : note.equals("000") ? "A" : "E";
        ClaimCounts all = refused ? counts.allRejected() : counts;
        if (!refused && taken.size() < MOST_CONTROLS) {
            taken.add(identity());
        }
        InterchangeVerdict verdict = new InterchangeVerdict(
                facts, new Ta1(facts.control(), facts.date(), facts.time(), ack, note), findings, all);
        facts = null;
        listener.interchangeClosed(verdict);
        return all;
    }
}
