package org.clearlane.remittance.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenialTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 2, 2);
    private static final LocalDate SERVED = LocalDate.of(2026, 1, 5);

    /** One reason of each scenario of CORE 360. */
    @ParameterizedTest
    @CsvSource({"16, CLAIM_DATA", "29, NOT_COVERED", "50, NOT_COVERED", "97, NOT_SEPARATE"})
    void everyReasonHasTheScenarioTheRuleGivesIt(String reason, CoreScenario scenario) throws IOException {
        Path table = Path.of(System.getProperty("clearlane.root"), "config/codesets/core-scenarios.tsv");
        try (Reader reader = Files.newBufferedReader(table)) {
            CoreScenarios scenarios = CoreScenarios.load(reader);

            assertThat(scenarios.of(reason)).contains(scenario);
            assertThat(scenarios.of("45")).isEmpty();
        }
    }

    @Test
    void refusesATableWithARowThatIsNone() {
        assertThatThrownBy(() -> CoreScenarios.load(new StringReader("carc\tscenario\n16\t5\n")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> CoreScenarios.load(new StringReader("16\t2\n16\t3\n")))
                .hasMessageContaining("twice");
    }

    @ParameterizedTest
    @CsvSource({
        "120, 365, 2026-03-01, '2026-06-02, in 93 days'",
        "30, 365, 2026-03-05, '2027-01-05, in 306 days'",
        "30, , 2026-03-05, passed on 2026-03-04",
        ", , 2026-03-05, the payer's profile states none"
    })
    void deadlineIsThePayersAndTheNextThatHasNotPassed(Integer appeal, Integer filing, LocalDate today, String words) {
        DenialDeadline deadline = DenialDeadline.of(DECIDED, SERVED, days(appeal), days(filing));

        assertThat(deadline.inWords(today)).isEqualTo(words);
    }

    private static OptionalInt days(Integer days) {
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }
}
