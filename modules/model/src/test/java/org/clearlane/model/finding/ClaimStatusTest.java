package org.clearlane.model.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimStatusTest {

    @Test
    void readsCategoryStatusAndEntity() {
        assertThat(ClaimStatus.of("A7:562:85")).isEqualTo(new ClaimStatus("A7", "562", "85"));
        assertThat(ClaimStatus.of("A3:21")).isEqualTo(new ClaimStatus("A3", "21", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A7:562:85", "A3:21"})
    void writesWhatItReads(String text) {
        assertThat(ClaimStatus.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A7", "A7:562:85:IL"})
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ClaimStatus.of(text));
    }
}
