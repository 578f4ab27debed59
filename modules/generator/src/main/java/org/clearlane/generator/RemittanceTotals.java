package org.clearlane.generator;

/**
 * What a generated 835 holds, exactly. Paid less provider adjustments is the sum of all BPR02.
 *
 * @param payments CLP segments
 * @param reversals those of status 22
 * @param chargedCents Σ CLP03
 * @param paidCents Σ CLP04
 * @param providerAdjustmentCents Σ of all amounts in PLB
 * @param lines SVC segments
 * @param sets ST segments
 * @param segments all segments, envelope included
 * @param bytes the size of the file
 */
public record RemittanceTotals(
        long payments,
        long reversals,
        long chargedCents,
        long paidCents,
        long providerAdjustmentCents,
        long lines,
        long sets,
        long segments,
        long bytes) {}
