package org.clearlane.transactions.ta1;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.clearlane.transactions.AnswerEnvelope;
import org.clearlane.transactions.internal.Numbers;
import org.clearlane.transactions.internal.SegmentSink;

/** Writes an interchange that holds interchange acknowledgments and no group (IEA01 = 0). */
public final class Ta1Writer {

    private Ta1Writer() {}

    /**
     * Writes to the stream and leaves it open.
     *
     * @param at ISA09 and ISA10
     * @param control ISA13 of the answer itself
     */
    public static void write(
            OutputStream out, AnswerEnvelope envelope, LocalDateTime at, long control, List<Ta1> answers)
            throws IOException {
        SegmentSink sink = new SegmentSink(out, envelope.delimiters(), envelope.lineBreaks());
        sink.interchangeHeader(envelope.ids(), at, control, false, envelope.usage());
        for (Ta1 answer : answers) {
            sink.segment(
                    "TA1",
                    nineDigits(answer.control()),
                    sink.fit(answer.date(), 6),
                    sink.fit(answer.time(), 4),
                    sink.fit(answer.ackCode(), 1),
                    sink.fit(answer.noteCode(), 3));
        }
        sink.segment("IEA", "0", "%09d".formatted(control));
    }

    /** TA101 has nine digits; a control number that is none is answered as 000000000 so that the TA1 itself holds. */
    private static String nineDigits(String control) {
        String digits = control.strip();
        long number = Numbers.wholeLong(digits);
        return number > 999_999_999 ? "000000000" : "%09d".formatted(number);
    }
}
