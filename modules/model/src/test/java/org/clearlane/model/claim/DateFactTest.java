package org.clearlane.model.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFactTest {

    @ParameterizedTest
    @CsvSource({
        "D8, 20260202, 20260202, 20260202",
        "RD8, 20260201-20260205, 20260201, 20260205",
        "DT, 202602021530, 20260202, 20260202",
        "RD8, 20260201, 20260201, ''",
        "RD8, 20260201-2026, 20260201, ''",
        "RD8, 2026020120260205, 20260201, ''",
        "D8, 2026020, '', ''",
        "D8, 2026-02-02, '', ''",
        "D8, '', '', ''",
        "D8, ٢٠٢٦٠٢٠٢, '', ''"
    })
    void readsTheFirstAndTheLastDayOrNothing(String format, String value, String from, String to) {
        DateFact date = new DateFact("472", format, value, 30);

        assertThat(date.from()).isEqualTo(from);
        assertThat(date.to()).isEqualTo(to);
    }
}
