package org.clearlane.transactions.t999;

import org.clearlane.model.finding.Finding;

/**
 * A finding and the claim it is about.
 *
 * @param finding what is wrong
 * @param patientControlNumber CLM01 of the claim; empty when it is about no one claim
 */
public record ClaimFinding(Finding finding, String patientControlNumber) {}
