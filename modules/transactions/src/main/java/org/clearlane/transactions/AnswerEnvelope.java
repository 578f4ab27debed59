package org.clearlane.transactions;

import org.clearlane.transactions.internal.SegmentSink;
import org.clearlane.x12.Delimiters;

/**
 * How an answer that we write is addressed: ISA05 to ISA08, GS02, GS03, ISA15 and the separators. Usually the asker's
 * own header turned round. An answer must never fail because the header it answers was bad, so values are made to fit:
 * cut to the widths of ISA, separators and control characters made blanks.
 *
 * <p>Answering with the asker's own separators keeps its own identifiers writable as they are.
 *
 * @param senderQualifier ISA05; {@code ZZ} when it does not have two characters
 * @param senderId ISA06
 * @param receiverQualifier ISA07; {@code ZZ} when it does not have two characters
 * @param receiverId ISA08
 * @param applicationSender GS02
 * @param applicationReceiver GS03
 * @param delimiters the separators to write with
 * @param lineBreaks whether a line end follows each segment terminator
 * @param usage ISA15: {@code T}, else {@code P}
 */
public record AnswerEnvelope(
        String senderQualifier,
        String senderId,
        String receiverQualifier,
        String receiverId,
        String applicationSender,
        String applicationReceiver,
        Delimiters delimiters,
        boolean lineBreaks,
        char usage) {

    public AnswerEnvelope {
        senderQualifier = qualifier(senderQualifier, delimiters);
        receiverQualifier = qualifier(receiverQualifier, delimiters);
        senderId = SegmentSink.fit(senderId, 15, delimiters);
        receiverId = SegmentSink.fit(receiverId, 15, delimiters);
        applicationSender = SegmentSink.fit(applicationSender, 15, delimiters);
        applicationReceiver = SegmentSink.fit(applicationReceiver, 15, delimiters);
        usage = usage == 'T' ? 'T' : 'P';
    }

    private static String qualifier(String value, Delimiters delimiters) {
        String fitted = SegmentSink.fit(value, 2, delimiters);
        return fitted.length() == 2 ? fitted : "ZZ";
    }

    /** ISA05 to ISA08. */
    public String[] ids() {
        return new String[] {senderQualifier, senderId, receiverQualifier, receiverId};
    }
}
