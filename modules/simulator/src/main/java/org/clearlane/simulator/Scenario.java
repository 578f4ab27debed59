package org.clearlane.simulator;

import java.util.List;

/**
 * How a payer treats a claim. Rules with {@link #when} are asked first, in order; the remaining ones are drawn by
 * weight from the seed and CLM01, so that the same claim meets the same fate in every run.
 *
 * @param name for people
 * @param does what happens
 * @param when an explicit rule, or null
 * @param weight share in the draw, 0 for none
 * @param allowedBasisPoints what the payer allows of a charge, in hundredths of a percent; the rest is CO-45
 * @param correctedBasisPoints the same for the corrected claim of {@link ClaimOutcome#REVERSES_AND_CORRECTS}
 * @param deductibleCents PR-1, taken from the allowed amount line by line until used up
 * @param coinsuranceBasisPoints PR-2, of what is allowed behind the deductible
 * @param copayCents PR-3, taken first
 * @param denial group and reason of what is denied, {@code CO-50}
 * @param remark RARC given with a denial (LQ*HE), or null
 * @param statuses STC01 values of a front-end rejection, the first being STC01, further ones STC10 and STC11
 * @param rejectsLine whether the first line is named as the place of a front-end rejection (loop 2220D)
 * @param adjustment a PLB that the payee's remittance gets because of this claim, or null
 * @param correctsAfterMillis how long after the first remittance the correction follows
 */
public record Scenario(
        String name,
        ClaimOutcome does,
        When when,
        int weight,
        int allowedBasisPoints,
        int correctedBasisPoints,
        long deductibleCents,
        int coinsuranceBasisPoints,
        long copayCents,
        String denial,
        String remark,
        List<String> statuses,
        boolean rejectsLine,
        Plb adjustment,
        long correctsAfterMillis) {

    public Scenario {
        statuses = List.copyOf(statuses);
    }

    /**
     * A provider-level adjustment (835 PLB).
     *
     * @param reason PLB03-1: WO, 72, AH, L6, FB, CS, IR …
     * @param cents positive takes money from the provider, negative gives
     */
    public record Plb(String reason, long cents) {}

    /** What a payer without scenarios does: allows 80 % and pays it. */
    static Scenario usual() {
        return new Scenario(
                "pays what it allows",
                ClaimOutcome.PAYS,
                null,
                1,
                8000,
                9000,
                0,
                0,
                0,
                "CO-50",
                null,
                List.of("A7:562:85"),
                false,
                null,
                0);
    }

    String denialGroup() {
        return denial.substring(0, denial.indexOf('-'));
    }

    String denialReason() {
        return denial.substring(denial.indexOf('-') + 1);
    }
}
