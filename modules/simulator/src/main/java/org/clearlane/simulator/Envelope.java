package org.clearlane.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.UnwritableValueException;
import org.clearlane.x12.X12Writer;

/**
 * The interchange around an answer.
 *
 * @param payer who answers
 * @param to the interchange that is answered
 * @param at ISA09, ISA10, GS04, GS05
 * @param control ISA13 and GS06
 */
record Envelope(PayerSettings payer, ReceivedInterchange to, LocalDateTime at, long control) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    /** What stands between ST and SE. */
    @FunctionalInterface
    interface SetBody {
        void write(X12Writer writer) throws IOException;
    }

    @FunctionalInterface
    private interface Content {
        void write(X12Writer writer) throws IOException;
    }

    String day() {
        return DAY.format(at);
    }

    String time() {
        return TIME.format(at);
    }

    /** An interchange of one TA1 and no group. */
    byte[] ta1(String code, String note) {
        return written(writer -> {
            header(writer);
            writer.segment("TA1", to.control(), to.date(), to.time(), code, note);
            writer.segment("IEA", "0", "%09d".formatted(control));
        });
    }

    /** An interchange of one group; ST03 is written where {@code versionInSet}. */
    byte[] group(String functionalId, String setId, String version, boolean versionInSet, List<SetBody> sets) {
        String receiver =
                to.groups().isEmpty() ? to.sender() : to.groups().getFirst().sender();
        return written(writer -> {
            header(writer);
            writer.segment(
                    "GS", functionalId, payer.isaId(), receiver, day(), time(), Long.toString(control), "X", version);
            for (int i = 0; i < sets.size(); i++) {
                String number = "%04d".formatted(i + 1);
                writer.segment("ST", setId, number, versionInSet ? version : "");
                sets.get(i).write(writer);
                writer.segment("SE", Long.toString(writer.segmentsInSet()), number);
            }
            writer.segment("GE", Integer.toString(sets.size()), Long.toString(control));
            writer.segment("IEA", "1", "%09d".formatted(control));
        });
    }

    private void header(X12Writer writer) throws IOException {
        String[] ids = {payer.isaQualifier(), payer.isaId(), to.senderQualifier(), to.sender()};
        writer.interchangeHeader(ids, at, control, false, to.usage().equals("T") ? 'T' : 'P');
    }

    /**
     * Writes with the payer's own separators, and where an echoed value holds one of them with the sender's, which no
     * value of the sender can hold: a patient control number goes back exactly as it came.
     */
    private byte[] written(Content content) {
        try {
            return written(content, payer.delimiters());
        } catch (UnwritableValueException e) {
            return written(content, to.delimiters());
        }
    }

    private static byte[] written(Content content, Delimiters delimiters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.write(new X12Writer(bytes, delimiters));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to write", e);
        }
        return bytes.toByteArray();
    }
}
