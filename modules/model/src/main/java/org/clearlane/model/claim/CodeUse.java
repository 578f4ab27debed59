package org.clearlane.model.claim;

/** What a code of HI is for, by its list qualifier HI0n-1. */
public enum CodeUse {
    /** ABK, BK. */
    PRINCIPAL_DIAGNOSIS,
    /** ABF, BF. */
    OTHER_DIAGNOSIS,
    /** ABJ, BJ. */
    ADMITTING_DIAGNOSIS,
    /** APR, PR. */
    REASON_FOR_VISIT,
    /** ABN, BN. */
    EXTERNAL_CAUSE,
    /** DR. */
    DIAGNOSIS_RELATED_GROUP,
    /** BBR (ICD-10-PCS), BR (ICD-9-CM), CAH (advanced billing concepts). */
    PRINCIPAL_PROCEDURE,
    /** BBQ (ICD-10-PCS), BQ (ICD-9-CM). */
    OTHER_PROCEDURE,
    /** BH, with a date. */
    OCCURRENCE,
    /** BI, with a period. */
    OCCURRENCE_SPAN,
    /** BE, with an amount. */
    VALUE,
    /** BG. */
    CONDITION,
    /** TC. */
    TREATMENT,
    /** BP principal, BO other: procedures under anaesthesia (837P). */
    ANESTHESIA_PROCEDURE,
    /** A qualifier none of the guides has. */
    UNKNOWN;

    /** By the list qualifier as sent. */
    public static CodeUse of(String qualifier) {
        return switch (qualifier) {
            case "ABK", "BK" -> PRINCIPAL_DIAGNOSIS;
            case "ABF", "BF" -> OTHER_DIAGNOSIS;
            case "ABJ", "BJ" -> ADMITTING_DIAGNOSIS;
            case "APR", "PR" -> REASON_FOR_VISIT;
            case "ABN", "BN" -> EXTERNAL_CAUSE;
            case "DR" -> DIAGNOSIS_RELATED_GROUP;
            case "BBR", "BR", "CAH" -> PRINCIPAL_PROCEDURE;
            case "BBQ", "BQ" -> OTHER_PROCEDURE;
            case "BH" -> OCCURRENCE;
            case "BI" -> OCCURRENCE_SPAN;
            case "BE" -> VALUE;
            case "BG" -> CONDITION;
            case "TC" -> TREATMENT;
            case "BP", "BO" -> ANESTHESIA_PROCEDURE;
            default -> UNKNOWN;
        };
    }
}
