package org.clearlane.transactions.t835;

import java.util.List;
import org.clearlane.model.remittance.PaymentDetail;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.x12.Delimiters;

/**
 * The head of one 835 with what surrounds it.
 *
 * @param payment who pays whom how much, and by what
 * @param senderQualifier ISA05
 * @param senderId ISA06 without its padding
 * @param receiverQualifier ISA07
 * @param receiverId ISA08 without its padding
 * @param usage ISA15, empty when not one character
 * @param version GS08, else ST03, else empty
 * @param delimiters the separators in {@link #segments} and in the segments of the claims
 * @param segments BPR to the last segment before LX as sent, without terminators
 * @param detail everything they say beyond {@code payment}
 */
public record RemittanceHead(
        PaymentHeader payment,
        String senderQualifier,
        String senderId,
        String receiverQualifier,
        String receiverId,
        String usage,
        String version,
        Delimiters delimiters,
        List<String> segments,
        PaymentDetail detail) {

    public RemittanceHead {
        segments = List.copyOf(segments);
    }
}
