package org.clearlane.remittance.denial;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Until when something can be done about a refusal. Deadlines are the payer's, from its profile; where it states none, none
 * is made up.
 *
 * @param appealBy the last day of an appeal: the day of the decision and the payer's days of appeal
 * @param fileBy the last day of a corrected claim: the day of service and the payer's days of timely filing
 */
public record DenialDeadline(Optional<LocalDate> appealBy, Optional<LocalDate> fileBy) {

    /**
     * @param decidedOn the day of the payment (BPR16), or of its arrival
     * @param servedOn the first day of service, or null
     */
    public static DenialDeadline of(
            LocalDate decidedOn, LocalDate servedOn, OptionalInt appealDays, OptionalInt filingDays) {
        return new DenialDeadline(
                appealDays.isPresent() ? Optional.of(decidedOn.plusDays(appealDays.getAsInt())) : Optional.empty(),
                servedOn != null && filingDays.isPresent()
                        ? Optional.of(servedOn.plusDays(filingDays.getAsInt()))
                        : Optional.empty());
    }

    /** The earlier of the two that has not passed, else the later one that has; empty where the payer states none. */
    public Optional<LocalDate> next(LocalDate today) {
        Optional<LocalDate> open = java.util.stream.Stream.of(appealBy, fileBy)
                .flatMap(Optional::stream)
                .filter(day -> !day.isBefore(today))
                .min(LocalDate::compareTo);
        return open.or(() -> java.util.stream.Stream.of(appealBy, fileBy)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo));
    }

    /** In words, against today. */
    public String inWords(LocalDate today) {
        return next(today)
                .map(day -> day.isBefore(today)
                        ? "passed on " + day
                        : day + ", in " + ChronoUnit.DAYS.between(today, day) + " days")
                .orElse("the payer's profile states none");
    }
}
