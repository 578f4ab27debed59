package org.clearlane.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.00, 0",
        "1, 100",
        "1., 100",
        ".5, 50",
        "-.5, -50",
        "12.5, 1250",
        "12.05, 1205",
        "1.500, 150",
        "1.5000000000000000000000, 150",
        "007, 700",
        "-3.00, -300",
        "999999999999999.99, 99999999999999999",
        "-999999999999999.99, -99999999999999999"
    })
    void readsAnX12DecimalToTheCent(String text, long cents) {
        assertThat(Money.parse(text)).contains(new Money(cents));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                "+1",
                "--1",
                "1-",
                "1e5",
                "1E5",
                "1,000",
                "1 000",
                " 1",
                "1 ",
                "1.005",
                "1.501",
                "1.2.3",
                "$1",
                "(1)",
                "0x1",
                "NaN",
                "123456789012345678",
                "1000000000000000",
                "٣",
                "１"
            })
    void refusesWhatIsNotDollarsAndCents(String text) {
        assertThat(Money.parse(text)).isEmpty();
    }

    @Test
    void refusesToMakeMoneyOfTextThatIsNoneWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("twelve"))
                .withMessageNotContaining("twelve");
    }

    @Test
    void addsTenCentsThreeTimesToThirtyCents() {
        Money tenCents = Money.of("0.1");

        assertThat(tenCents.plus(tenCents).plus(tenCents)).isEqualTo(Money.of("0.30"));
        assertThat(Money.of("0.30").minus(tenCents)).isEqualTo(Money.of("0.2"));
    }

    @Test
    void refusesSumsThatDoNotFitInsteadOfWrappingAround() {
        Money most = new Money(Long.MAX_VALUE);
        Money least = new Money(Long.MIN_VALUE);

        assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(new Money(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00",
        "100, 1, 1.00",
        "12340, 123.4, 123.40",
        "12345, 123.45, 123.45",
        "5, 0.05, 0.05",
        "50, 0.5, 0.50",
        "-5, -0.05, -0.05",
        "-50, -0.5, -0.50",
        "-12300, -123, -123.00",
        "9223372036854775807, 92233720368547758.07, 92233720368547758.07",
        "-9223372036854775808, -92233720368547758.08, -92233720368547758.08"
    })
    void writesItselfForX12AndForPeople(long cents, String x12, String plain) {
        assertThat(new Money(cents).toX12()).isEqualTo(x12);
        assertThat(new Money(cents)).hasToString(plain);
    }

    @Test
    void readsBackWhatItWrites() {
        for (long cents = -100_000; cents <= 100_000; cents++) {
            Money money = new Money(cents);

            assertThat(Money.of(money.toX12())).isEqualTo(money);
            assertThat(Money.of(money.toString())).isEqualTo(money);
        }
    }

    @Test
    void goesIntoNumericColumnsWithTwoDecimals() {
        assertThat(new Money(-1230).toBigDecimal()).isEqualTo(new BigDecimal("-12.30"));
    }

    @Test
    void knowsItsSignAndOrder() {
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(Money.ZERO.isNegative()).isFalse();
        assertThat(new Money(-1).isNegative()).isTrue();
        assertThat(new Money(-1)).isLessThan(Money.ZERO);
        assertThat(new Money(2)).isGreaterThan(new Money(1));
        assertThat(new Money(7).negated()).isEqualTo(new Money(-7));
    }
}
