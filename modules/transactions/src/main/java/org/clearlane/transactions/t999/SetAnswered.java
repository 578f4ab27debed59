package org.clearlane.transactions.t999;

/**
 * What was written of one set's answer.
 *
 * @param code IK501 as written
 * @param findingsWritten how many findings stand in the 999
 * @param findingsOmitted how many were left out because of the limit; IK5 counts them in all the same
 */
public record SetAnswered(String code, int findingsWritten, int findingsOmitted) {}
