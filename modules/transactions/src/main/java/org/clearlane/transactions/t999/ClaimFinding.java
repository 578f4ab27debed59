package org.clearlane.transactions.t999;

import org.clearlane.model.finding.Finding;

/**
 * A finding and what it is about.
 *
 * @param finding what is wrong
 * @param patientControlNumber CLM01 of the claim; empty when it is about no one claim
 * @param unit what a 999 names beside the fault (CTX01): the claim, or in other sets the trace or the member; null for none
 */
public record ClaimFinding(Finding finding, String patientControlNumber, BusinessUnit unit) {

    /** About this claim; about no one claim when the number is empty. */
    public ClaimFinding(Finding finding, String patientControlNumber) {
        this(finding, patientControlNumber, unit(patientControlNumber));
    }

    private static BusinessUnit unit(String patientControlNumber) {
        return patientControlNumber.isEmpty() ? null : new BusinessUnit("CLM01", patientControlNumber);
    }
}
