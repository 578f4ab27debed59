package org.clearlane.transactions.correction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.clearlane.transactions.internal.SegmentWalk;
import org.clearlane.transactions.t837.OutboundClaim;
import org.clearlane.x12.Delimiters;

/**
 * A claim as its segments, those of the levels above it in front. HL segments are not among them: they are numbered anew
 * wherever the claim is written.
 *
 * @param delimiters the separators of the file it came in
 * @param segments in the order they are sent
 */
public record ClaimText(Delimiters delimiters, List<ClaimSegment> segments) {

    /** The longest claim that is handled one segment at a time. */
    public static final int MOST_SEGMENTS = 3_000;

    /** What stands in loop 2300 before and among REF, in all three guides. */
    private static final List<String> BEFORE_REFERENCES =
            List.of("CLM", "DTP", "CL1", "DN1", "DN2", "PWK", "CN1", "AMT", "REF");

    private static final String PAYER_CLAIM_NUMBER = "F8";

    public ClaimText {
        segments = List.copyOf(segments);
    }

    /** The segments a practice wrote. */
    public static ClaimText of(OutboundClaim claim) {
        List<ClaimSegment> all = new ArrayList<>();
        read(all, ClaimPart.PROVIDER, claim.provider(), claim.sourceDelimiters());
        read(all, ClaimPart.SUBSCRIBER, claim.subscriber(), claim.sourceDelimiters());
        read(all, ClaimPart.PATIENT, claim.patient(), claim.sourceDelimiters());
        read(all, ClaimPart.CLAIM, claim.claim(), claim.sourceDelimiters());
        return new ClaimText(claim.sourceDelimiters(), all);
    }

    private static void read(List<ClaimSegment> all, ClaimPart part, byte[] bytes, Delimiters delimiters) {
        if (bytes == null) {
            return;
        }
        SegmentWalk walk = new SegmentWalk(bytes, delimiters);
        while (walk.next()) {
            String text = new String(bytes, walk.from(), walk.to() - walk.from(), StandardCharsets.ISO_8859_1);
            all.add(new ClaimSegment(part, all.size(), text));
        }
    }

    /** Whether it can be written again: a provider and a subscriber above a claim of a length people can look through. */
    public boolean isWhole() {
        return has(ClaimPart.PROVIDER)
                && has(ClaimPart.SUBSCRIBER)
                && has(ClaimPart.CLAIM)
                && segments.size() <= MOST_SEGMENTS;
    }

    /** Whether any segment stands in this part. */
    public boolean has(ClaimPart part) {
        return segments.stream().anyMatch(segment -> segment.part() == part);
    }

    /** The number of the first segment of the claim itself that is this one; -1 when there is none. */
    public int find(Predicate<ClaimSegment> wanted) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).part() == ClaimPart.CLAIM && wanted.test(segments.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The number of CLM; -1 where there is none. */
    public int claimSegment() {
        return find(segment -> segment.id(delimiters).equals("CLM"));
    }

    /** REF*F8 of loop 2300: what the payer calls the claim that this one is about; empty when it is not said. */
    public String payerClaimNumber() {
        int at = referenceAt();
        return at < 0 ? "" : segments.get(at).element(delimiters, 2);
    }

    private int referenceAt() {
        int end = headEnd();
        int at = find(segment -> segment.id(delimiters).equals("REF")
                && segment.element(delimiters, 1).equals(PAYER_CLAIM_NUMBER));
        return at < end ? at : -1;
    }

    /** The first segment of the claim behind the references of loop 2300. */
    private int headEnd() {
        int at = Math.max(0, claimSegment());
        while (at < segments.size()
                && BEFORE_REFERENCES.contains(segments.get(at).id(delimiters))) {
            at++;
        }
        return at;
    }

    /**
     * The same claim about one its payer has: with this frequency (CLM05-3: 7 replaces, 8 voids) and the payer's number of
     * that claim as REF*F8 of loop 2300.
     */
    public ClaimText about(String payerClaimNumber, String frequency) {
        List<ClaimSegment> changed = new ArrayList<>(segments);
        int claim = claimSegment();
        changed.set(claim, changed.get(claim).with(delimiters, 5, 3, frequency));
        int reference = referenceAt();
        if (reference >= 0) {
            changed.set(reference, changed.get(reference).with(delimiters, 2, 1, payerClaimNumber));
        } else {
            String separator = String.valueOf((char) delimiters.element());
            changed.add(
                    headEnd(),
                    new ClaimSegment(
                            ClaimPart.CLAIM,
                            ClaimSegment.ADDED,
                            String.join(separator, "REF", PAYER_CLAIM_NUMBER, payerClaimNumber)));
        }
        return new ClaimText(delimiters, changed);
    }
}
