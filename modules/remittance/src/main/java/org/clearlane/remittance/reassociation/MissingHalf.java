package org.clearlane.remittance.reassociation;

import java.time.LocalDate;

/**
 * When the other half of a payment is late, and when it is missing. CAQH CORE rule 370: the 835 comes within three
 * business days of the bank's effective day; behind the fourth it is missing and somebody asks. The same is held against
 * the bank where the 835 came first.
 */
public enum MissingHalf {
    /** It may still come. */
    DUE,
    /** More than three business days have passed. */
    LATE,
    /** More than four business days have passed: for the worklist. */
    MISSING;

    private static final int LATE_AFTER = 3;
    private static final int MISSING_AFTER = 4;

    /**
     * @param came the day of the half that is here: the effective entry date, or BPR16
     * @param today the day it is
     */
    public static MissingHalf of(LocalDate came, LocalDate today) {
        int days = BusinessDays.between(came, today);
        return days > MISSING_AFTER ? MISSING : days > LATE_AFTER ? LATE : DUE;
    }
}
