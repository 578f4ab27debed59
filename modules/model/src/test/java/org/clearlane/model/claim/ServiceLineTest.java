package org.clearlane.model.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.model.Money;
import org.junit.jupiter.api.Test;

class ServiceLineTest {

    @Test
    void findsItsServiceDateAmongOtherDates() {
        DateFact begun = new DateFact("463", "D8", "20260101", 31);
        DateFact served = new DateFact("472", "D8", "20260202", 32);

        assertThat(line(List.of(begun, served)).serviceDate()).isEqualTo(served);
    }

    @Test
    void saysSoWhenItHasNoServiceDate() {
        assertThat(line(List.of()).serviceDate()).isNull();
    }

    private static ServiceLine line(List<DateFact> dates) {
        return new ServiceLine(
                1,
                "",
                "HC",
                "99213",
                List.of(),
                Money.of("100"),
                "UN",
                "1",
                "",
                List.of("1"),
                dates,
                List.of(),
                null,
                List.of(),
                29,
                30);
    }
}
