package org.clearlane.transactions.t835;

import java.io.IOException;
import java.io.InputStream;
import org.clearlane.model.remittance.SumListener;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/**
 * Reads the amounts of an 835 where they stand, without making a text of any. What {@link RemittanceReader} would call
 * unreadable is unreadable here too; what exactly is wrong with it, only that one says.
 */
public final class RemittanceSumReader {

    private static final int ISA = Segment.tag("ISA");
    private static final int IEA = Segment.tag("IEA");
    private static final int GS = Segment.tag("GS");
    private static final int GE = Segment.tag("GE");
    private static final int ST = Segment.tag("ST");
    private static final int SE = Segment.tag("SE");
    private static final int BPR = Segment.tag("BPR");
    private static final int TRN = Segment.tag("TRN");
    private static final int LX = Segment.tag("LX");
    private static final int TS3 = Segment.tag("TS3");
    private static final int CLP = Segment.tag("CLP");
    private static final int CAS = Segment.tag("CAS");
    private static final int SVC = Segment.tag("SVC");
    private static final int PLB = Segment.tag("PLB");

    private final SumListener listener;
    private boolean whole = true;
    private boolean interchangeOpen;
    private boolean inSet;
    private boolean inForeignSet;
    private boolean headEnded;
    private boolean inGroupHead;
    private boolean inClaim;
    private boolean bprSeen;
    private boolean traceSeen;
    private boolean traced;
    private boolean readable;
    private boolean summed;
    private long amount;
    private long summary;
    private long segmentsInClaim;

    private RemittanceSumReader(SumListener listener) {
        this.listener = listener;
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws IOException only when the stream itself fails
     */
    public static void read(InputStream in, SumListener listener) throws IOException {
        X12Reader x12 = new X12Reader(in);
        RemittanceSumReader reader = new RemittanceSumReader(listener);
        while (x12.next()) {
            reader.take(x12.segment());
        }
        reader.close(false);
        listener.fileEnded(reader.whole && !reader.interchangeOpen && x12.end() != X12Reader.End.SEGMENT_TOO_LONG);
    }

    private void take(Segment segment) {
        int tag = segment.tag();
        if (tag == ST) {
            close(false);
            inForeignSet = !segment.elementEquals(1, "835");
            if (!inForeignSet) {
                open();
            }
        } else if (tag == SE) {
            close(true);
        } else if (tag == ISA || tag == IEA || tag == GS || tag == GE) {
            close(false);
            whole &= tag != ISA || !interchangeOpen;
            interchangeOpen = tag == ISA || tag != IEA && interchangeOpen;
        } else if (!inForeignSet) {
            if (!inSet && (tag == BPR || tag == CLP)) {
                open();
            }
            if (inSet) {
                body(tag, segment);
            }
        }
    }

    private void open() {
        inSet = true;
        headEnded = false;
        inGroupHead = false;
        inClaim = false;
        bprSeen = false;
        traceSeen = false;
        traced = false;
        readable = true;
        summed = false;
        amount = 0;
    }

    private void close(boolean trailer) {
        if (inSet) {
            endHead();
            endGroupHead();
            listener.ended(readable && trailer && bprSeen && traced);
        }
        inSet = false;
        inForeignSet = false;
    }

    private void body(int tag, Segment segment) {
        if (inClaim && ++segmentsInClaim > ClaimBuilder.MOST_SEGMENTS) {
            readable &= tag == CLP || tag == LX || tag == PLB;
        }
        if (tag == CAS) {
            if (inClaim) {
                adjustments(segment);
            }
        } else if (tag == SVC) {
            if (inClaim) {
                listener.line(required(segment, 2), optional(segment, 3));
            }
        } else if (tag == CLP) {
            endHead();
            endGroupHead();
            inClaim = true;
            segmentsInClaim = 1;
            long charge = required(segment, 3);
            long paid = required(segment, 4);
            optional(segment, 5);
            listener.claim(charge, paid);
        } else if (tag == LX) {
            endHead();
            endGroupHead();
            inClaim = false;
            inGroupHead = true;
            summed = false;
        } else if (tag == PLB) {
            endHead();
            endGroupHead();
            if (inClaim) {
                listener.group(false, 0);
            }
            inClaim = false;
            for (int at = 3; at <= segment.elementCount(); at += 2) {
                if (segment.has(at) || segment.has(at + 1)) {
                    listener.providerAdjusted(required(segment, at + 1));
                }
            }
        } else if (inGroupHead && tag == TS3 && !summed) {
            summed = true;
            summary = required(segment, 5);
        } else if (!headEnded) {
            head(tag, segment);
        }
    }

    private void head(int tag, Segment segment) {
        if (tag == BPR && !bprSeen) {
            bprSeen = true;
            amount = required(segment, 2);
            if (segment.elementEquals(3, "D") && amount > 0) {
                amount = -amount;
            }
        } else if (tag == TRN && !traceSeen) {
            traceSeen = segment.has(1) || segment.has(2) || segment.has(3) || segment.has(4);
            traced = !blank(segment, 2);
        }
    }

    private void endHead() {
        if (!headEnded) {
            headEnded = true;
            listener.payment(amount);
        }
    }

    private void endGroupHead() {
        if (inGroupHead) {
            inGroupHead = false;
            listener.group(summed, summary);
        }
    }

    private void adjustments(Segment cas) {
        for (int at = 2; at <= cas.elementCount(); at += 3) {
            if (cas.has(at) || cas.has(at + 1) || cas.has(at + 2)) {
                listener.adjusted(required(cas, at + 1));
            }
        }
    }

    private long required(Segment segment, int element) {
        if (!segment.has(element)) {
            readable = false;
            return 0;
        }
        return amount(segment, element);
    }

    private long optional(Segment segment, int element) {
        return segment.has(element) ? amount(segment, element) : 0;
    }

    private static boolean blank(Segment segment, int element) {
        byte[] buffer = segment.buffer();
        for (int at = segment.elementStart(element), to = segment.elementEnd(element); at < to; at++) {
            if (!Amounts.isBlank(buffer[at])) {
                return false;
            }
        }
        return true;
    }

    private long amount(Segment segment, int element) {
        long cents = Amounts.cents(segment.buffer(), segment.elementStart(element), segment.elementEnd(element));
        if (cents == Amounts.UNREADABLE) {
            readable = false;
            return 0;
        }
        return cents;
    }
}
