package org.clearlane.transactions.correction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.transactions.internal.SegmentSink;
import org.clearlane.x12.Delimiters;

/**
 * Claims written once more as a file of their practice: the header of the file they came in, a control number of its own,
 * levels and counts right.
 *
 * @param envelope what is taken over from the file they came in
 * @param control ISA13 and GS06
 * @param reference BHT03
 * @param at the time of ISA, GS and BHT
 */
public record PracticeFile(Envelope envelope, long control, String reference, LocalDateTime at) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    /**
     * Claims of one envelope travel together.
     *
     * @param delimiters the separators declared by ISA
     * @param ids ISA05 to ISA08, without their padding
     * @param groupIds GS02 and GS03
     * @param usage ISA15
     * @param guide GS08 and ST03
     * @param transactionType BHT06
     * @param parties the segments of 1000A and 1000B
     */
    public record Envelope(
            Delimiters delimiters,
            List<String> ids,
            List<String> groupIds,
            char usage,
            String guide,
            String transactionType,
            List<String> parties) {

        public Envelope {
            ids = List.copyOf(ids);
            groupIds = List.copyOf(groupIds);
            parties = List.copyOf(parties);
        }
    }

    /**
     * A file, and where in it each segment of each claim stands.
     *
     * @param positions for each claim the number in the set (ST being 1) of each of its segments
     */
    public record Written(byte[] bytes, List<List<Integer>> positions) {

        public Written {
            positions = List.copyOf(positions);
        }
    }

    /** Writes these claims; all have the separators of the envelope. */
    public Written write(List<ClaimText> claims) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SegmentSink sink = new SegmentSink(out, envelope.delimiters(), false);
        sink.interchangeHeader(envelope.ids().toArray(String[]::new), at, control, false, envelope.usage());
        String sender = envelope.groupIds().get(0);
        String receiver = envelope.groupIds().get(1);
        sink.segment("GS", "HC", sender, receiver, DATE.format(at), TIME.format(at), control, "X", envelope.guide());
        sink.segment("ST", "837", "0001", envelope.guide());
        sink.segment("BHT", "0019", "00", reference, DATE.format(at), TIME.format(at), envelope.transactionType());
        for (String party : envelope.parties()) {
            copy(sink, new ClaimSegment(ClaimPart.PROVIDER, ClaimSegment.ADDED, party));
        }
        List<List<Integer>> positions = new ArrayList<>();
        int level = 0;
        for (ClaimText claim : claims) {
            level = levels(sink, claim, level, positions);
        }
        sink.segment("SE", sink.segmentsInSet(), "0001");
        sink.segment("GE", 1, control);
        sink.segment("IEA", "1", "%09d".formatted(control));
        return new Written(out.toByteArray(), positions);
    }

    /** One claim under levels of its own; returns the number of the last level. */
    private int levels(SegmentSink sink, ClaimText claim, int before, List<List<Integer>> positions)
            throws IOException {
        boolean patient = claim.has(ClaimPart.PATIENT);
        int provider = before + 1;
        int subscriber = before + 2;
        List<Integer> at = new ArrayList<>();
        ClaimPart part = null;
        for (ClaimSegment segment : claim.segments()) {
            if (segment.part() != part) {
                part = segment.part();
                switch (part) {
                    case PROVIDER -> sink.segment("HL", provider, "", "20", "1");
                    case SUBSCRIBER -> sink.segment("HL", subscriber, provider, "22", patient ? "1" : "0");
                    case PATIENT -> sink.segment("HL", before + 3, subscriber, "23", "0");
                    case CLAIM -> {}
                }
            }
            copy(sink, segment);
            // SE01 counts itself; the segment just written is one less.
            at.add(Math.toIntExact(sink.segmentsInSet() - 1));
        }
        positions.add(at);
        return patient ? before + 3 : subscriber;
    }

    private void copy(SegmentSink sink, ClaimSegment segment) throws IOException {
        byte[] bytes = segment.bytes();
        sink.copy(bytes, 0, bytes.length, envelope.delimiters());
    }
}
