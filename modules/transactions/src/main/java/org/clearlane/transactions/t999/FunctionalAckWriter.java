package org.clearlane.transactions.t999;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.transactions.AnswerEnvelope;
import org.clearlane.transactions.internal.SegmentSink;

/**
 * Writes an interchange of 999 (005010X231A1), one set for each group it answers: {@link #group}, {@link #set} for each
 * of its sets, {@link #endGroup}, at last {@link #finish}. Holds the findings of one set at a time.
 *
 * <p>A set given as accepted that has findings a 999 can say is answered E: accepted, and here is what was noted. Not
 * safe for use by several threads.
 */
public final class FunctionalAckWriter {

    private static final String GUIDE = "005010X231A1";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    /** IK502 to IK506, AK905 to AK909. */
    private static final int MOST_CODES = 5;
    /** AK902 to AK904 have six digits. */
    private static final long MOST_SETS_SAID = 999_999;

    private final OutputStream out;
    private final SegmentSink sink;
    private final FunctionalAckLimits limits;
    private final long interchangeControl;
    private final long groupControl;

    private int sets;
    private long accepted;
    private boolean noted;

    /**
     * Begins the interchange: writes ISA and GS.
     *
     * @param out stays open behind {@link #finish()}
     * @param at ISA09, ISA10, GS04, GS05
     * @param interchangeControl ISA13 of the answer itself
     * @param groupControl GS06 of the answer itself
     */
    public FunctionalAckWriter(
            OutputStream out,
            AnswerEnvelope envelope,
            LocalDateTime at,
            long interchangeControl,
            long groupControl,
            FunctionalAckLimits limits)
            throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.sink = new SegmentSink(this.out, envelope.delimiters(), envelope.lineBreaks());
        this.limits = limits;
        this.interchangeControl = interchangeControl;
        this.groupControl = groupControl;
        sink.interchangeHeader(envelope.ids(), at, interchangeControl, false, envelope.usage());
        sink.segment(
                "GS",
                "FA",
                envelope.applicationSender(),
                envelope.applicationReceiver(),
                DATE.format(at),
                TIME.format(at),
                groupControl,
                "X",
                GUIDE);
    }

    /** The answer to a group begins: its GS01, GS06, GS08 as sent. */
    public void group(String functionalId, String control, String version) throws IOException {
        sets++;
        accepted = 0;
        noted = false;
        sink.segment("ST", "999", st02(), GUIDE);
        sink.segment("AK1", sink.fit(functionalId, 2), sink.fit(control, 9), sink.fit(version, 12));
    }

    private String st02() {
        return "%04d".formatted(sets);
    }

    /** The answer to one set of the group. */
    public SetAnswered set(SetAnswer answer) throws IOException {
        sink.segment("AK2", sink.fit(answer.kind(), 3), sink.fit(answer.control(), 9), sink.fit(answer.version(), 35));
        int written = new SegmentErrors(sink, limits).write(answer.findings());
        int sayable = 0;
        for (ClaimFinding each : answer.findings()) {
            sayable += isSayable(each.finding().ack()) ? 1 : 0;
        }
        String code = answer.code().equals("A") && sayable > 0 ? "E" : answer.code();
        Object[] elements = new Object[1 + MOST_CODES];
        elements[0] = code;
        int at = 1;
        for (String syntaxCode : setCodes(answer.findings())) {
            if (at <= MOST_CODES) {
                elements[at++] = syntaxCode;
            }
        }
        sink.segment("IK5", elements);
        accepted += code.equals("R") ? 0 : 1;
        noted |= code.equals("E");
        return new SetAnswered(code, written, sayable - written);
    }

    private static boolean isSayable(AckCodes ack) {
        return !ack.ik3().isEmpty() || !ack.ik4().isEmpty() || !ack.ik5().isEmpty();
    }

    /** The findings' own codes first, then 5 for segments in error and I5 for errors against the guide. */
    private static Set<String> setCodes(List<ClaimFinding> findings) {
        Set<String> codes = new LinkedHashSet<>();
        boolean segments = false;
        boolean guide = false;
        for (ClaimFinding each : findings) {
            AckCodes ack = each.finding().ack();
            if (!ack.ik5().isEmpty()) {
                codes.add(ack.ik5());
            }
            segments |= !ack.ik3().isEmpty() || !ack.ik4().isEmpty();
            guide |= ack.ik3().startsWith("I") || ack.ik4().startsWith("I");
        }
        if (segments) {
            codes.add("5");
        }
        if (guide) {
            codes.add("I5");
        }
        return codes;
    }

    /**
     * The answer to the group ends.
     *
     * @return AK901 as written: A, E, P or R
     */
    public String endGroup(GroupTotals totals) throws IOException {
        long taken = totals.rejected() ? 0 : accepted;
        String code;
        if (taken == 0) {
            code = "R";
        } else if (taken < totals.received()) {
            code = "P";
        } else {
            code = noted || !totals.codes().isEmpty() ? "E" : "A";
        }
        Object[] elements = new Object[4 + MOST_CODES];
        elements[0] = code;
        elements[1] = Math.min(totals.included(), MOST_SETS_SAID);
        elements[2] = Math.min(totals.received(), MOST_SETS_SAID);
        elements[3] = Math.min(taken, MOST_SETS_SAID);
        for (int i = 0; i < Math.min(totals.codes().size(), MOST_CODES); i++) {
            elements[4 + i] = totals.codes().get(i);
        }
        sink.segment("AK9", elements);
        sink.segment("SE", sink.segmentsInSet(), st02());
        return code;
    }

    /** Ends the interchange and flushes it. */
    public void finish() throws IOException {
        sink.segment("GE", sets, groupControl);
        sink.segment("IEA", "1", "%09d".formatted(interchangeControl));
        out.flush();
    }
}
