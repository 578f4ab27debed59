package org.clearlane.model.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.model.Money;
import org.junit.jupiter.api.Test;

class SegmentFactTest {

    private static final SegmentFact CRC = SegmentFact.of("2300", 9, "CRC*07*Y*01^04*:B*");

    @Test
    void findsElementsAndWhatWasLeftOut() {
        assertThat(CRC.element(1)).isEqualTo("07");
        assertThat(CRC.element(2)).isEqualTo("Y");
        assertThat(CRC.element(5)).isEmpty();
        assertThat(CRC.element(6)).isEmpty();
        assertThat(CRC.has(2)).isTrue();
        assertThat(CRC.has(5)).isFalse();
        assertThat(CRC.has(9)).isFalse();
        assertThat(CRC.elementCount()).isEqualTo(5);
    }

    @Test
    void comparesAWholeElement() {
        assertThat(CRC.is(1, "07")).isTrue();
        assertThat(CRC.is(1, "0")).isFalse();
        assertThat(CRC.is(1, "071")).isFalse();
        assertThat(CRC.is(9, "")).isTrue();
    }

    @Test
    void findsRepeatsAndComponents() {
        assertThat(CRC.repeatCount(3)).isEqualTo(2);
        assertThat(CRC.repeatCount(5)).isZero();
        assertThat(CRC.component(3, 2, 1)).isEqualTo("04");
        assertThat(CRC.component(3, 3, 1)).isEmpty();
        assertThat(CRC.component(4, 1)).isEmpty();
        assertThat(CRC.component(4, 2)).isEqualTo("B");
        assertThat(CRC.component(4, 3)).isEmpty();
    }

    @Test
    void knowsNoRepeatsWhereNoneWereDeclared() {
        SegmentFact old = new SegmentFact(SegmentTag.CRC, "2300", 9, "CRC*07*Y*01^04", "*:\0");

        assertThat(old.repeatCount(3)).isEqualTo(1);
        assertThat(old.component(3, 1)).isEqualTo("01^04");
        assertThat(old.component(3, 2, 1)).isEmpty();
    }

    @Test
    void readsAmountsAndSaysWhereTheyStand() {
        SegmentFact paid = SegmentFact.of("2320", 31, "AMT*D*60.5");

        assertThat(paid.money(2)).isEqualTo(Money.of("60.50"));
        assertThat(paid.money(3)).isNull();
        assertThat(paid.place(2).inWords()).isEqualTo("loop 2320, segment 31, AMT02");
        assertThat(SegmentFact.qualified(List.of(CRC, paid), SegmentTag.AMT, "D"))
                .isSameAs(paid);
        assertThat(SegmentFact.qualified(List.of(CRC, paid), SegmentTag.AMT, "A8"))
                .isNull();
    }
}
