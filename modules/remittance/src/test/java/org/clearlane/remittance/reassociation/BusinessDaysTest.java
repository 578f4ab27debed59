package org.clearlane.remittance.reassociation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {

    /** The holidays of the Federal Reserve in 2026, as it publishes them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-09-07", "2026-10-12",
                "2026-11-11", "2026-11-26", "2026-12-25"
            })
    void nothingSettlesOnAHoliday(LocalDate day) {
        assertThat(BusinessDays.is(day)).isFalse();
    }

    @Test
    void holidayOnSaturdayIsNotKeptAndOneOnSundayIsKeptOnMonday() {
        assertThat(BusinessDays.is(LocalDate.of(2026, 7, 3))).isTrue();
        assertThat(BusinessDays.is(LocalDate.of(2027, 7, 5))).isFalse();
    }

    /** 2026-02-02 is a Monday, 2026-02-16 Presidents' Day. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-02, 2026-02-02, DUE",
        "2026-02-02, 2026-02-05, DUE",
        "2026-02-02, 2026-02-06, LATE",
        "2026-02-02, 2026-02-08, LATE",
        "2026-02-02, 2026-02-09, MISSING",
        "2026-02-12, 2026-02-18, DUE",
        "2026-02-12, 2026-02-19, LATE",
        "2026-02-12, 2026-02-20, MISSING"
    })
    void otherHalfIsLateBehindThreeBusinessDaysAndMissingBehindFour(LocalDate came, LocalDate today, MissingHalf is) {
        assertThat(MissingHalf.of(came, today)).isEqualTo(is);
    }

    @Test
    void countsForwardAsItCountsBetween() {
        LocalDate day = LocalDate.of(2026, 2, 12);
        assertThat(BusinessDays.after(day, 3)).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(BusinessDays.between(day, LocalDate.of(2026, 2, 18))).isEqualTo(3);
    }
}
