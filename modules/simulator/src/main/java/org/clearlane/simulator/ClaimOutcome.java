package org.clearlane.simulator;

/** What becomes of a claim at a simulated payer. The settings name them in lower case with hyphens. */
public enum ClaimOutcome {
    /** 277CA A2, then paid (CLP02 1, 2 or 3 as SBR01 says). */
    PAYS,
    /** 277CA A2, then denied (CLP02 4). */
    DENIES,
    /** 277CA A2, then every second line denied; a claim of one line is paid half. */
    PARTLY_PAYS,
    /** 277CA A3, A6, A7 or A8; no remittance. */
    REJECTS_277CA,
    /** The whole transaction set that holds it is rejected by the 999; nothing further comes. */
    REJECTS_999,
    /** 277CA A2, and never a remittance. */
    ACCEPTS_ONLY,
    /** Neither a 277CA nor a remittance: the claim is lost at the payer. */
    SILENT,
    /** Paid, later reversed (CLP02 22) and paid anew in another remittance. */
    REVERSES_AND_CORRECTS,
    /** Paid, later taken back (CLP02 22) in another remittance, and not paid anew. */
    VOIDS,
    /** Paid and forwarded to the next payer: CLP02 19, 20 or 21, NM1*TT, remark MA18. */
    FORWARDS,
    /** Paid; what is not allowed is one adjustment of the claim, so its lines do not add up to it. */
    ADJUSTS_CLAIM
}
