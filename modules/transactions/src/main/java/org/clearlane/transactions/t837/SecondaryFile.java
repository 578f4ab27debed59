package org.clearlane.transactions.t837;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.clearlane.transactions.internal.SegmentSink;
import org.clearlane.x12.Delimiters;

/**
 * The 837P file a secondary claim travels in from its practice to us: the envelope the practice would write.
 *
 * @param senderId ISA06, one of the practice's own
 * @param senderName 1000A NM103
 * @param receiverId ISA08, who we are
 * @param receiverName 1000B NM103
 * @param contact PER02
 * @param phone PER04
 * @param control ISA13 and GS06
 * @param at the time of ISA, GS and BHT
 * @param usage ISA15
 * @param transactionType BHT06
 */
public record SecondaryFile(
        String senderId,
        String senderName,
        String receiverId,
        String receiverName,
        String contact,
        String phone,
        long control,
        LocalDateTime at,
        char usage,
        String transactionType) {

    private static final String GUIDE = "005010X222A1";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    /** The bytes, in the separators the claim's segments have. */
    public byte[] bytes(List<String> segments, Delimiters delimiters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SegmentSink sink = new SegmentSink(out, delimiters, false);
        sink.interchangeHeader(new String[] {"ZZ", senderId, "ZZ", receiverId}, at, control, false, usage);
        sink.segment("GS", "HC", senderId, receiverId, DATE.format(at), TIME.format(at), control, "X", GUIDE);
        sink.segment("ST", "837", "0001", GUIDE);
        sink.segment("BHT", "0019", "00", "SECONDARY" + control, DATE.format(at), TIME.format(at), transactionType);
        sink.segment("NM1", "41", "2", senderName, "", "", "", "", "46", senderId);
        sink.segment("PER", "IC", contact, "TE", phone);
        sink.segment("NM1", "40", "2", receiverName, "", "", "", "", "46", receiverId);
        for (String segment : segments) {
            byte[] bytes = segment.getBytes(StandardCharsets.ISO_8859_1);
            sink.copy(bytes, 0, bytes.length, delimiters);
        }
        // ST, BHT, two names and a contact stand before the levels, SE behind them.
        sink.segment("SE", segments.size() + 6, "0001");
        sink.segment("GE", 1, control);
        sink.segment("IEA", "1", "%09d".formatted(control));
        return out.toByteArray();
    }
}
