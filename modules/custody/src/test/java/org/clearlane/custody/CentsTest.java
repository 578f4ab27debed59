package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentsTest {

    @ParameterizedTest
    @CsvSource({
        "12, 1200, 12.00",
        "12.5, 1250, 12.50",
        ".05, 5, 0.05",
        "-3, -300, -3.00",
        "12., 1200, 12.00",
        "1.2300, 123, 1.23"
    })
    void readsAndWritesExactCents(String text, long cents, String written) {
        assertThat(Cents.parse(text)).isEqualTo(cents);
        assertThat(Cents.text(cents)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "1e5", "1,000", "+1", "1.234", "1.2.3", "1234567890123456"})
    void refusesWhatIsNoExactAmount(String text) {
        assertThat(Cents.parse(text)).isNull();
    }
}
