package org.clearlane.pipeline.judging;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceDays;

/**
 * From the first to the last day of service of a claim, as days of the calendar.
 *
 * @param from null when the claim has no readable date
 * @param to null when the claim has no readable date
 */
record ServicePeriod(LocalDate from, LocalDate to) {

    static ServicePeriod of(Claim claim) {
        ServiceDays days = ServiceDays.of(claim);
        return new ServicePeriod(day(days.from()), day(days.to()));
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
