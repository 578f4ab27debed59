package org.clearlane.transactions.t835;

import java.io.IOException;
import java.io.InputStream;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/**
 * Reads 835 remittances (005010X221A1, and older ones as far as they are alike) a claim at a time, in memory that does
 * not grow with the file. Tolerant of anything: any separators, several interchanges, groups and sets, other sets in
 * between, missing trailers, a missing ST, a file cut at any byte. What cannot be understood is told to
 * {@link RemittanceListener#problem}; nothing is dropped and bad data never throws.
 */
public final class RemittanceReader {

    private static final int ISA = 'I' << 16 | 'S' << 8 | 'A';
    private static final int IEA = 'I' << 16 | 'E' << 8 | 'A';
    private static final int GS = 'G' << 8 | 'S';
    private static final int GE = 'G' << 8 | 'E';
    private static final int ST = 'S' << 8 | 'T';
    private static final int SE = 'S' << 8 | 'E';
    private static final int BPR = 'B' << 16 | 'P' << 8 | 'R';
    private static final int CLP = 'C' << 16 | 'L' << 8 | 'P';

    private final X12Reader x12;
    private final RemittanceListener listener;
    private final Envelope envelope = new Envelope();
    private SetReader set;
    private boolean inForeignSet;

    private RemittanceReader(InputStream in, RemittanceListener listener) {
        this.x12 = new X12Reader(in);
        this.listener = listener;
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws IOException only when the stream itself fails
     */
    public static void read(InputStream in, RemittanceListener listener) throws IOException {
        new RemittanceReader(in, listener).read();
    }

    /** Reads the whole file into memory. */
    public static RemittanceFile readAll(InputStream in) throws IOException {
        DocumentCollector collector = new DocumentCollector();
        read(in, collector);
        return collector.file();
    }

    private void read() throws IOException {
        while (x12.next()) {
            take(x12.segment());
        }
        closeInterchange();
        switch (x12.end()) {
            case NO_INTERCHANGE -> listener.problem(RemittanceFindings.noInterchange());
            case IN_A_SEGMENT -> listener.problem(RemittanceFindings.cutInSegment(x12.segment()));
            case SEGMENT_TOO_LONG -> listener.problem(RemittanceFindings.segmentTooLong());
            case COMPLETE, NOT_REACHED -> {}
        }
    }

    private void take(Segment segment) {
        switch (segment.tag()) {
            case ISA -> {
                closeInterchange();
                envelope.interchange(segment);
            }
            case GS -> {
                closeSet();
                envelope.group(segment);
            }
            case GE -> closeSet();
            case IEA -> {
                closeSet();
                envelope.end();
            }
            case ST -> open(segment);
            case SE -> trailer(segment);
            default -> body(segment);
        }
    }

    private void open(Segment st) {
        closeSet();
        if (st.elementEquals(1, "835")) {
            set = new SetReader(listener, envelope, st.element(2), st.element(3));
        } else {
            inForeignSet = true;
            listener.problem(RemittanceFindings.notARemittance(st));
        }
    }

    private void trailer(Segment se) {
        if (set != null) {
            set.trailer(se);
            set = null;
        } else if (!inForeignSet) {
            listener.problem(RemittanceFindings.outsideOfSet(se));
        }
        inForeignSet = false;
    }

    private void body(Segment segment) {
        if (inForeignSet) {
            return;
        }
        if (set == null) {
            listener.problem(RemittanceFindings.outsideOfSet(segment));
            if (segment.tag() != BPR && segment.tag() != CLP) {
                return;
            }
            set = new SetReader(listener, envelope, "", "");
        }
        set.take(segment);
    }

    /** Sets that were lost whole leave no other trace than the missing trailer of their interchange. */
    private void closeInterchange() {
        closeSet();
        if (envelope.isOpen()) {
            listener.problem(RemittanceFindings.interchangeCut());
        }
    }

    private void closeSet() {
        if (set != null) {
            set.cutShort();
            set = null;
        }
        inForeignSet = false;
    }
}
