package org.clearlane.simulator;

import java.util.List;

/**
 * A service line, loop 2400 with SV1, SV2 or SV3.
 *
 * @param number LX01
 * @param procedure SV101, SV202, SV301: qualifier, code, modifiers; NU and the revenue code of a line without one
 * @param revenueCode SV201, or empty
 * @param chargeCents SV102, SV203, SV302
 * @param unit SV103, SV204, or empty
 * @param quantity SV104, SV205, SV306 as written
 * @param from DTP*472, eight digits, or empty
 * @param to the last day of a range, else as {@code from}
 * @param controlNumber REF*6R, or empty
 */
record ReceivedLine(
        String number,
        List<String> procedure,
        String revenueCode,
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
