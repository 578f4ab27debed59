package org.clearlane.model.claim;

import java.util.List;
import org.clearlane.model.Money;

/**
 * Another payer that pays or has paid for the same claim (loop 2320 with its 2330A–I).
 *
 * @param segments everything of it, in order: SBR, CAS, AMT, OI, MIA, MOA of 2320; NM1, N3, N4, DTP, REF of 2330
 */
public record OtherCoverage(List<SegmentFact> segments) {

    public OtherCoverage {
        segments = List.copyOf(segments);
    }

    /** SBR of 2320; null when there is none. */
    public SegmentFact coverage() {
        return SegmentFact.first(segments, SegmentTag.SBR);
    }

    /** SBR01: P primary, S secondary, T tertiary … */
    public String responsibility() {
        return element(coverage(), 1);
    }

    /** SBR09. */
    public String filingIndicator() {
        return element(coverage(), 9);
    }

    /** The first segment of this tag, in whichever loop, or null: OI, MIA, MOA. */
    public SegmentFact first(SegmentTag tag) {
        return SegmentFact.first(segments, tag);
    }

    /** The first segment of this tag in this loop, or null: NM1 in 2330B. */
    public SegmentFact first(String loop, SegmentTag tag) {
        return SegmentFact.first(segments, loop, tag);
    }

    /** AMT with this qualifier: D paid, A8 not covered, EAF still owed by the patient; null when there is none. */
    public SegmentFact amount(String qualifier) {
        return SegmentFact.qualified(segments, SegmentTag.AMT, qualifier);
    }

    /** AMT*D: what it has paid; null when it does not say so readably. */
    public Money paid() {
        SegmentFact paid = amount("D");
        return paid == null ? null : paid.money(2);
    }

    /** CAS of 2320, taken apart. */
    public List<ClaimAdjustment> adjustments() {
        return ClaimAdjustment.in(segments);
    }

    /** 2330B NM109: the payer's id, by which 2430 SVD01 means it. */
    public String payerId() {
        return element(first("2330B", SegmentTag.NM1), 9);
    }

    /** 2330A NM109: the insured person's number with it. */
    public String memberId() {
        return element(first("2330A", SegmentTag.NM1), 9);
    }

    /** 2330B DTP*573: when it decided the claim; null when it does not say. */
    public SegmentFact decided() {
        return SegmentFact.qualified(segments, SegmentTag.DTP, "573");
    }

    private static String element(SegmentFact segment, int n) {
        return segment == null ? "" : segment.element(n);
    }
}
