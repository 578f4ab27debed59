package org.clearlane.model.claim;

/**
 * One principal or other diagnosis of HI: those that pointers of lines count.
 *
 * @param qualifier HI0n-1: ABK principal, ABF other (ICD-10-CM); BK, BF (ICD-9-CM)
 * @param code HI0n-2, without the point
 * @param presentOnAdmission HI0n-9 of institutional claims: Y, N, U, W
 * @param position the number of the HI segment in its transaction set
 * @param element which element of it, 1 to 12
 */
public record Diagnosis(String qualifier, String code, String presentOnAdmission, int position, int element) {

    /** As professional and dental claims say it. */
    public Diagnosis(String qualifier, String code, int position, int element) {
        this(qualifier, code, "", position, element);
    }

    /** Whether this is an ICD-10-CM code by its qualifier. */
    public boolean isIcd10() {
        return qualifier.equals("ABK") || qualifier.equals("ABF");
    }

    /** Whether it is the principal one by its qualifier. */
    public boolean isPrincipal() {
        return qualifier.equals("ABK") || qualifier.equals("BK");
    }
}
