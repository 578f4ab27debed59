package org.clearlane.transactions.t837;

import org.clearlane.model.Money;

/**
 * Where a claim stands in an outbound interchange, so that an answer to it can be told to be its.
 *
 * @param d9 our number of the claim
 * @param st02 the set
 * @param hl HL01 of the level it hangs under
 * @param clmPosition the number of its CLM in the set, ST being 1 (as a 999 says in IK302)
 * @param lastPosition the number of its last segment in the set
 * @param patientControlNumber CLM01
 * @param charge CLM02; zero when it could not be read
 */
public record Placement(
        String d9, String st02, int hl, int clmPosition, int lastPosition, String patientControlNumber, Money charge) {}
