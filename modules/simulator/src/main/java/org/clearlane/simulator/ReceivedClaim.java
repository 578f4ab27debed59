package org.clearlane.simulator;

import java.util.List;

/**
 * A claim of an 837P, 837I or 837D, as far as a payer's answers need it.
 *
 * @param pcn CLM01, the patient control number
 * @param chargeCents CLM02
 * @param facility CLM05-1
 * @param frequency CLM05-3
 * @param billType CLM05-1 and CLM05-3 of an institutional claim, else empty
 * @param houseId REF*D9, the clearinghouse's claim id, or empty
 * @param position the CLM's place in the transaction set, ST being 1
 * @param provider loop 2010AA
 * @param subscriber loop 2010BA
 * @param patient loop 2010CA, or the subscriber
 * @param payerId 2010BB NM109
 * @param responsibility SBR01
 * @param filing SBR09
 * @param rendering loop 2310B, or null
 * @param from 2300 DTP*434 or DTP*472, eight digits, or empty
 * @param to the last day of that period, or empty
 * @param lines in order
 */
record ReceivedClaim(
        String pcn,
        long chargeCents,
        String facility,
        String frequency,
        String billType,
        String houseId,
        long position,
        ReceivedProvider provider,
        ReceivedParty subscriber,
        ReceivedParty patient,
        String payerId,
        String responsibility,
        String filing,
        ReceivedParty rendering,
        String from,
        String to,
        List<ReceivedLine> lines) {

    ReceivedClaim {
        lines = List.copyOf(lines);
    }

    /** The first day of service, eight digits, or empty: the claim's own period before those of its lines. */
    String firstDay() {
        return !from.isEmpty()
                ? from
                : lines.stream()
                        .map(ReceivedLine::from)
                        .filter(day -> !day.isEmpty())
                        .min(String::compareTo)
                        .orElse("");
    }

    /** The last day of service, eight digits, or empty. */
    String lastDay() {
        return !to.isEmpty()
                ? to
                : lines.stream()
                        .map(ReceivedLine::to)
                        .filter(day -> !day.isEmpty())
                        .max(String::compareTo)
                        .orElse("");
    }
}
