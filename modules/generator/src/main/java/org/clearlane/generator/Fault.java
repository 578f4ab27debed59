package org.clearlane.generator;

/** What can be wrong with a generated claim. A claim has one fault at the most, and the set around it stays good. */
public enum Fault {
    /** CLM02 is not the sum of SV102. */
    CHARGE_NOT_SUM,
    /** The rendering provider's NPI (2310B NM109) fails its check digit. */
    BAD_NPI,
    /** The principal diagnosis (HI01-2) is no ICD-10-CM code. */
    BAD_DIAGNOSIS,
    /** The payer's identifier (2010BB NM109) belongs to nobody. */
    UNKNOWN_PAYER
}
