package org.clearlane.pipeline.judging;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.ServiceLine;

/**
 * From the first to the last day of service of a claim's lines (2400 DTP*472).
 *
 * @param from null when no line has a readable date
 * @param to null when no line has a readable date
 */
record ServicePeriod(LocalDate from, LocalDate to) {

    static ServicePeriod of(Claim claim) {
        LocalDate from = null;
        LocalDate to = null;
        for (ServiceLine line : claim.lines()) {
            DateFact service = line.serviceDate();
            if (service == null) {
                continue;
            }
            LocalDate first = day(service.from());
            LocalDate last = day(service.to());
            from = first != null && (from == null || first.isBefore(from)) ? first : from;
            to = last != null && (to == null || last.isAfter(to)) ? last : to;
        }
        return new ServicePeriod(from, to);
    }

    private static LocalDate day(String text) {
        if (text.length() != 8) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(text, 0, 4, 10),
                    Integer.parseInt(text, 4, 6, 10),
                    Integer.parseInt(text, 6, 8, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
