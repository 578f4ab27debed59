package org.clearlane.remittance;

import java.util.Set;
import org.clearlane.model.remittance.Adjustment;

/** What an adjustment means for the question whether a service was paid as agreed or refused. */
public enum AdjustmentKind {
    /** The contract or the law lowers the price: nothing is missing. */
    AGREED,
    /** The plan leaves this share of an accepted service to the patient: deductible, coinsurance, copay and the like. */
    PATIENT_SHARE,
    /** Another payer before this one has dealt with it. */
    PRIOR_PAYER,
    /** Refused in whole or in part: somebody should look at it. */
    REFUSED;

    /** CARC by which a price is lowered although the service is accepted, whoever bears it. */
    private static final Set<String> AGREED_REASONS = Set.of(
            "24", "44", "45", "59", "69", "70", "74", "75", "76", "90", "91", "94", "101", "102", "103", "104", "105",
            "118", "121", "122", "130", "131", "132", "137", "139", "143", "144", "161", "172", "194", "223", "225",
            "237", "253", "A2", "P5", "P12");

    /** CARC of a patient's share in a service that was accepted. A non-covered service (PR-96) is not one. */
    private static final Set<String> PATIENT_REASONS = Set.of("1", "2", "3", "45", "66", "100", "142", "178", "241");

    private static final Set<String> PRIOR_PAYER_REASONS = Set.of("23");

    /** Sorts one adjustment. An unknown reason counts as refused: better one look too many than one too few. */
    public static AdjustmentKind of(Adjustment adjustment) {
        if (PRIOR_PAYER_REASONS.contains(adjustment.reason())) {
            return PRIOR_PAYER;
        }
        if (adjustment.group().equals("PR")) {
            return PATIENT_REASONS.contains(adjustment.reason()) ? PATIENT_SHARE : REFUSED;
        }
        return AGREED_REASONS.contains(adjustment.reason()) ? AGREED : REFUSED;
    }
}
