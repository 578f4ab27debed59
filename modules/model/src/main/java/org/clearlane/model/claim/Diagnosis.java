package org.clearlane.model.claim;

/**
 * One diagnosis of HI.
 *
 * @param qualifier HI0n-1: ABK principal, ABF other (ICD-10-CM); BK, BF (ICD-9-CM)
 * @param code HI0n-2, without the point
 * @param position the number of the HI segment in its transaction set
 * @param element which element of it, 1 to 12
 */
public record Diagnosis(String qualifier, String code, int position, int element) {

    /** Whether this is an ICD-10-CM code by its qualifier. */
    public boolean isIcd10() {
        return qualifier.equals("ABK") || qualifier.equals("ABF");
    }
}
