package org.clearlane.transactions;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.transactions.AnswerProblem.Kind;
import org.clearlane.transactions.internal.Numbers;
import org.clearlane.transactions.internal.SetReader;
import org.clearlane.transactions.t277ca.ClaimStatusSetReader;
import org.clearlane.transactions.t999.FunctionalAckSetReader;
import org.clearlane.transactions.ta1.Ta1Reader;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/**
 * Reads a whole answer file in one pass: any number of interchanges, each with separators of its own, with TA1, 999 (and
 * its elder 997), 277CA mixed in any order. What is not read here (an 835) is told and passed over. Memory does not grow
 * with the file, and bad data never throws.
 */
public final class AnswerFileReader {

    /** More problems than this are counted by one problem of kind LIMIT and not listed. */
    private static final int MOST_PROBLEMS = 1_000;

    private final AnswerListener listener;
    private final List<AnswerProblem> problems = new ArrayList<>();

    private AnswerOrigin origin = AnswerOrigin.NONE;
    private boolean inInterchange;
    private boolean inGroup;
    private boolean inSet;
    private SetReader set;
    private long setSegments;
    private long groupSets;
    private long interchangeGroups;

    private AnswerFileReader(AnswerListener listener) {
        this.listener = listener;
    }

    /**
     * Reads to the end and leaves the stream open.
     *
     * @return what is wrong with the file, as the listener has heard it; empty for a sound one
     */
    public static List<AnswerProblem> read(InputStream in, AnswerListener listener) throws IOException {
        AnswerFileReader answers = new AnswerFileReader(listener);
        answers.readAll(new X12Reader(in));
        return List.copyOf(answers.problems);
    }

    private void readAll(X12Reader reader) throws IOException {
        long lastOffset = 0;
        while (reader.next()) {
            segment(reader.segment());
            lastOffset = reader.segment().offset();
        }
        boolean open = inSet || inGroup || inInterchange;
        endSet();
        switch (reader.end()) {
            case NO_INTERCHANGE -> problem(Kind.NOT_X12, "There is no interchange in this file.", 0, 0);
            case SEGMENT_TOO_LONG ->
                problem(Kind.CUT_OFF, "A segment is too long to be one; reading stopped there.", 0, lastOffset);
            case IN_A_SEGMENT -> problem(Kind.CUT_OFF, "The file ends in the middle of a segment.", 0, lastOffset);
            case COMPLETE, NOT_REACHED -> {
                if (open) {
                    problem(Kind.CUT_OFF, "The file ends before its interchange does.", 0, lastOffset);
                }
            }
        }
    }

    private void segment(Segment s) {
        switch (s.id()) {
            case "ISA" -> beginInterchange(s);
            case "TA1" -> listener.interchangeAnswered(origin, Ta1Reader.of(s));
            case "GS" -> beginGroup(s);
            case "ST" -> beginSet(s);
            case "SE" -> trailerOfSet(s);
            case "GE" -> trailerOfGroup(s);
            case "IEA" -> trailerOfInterchange(s);
            default -> {
                setSegments++;
                if (set != null) {
                    set.segment(s);
                } else if (!inSet) {
                    problem(Kind.STRAY_SEGMENT, "A segment stands outside of any set.", s);
                }
            }
        }
    }

    private void beginInterchange(Segment s) {
        if (inInterchange) {
            problem(Kind.CUT_OFF, "An interchange begins before the one ahead of it has ended.", s);
        }
        endSet();
        inInterchange = true;
        inGroup = false;
        interchangeGroups = 0;
        origin = new AnswerOrigin(
                s.element(13).strip(),
                s.element(5).strip(),
                s.element(6).strip(),
                s.element(7).strip(),
                s.element(8).strip(),
                s.element(15).strip(),
                "",
                "",
                "");
    }

    private void beginGroup(Segment s) {
        endSet();
        inGroup = true;
        groupSets = 0;
        interchangeGroups++;
        origin = with(s.element(6).strip(), s.element(8).strip(), "");
    }

    private void beginSet(Segment s) {
        if (inSet) {
            problem(Kind.CUT_OFF, "A set begins before the one ahead of it has ended.", s);
        }
        endSet();
        inSet = true;
        groupSets++;
        setSegments = 1;
        String version = origin.version().isEmpty() ? s.element(3).strip() : origin.version();
        origin = with(origin.groupControl(), version, s.element(2).strip());
        switch (s.element(1)) {
            case "999", "997" -> set = new FunctionalAckSetReader(origin, listener);
            case "277" -> set = new ClaimStatusSetReader(origin, listener);
            default -> listener.otherSet(origin, s.element(1));
        }
    }

    private AnswerOrigin with(String group, String version, String setControl) {
        return new AnswerOrigin(
                origin.interchangeControl(),
                origin.senderQualifier(),
                origin.senderId(),
                origin.receiverQualifier(),
                origin.receiverId(),
                origin.usage(),
                group,
                version,
                setControl);
    }

    private void endSet() {
        if (set != null) {
            set.end();
            set = null;
        }
        inSet = false;
    }

    private void trailerOfSet(Segment s) {
        if (!inSet) {
            problem(Kind.STRAY_SEGMENT, "A set ends that never began.", s);
            return;
        }
        if (Numbers.wholeLong(s.element(1)) != setSegments + 1) {
            problem(Kind.TRAILER, "SE01 does not count the segments of the set.", s);
        }
        if (!s.element(2).strip().equals(origin.setControl())) {
            problem(Kind.TRAILER, "SE02 is not the control number of the set.", s);
        }
        endSet();
    }

    private void trailerOfGroup(Segment s) {
        if (inSet) {
            problem(Kind.CUT_OFF, "A group ends before its set does.", s);
        }
        endSet();
        if (Numbers.wholeLong(s.element(1)) != groupSets || !inGroup) {
            problem(Kind.TRAILER, "GE01 does not count the sets of the group.", s);
        } else if (!s.element(2).strip().equals(origin.groupControl())) {
            problem(Kind.TRAILER, "GE02 is not the control number of the group.", s);
        }
        inGroup = false;
    }

    private void trailerOfInterchange(Segment s) {
        if (inSet || inGroup) {
            problem(Kind.CUT_OFF, "The interchange ends before its group does.", s);
        }
        endSet();
        if (Numbers.wholeLong(s.element(1)) != interchangeGroups || !inInterchange) {
            problem(Kind.TRAILER, "IEA01 does not count the groups of the interchange.", s);
        } else if (!s.element(2).strip().equals(origin.interchangeControl())) {
            problem(Kind.TRAILER, "IEA02 is not the control number of the interchange.", s);
        }
        inInterchange = false;
        inGroup = false;
    }

    private void problem(Kind kind, String message, Segment s) {
        problem(kind, message, s.ordinal(), s.offset());
    }

    private void problem(Kind kind, String message, long ordinal, long offset) {
        if (problems.size() > MOST_PROBLEMS) {
            return;
        }
        AnswerProblem problem = problems.size() == MOST_PROBLEMS
                ? new AnswerProblem(Kind.LIMIT, "There are more problems than are listed.", ordinal, offset)
                : new AnswerProblem(kind, message, ordinal, offset);
        problems.add(problem);
        listener.problem(problem);
    }
}
