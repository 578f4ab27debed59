package org.clearlane.pipeline.dispatch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clearlane.model.claim.Repair;
import org.clearlane.transactions.t837.OutboundClaim;
import org.clearlane.x12.Delimiters;

/** A claim's bytes with its mended segments in place of those handed in; every other byte is as it was. */
final class MendedBytes {

    private MendedBytes() {}

    static OutboundClaim of(OutboundClaim claim, List<Repair> repairs) {
        return new OutboundClaim(
                claim.d9(),
                claim.sourceDelimiters(),
                part(claim, claim.provider(), Repair.Part.PROVIDER, repairs),
                part(claim, claim.subscriber(), Repair.Part.SUBSCRIBER, repairs),
                part(claim, claim.patient(), Repair.Part.PATIENT, repairs),
                part(claim, claim.claim(), Repair.Part.CLAIM, repairs));
    }

    private static byte[] part(OutboundClaim claim, byte[] bytes, Repair.Part part, List<Repair> repairs) {
        byte[] now = bytes;
        for (Repair repair : repairs) {
            if (repair.part() == part && bytes != null) {
                now = replaced(now, claim.sourceDelimiters(), repair);
            }
        }
        return now;
    }

    private static byte[] replaced(byte[] bytes, Delimiters delimiters, Repair repair) {
        int from = begin(bytes, 0, delimiters);
        for (int i = 0; i < repair.segmentIndex(); i++) {
            from = begin(bytes, end(bytes, from, delimiters) + 1, delimiters);
        }
        int to = end(bytes, from, delimiters);
        String id = new String(bytes, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
        if (!id.startsWith(repair.segment() + (char) delimiters.element())) {
            throw new IllegalStateException("a mend's segment is not where the claim's record says it is");
        }
        ByteArrayOutputStream mended = new ByteArrayOutputStream(bytes.length + 16);
        mended.write(bytes, 0, from);
        mended.writeBytes(repair.segmentAfter().getBytes(StandardCharsets.ISO_8859_1));
        mended.write(bytes, to, bytes.length - to);
        return mended.toByteArray();
    }

    /** Where the next segment begins: blanks and line ends between segments mean nothing. */
    private static int begin(byte[] bytes, int at, Delimiters delimiters) {
        int i = at;
        while (i < bytes.length
                && bytes[i] <= ' '
                && bytes[i] != delimiters.segment()
                && bytes[i] != delimiters.element()) {
            i++;
        }
        return Math.min(i, bytes.length);
    }

    private static int end(byte[] bytes, int at, Delimiters delimiters) {
        int i = at;
        while (i < bytes.length && bytes[i] != delimiters.segment()) {
            i++;
        }
        return i;
    }
}
