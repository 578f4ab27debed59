package org.clearlane.formats;

import java.util.List;
import java.util.Map;
import org.clearlane.model.Money;

/**
 * A claim read from its rows, every value in the form the 837P wants.
 *
 * @param row the line its first row begins in
 * @param values of the claim; only fields that hold something
 * @param charge CLM02
 * @param lines at least one
 */
record CsvClaim(int row, Map<ClaimField, String> values, Money charge, List<Line> lines) {

    /**
     * @param row the line of the file
     * @param values of the service line; only fields that hold something
     */
    record Line(int row, Map<ClaimField, String> values) {}

    /** Whether the subscriber is the patient: relationship 18 or nothing said. */
    boolean subscriberIsPatient() {
        return values.getOrDefault(ClaimField.PATIENT_RELATIONSHIP, "18").equals("18");
    }
}
