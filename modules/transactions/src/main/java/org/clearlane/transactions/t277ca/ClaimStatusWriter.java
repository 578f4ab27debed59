package org.clearlane.transactions.t277ca;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.clearlane.model.Money;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.transactions.AnswerEnvelope;
import org.clearlane.transactions.internal.Numbers;
import org.clearlane.transactions.internal.SegmentSink;
import org.clearlane.transactions.t837.SetHeader;

/**
 * Writes an interchange of 277CA (005010X214), one set for each 837 set it answers: {@link #set} with what a
 * {@link ClaimStatusSpool} gathered, or {@link #rejectedSet}; at last {@link #finish}.
 *
 * <p>The receiver level says A1:19:AY with WQ (the house has received it) as soon as one claim goes on, and A3:23:41
 * with U (returned to the submitter) when none does; each claim's own answer stands below it all the same. Not safe for
 * use by several threads.
 */
public final class ClaimStatusWriter {

    private static final String GUIDE = "005010X214";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private static final ClaimStatus RECEIVED = ClaimStatus.of("A1:19:AY");
    private static final ClaimStatus RETURNED = ClaimStatus.of("A3:23:41");

    private final BufferedOutputStream out;
    private final SegmentSink sink;
    private final AnswerEnvelope envelope;
    private final LocalDateTime at;
    private final long interchangeControl;
    private final long groupControl;
    private int sets;

    /**
     * Begins the interchange: writes ISA and GS.
     *
     * @param out stays open behind {@link #finish()}
     * @param at ISA09, ISA10, GS04, GS05, BHT04, BHT05
     * @param interchangeControl ISA13
     * @param groupControl GS06
     */
    public ClaimStatusWriter(
            OutputStream out, AnswerEnvelope envelope, LocalDateTime at, long interchangeControl, long groupControl)
            throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.sink = new SegmentSink(this.out, envelope.delimiters(), envelope.lineBreaks());
        this.envelope = envelope;
        this.at = at;
        this.interchangeControl = interchangeControl;
        this.groupControl = groupControl;
        sink.interchangeHeader(envelope.ids(), at, interchangeControl, false, envelope.usage());
        sink.segment(
                "GS",
                "HN",
                envelope.applicationSender(),
                envelope.applicationReceiver(),
                DATE.format(at),
                TIME.format(at),
                groupControl,
                "X",
                GUIDE);
    }

    /**
     * Writes the answer to one set.
     *
     * @param details what the spool has written, from its beginning; not closed
     * @throws IllegalStateException when the spool was written for another envelope
     */
    public void set(ClaimStatusHeader header, ClaimStatusSpool spool, InputStream details) throws IOException {
        if (!spool.envelope().equals(envelope)) {
            throw new IllegalStateException("the spool was written for another envelope");
        }
        beginSet(header, spool.accepted() + spool.rejected() > 0);
        Money total = Numbers.sum(spool.acceptedCharge(), spool.rejectedCharge());
        boolean received = spool.accepted() > 0;
        status(received ? RECEIVED : RETURNED, header.processed(), received, total);
        if (spool.accepted() > 0) {
            sink.segment("QTY", "90", spool.accepted());
        }
        if (spool.rejected() > 0) {
            sink.segment("QTY", "AA", spool.rejected());
        }
        if (spool.accepted() > 0) {
            sink.segment("AMT", "YU", spool.acceptedCharge().toX12());
        }
        if (spool.rejected() > 0) {
            sink.segment("AMT", "YY", spool.rejectedCharge().toX12());
        }
        details.transferTo(out);
        endSet(spool.segments());
    }

    /**
     * Writes the answer to a set that was refused as a whole: the receiver level says so, and there is nothing below it.
     *
     * @param reason for example A8:746:40 for a set handed in twice
     * @param claims how many claims it held, as far as they could be counted
     * @param total their charges
     */
    public void rejectedSet(ClaimStatusHeader header, ClaimStatus reason, long claims, Money total) throws IOException {
        beginSet(header, false);
        status(reason, header.processed(), false, total);
        if (claims > 0) {
            sink.segment("QTY", "AA", claims);
            sink.segment("AMT", "YY", total.toX12());
        }
        endSet(0);
    }

    private void beginSet(ClaimStatusHeader header, boolean hasDetails) throws IOException {
        sets++;
        SetHeader answered = header.answered();
        sink.segment("ST", "277", st02(), GUIDE);
        sink.segment("BHT", "0085", "08", sink.fit(header.trace(), 30), DATE.format(at), TIME.format(at), "TH");
        sink.segment("HL", "1", "", "20", "1");
        sink.segment(
                "NM1",
                "AY",
                "2",
                sink.fit(header.houseName(), 60),
                "",
                "",
                "",
                "",
                "46",
                sink.fit(header.houseId(), 80));
        sink.segment("TRN", "1", sink.fit(header.trace(), 50));
        sink.segment("DTP", "050", "D8", DATE.format(header.received()));
        sink.segment("DTP", "009", "D8", DATE.format(header.processed()));
        sink.segment("HL", "2", "1", "21", hasDetails ? "1" : "0");
        sink.segment(
                "NM1",
                "41",
                answered.submitterType().equals("1") ? "1" : "2",
                orAsker(answered.submitterName(), 60, 1),
                sink.fit(answered.submitterFirst(), 35),
                "",
                "",
                "",
                "46",
                orAsker(answered.submitterId(), 80, 2));
        String batch = sink.fit(answered.bht03(), 50);
        // TRN02 is required; a set without BHT03 is answered with 0, as the guide does where there is no number.
        sink.segment("TRN", "2", batch.isEmpty() ? "0" : batch);
    }

    /** What the guide requires and the sender did not send is said by the id it signs its interchanges with. */
    private String orAsker(String value, int longest, int shortest) {
        String fitting = sink.fit(value, longest);
        if (fitting.length() >= shortest) {
            return fitting;
        }
        String asker = envelope.receiverId();
        return asker.length() >= shortest ? asker : "UNKNOWN";
    }

    private void status(ClaimStatus status, LocalDate date, boolean accepted, Money total) throws IOException {
        sink.segment("STC", StatusSegments.composite(status), DATE.format(date), accepted ? "WQ" : "U", total.toX12());
    }

    private void endSet(long detailSegments) throws IOException {
        sink.segment("SE", sink.segmentsInSet() + detailSegments, st02());
    }

    private String st02() {
        return "%04d".formatted(sets);
    }

    /** Ends the interchange and flushes it. */
    public void finish() throws IOException {
        sink.segment("GE", sets, groupControl);
        sink.segment("IEA", "1", "%09d".formatted(interchangeControl));
        out.flush();
    }
}
