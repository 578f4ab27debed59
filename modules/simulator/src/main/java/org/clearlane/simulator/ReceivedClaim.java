package org.clearlane.simulator;

import java.util.List;

/**
 * A claim of an 837P, as far as a payer's answers need it.
 *
 * @param pcn CLM01, the patient control number
 * @param chargeCents CLM02
 * @param facility CLM05-1
 * @param frequency CLM05-3
 * @param houseId REF*D9, the clearinghouse's claim id, or empty
 * @param position the CLM's place in the transaction set, ST being 1
 * @param provider loop 2010AA
 * @param subscriber loop 2010BA
 * @param patient loop 2010CA, or the subscriber
 * @param payerId 2010BB NM109
 * @param responsibility SBR01
 * @param filing SBR09
 * @param rendering loop 2310B, or null
 * @param lines in order
 */
record ReceivedClaim(
        String pcn,
        long chargeCents,
        String facility,
        String frequency,
        String houseId,
        long position,
        ReceivedProvider provider,
        ReceivedParty subscriber,
        ReceivedParty patient,
        String payerId,
        String responsibility,
        String filing,
        ReceivedParty rendering,
        List<ReceivedLine> lines) {

    ReceivedClaim {
        lines = List.copyOf(lines);
    }

    /** The first day of service, eight digits, or empty. */
    String firstDay() {
        return lines.stream()
                .map(ReceivedLine::from)
                .filter(day -> !day.isEmpty())
                .min(String::compareTo)
                .orElse("");
    }

    /** The last day of service, eight digits, or empty. */
    String lastDay() {
        return lines.stream()
                .map(ReceivedLine::to)
                .filter(day -> !day.isEmpty())
                .max(String::compareTo)
                .orElse("");
    }
}
