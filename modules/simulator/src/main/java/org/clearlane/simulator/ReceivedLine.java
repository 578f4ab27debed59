package org.clearlane.simulator;

import java.util.List;

/**
 * A service line of an 837P, loop 2400.
 *
 * @param number LX01
 * @param procedure SV101-1 to SV101-6: qualifier, code, modifiers
 * @param chargeCents SV102
 * @param unit SV103
 * @param quantity SV104 as written
 * @param from DTP*472, eight digits, or empty
 * @param to the last day of a range, else as {@code from}
 * @param controlNumber REF*6R, or empty
 */
record ReceivedLine(
        String number,
        List<String> procedure,
        long chargeCents,
        String unit,
        String quantity,
        String from,
        String to,
        String controlNumber) {

    String procedureCode() {
        return procedure.size() < 2 ? "" : procedure.get(1);
    }

    /** What a remittance repeats of it: the sender's number, or the line's place where it gave none. */
    String remittanceControlNumber() {
        return controlNumber.isEmpty() ? number : controlNumber;
    }
}
