package org.clearlane.remittance.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderpaymentTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 2);

    private static List<Adjustment> adjustments(String text) {
        return Arrays.stream(text.split(" "))
                .filter(each -> !each.isBlank())
                .map(each -> each.split("[-=]"))
                .map(parts -> new Adjustment(parts[0], parts[1], Money.of(parts[2]), ""))
                .toList();
    }

    /** A dash where nothing is underpaid; stated is AMT*B6. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fee    | units | charge | paid   | stated | adjustments                 | by
                    100.00 | 1     | 150.00 | 100.00 |        | CO-45=50.00                 | -
                    100.00 | 1     | 150.00 |  90.00 |        | CO-45=60.00                 | 10.00
                    100.00 | 1     | 150.00 |  70.00 |        | CO-45=60.00 PR-2=20.00      | 10.00
                    100.00 | 1     | 150.00 |  80.00 |        | CO-45=50.00 PR-1=20.00      | -
                    100.00 | 1     | 150.00 |  90.00 | 100.00 | CO-45=60.00                 | -
                    100.00 | 3     | 450.00 | 250.00 |        | CO-45=200.00                | 50.00
                    100.00 | 3     | 150.00 | 150.00 |        |                             | -
                     33.33 | 1.5   | 150.00 |  49.99 |        | CO-45=100.01                | 0.01
                    100.00 | 1     | 150.00 |   0.00 |        | CO-197=150.00               | -
                    100.00 | 1     | 150.00 |  50.00 |        | CO-45=50.00 CO-97=50.00     | -
                    100.00 | 1     | 150.00 |  20.00 |        | CO-45=50.00 OA-23=80.00     | -
                    100.00 | x     | 150.00 |   1.00 |        | CO-45=149.00                | -
                    """,
            useHeadersInDisplayName = true)
    void isWhatTheContractSaysLessWhatWasAllowed(
            String fee, String units, String charge, String paid, String stated, String adjustments, String by) {
        assertThat(Underpayment.of(
                                Money.of(fee),
                                units,
                                Money.of(charge),
                                Money.of(paid),
                                stated == null ? null : Money.of(stated),
                                adjustments(adjustments == null ? "" : adjustments))
                        .map(under -> under.by().toString())
                        .orElse("-"))
                .isEqualTo(by);
    }

    private static Fee fee(String practice, String modifier, String from, String to, String amount) {
        return new Fee(
                "northwind",
                practice,
                "99213",
                modifier,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                Money.of(amount));
    }

    @Test
    void ownContractComesFirstThenTheModifierThenTheLaterRow() {
        FeeSchedule schedule = new FeeSchedule(List.of(
                fee("", "", "2025-01-01", "2025-12-31", "1.00"),
                fee("", "", "2025-06-01", null, "2.00"),
                fee("", "", "2026-01-01", null, "3.00"),
                fee("", "25", "2026-01-01", null, "4.00"),
                fee("lakeside", "", "2026-01-01", null, "5.00")));

        assertThat(amount(schedule, "harbor", DAY)).isEqualTo("3.00");
        assertThat(amount(schedule, "harbor", DAY, "59", "25")).isEqualTo("4.00");
        assertThat(amount(schedule, "lakeside", DAY, "25")).isEqualTo("5.00");
        assertThat(amount(schedule, "harbor", LocalDate.of(2025, 3, 1))).isEqualTo("1.00");
        assertThat(amount(schedule, "harbor", LocalDate.of(2024, 3, 1))).isEqualTo("none");
    }

    private static String amount(FeeSchedule schedule, String practice, LocalDate day, String... modifiers) {
        return schedule.find("northwind", practice, "99213", List.of(modifiers), day)
                .map(fee -> fee.amount().toString())
                .orElse("none");
    }
}
