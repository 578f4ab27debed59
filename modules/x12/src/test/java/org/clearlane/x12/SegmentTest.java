package org.clearlane.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SegmentTest {

    private final Segment claim = Segment.of("CLM*P1*100***11:B:1*Y**Y^N*", Delimiters.USUAL);

    @Test
    void countsElementsFromOne() {
        assertThat(claim.id()).isEqualTo("CLM");
        assertThat(claim.element(1)).isEqualTo("P1");
        assertThat(claim.element(3)).isEmpty();
        assertThat(claim.element(99)).isEmpty();
        assertThat(claim.elementCount()).isEqualTo(9);
        assertThat(claim.has(2)).isTrue();
        assertThat(claim.has(3)).isFalse();
        assertThat(claim.has(99)).isFalse();
    }

    @Test
    void takesCompositesAndRepeatsApart() {
        assertThat(claim.component(5, 1)).isEqualTo("11");
        assertThat(claim.component(5, 3)).isEqualTo("1");
        assertThat(claim.component(5, 4)).isEmpty();
        assertThat(claim.repeatCount(8)).isEqualTo(2);
        assertThat(claim.repeat(8, 2)).isEqualTo("N");
        assertThat(claim.repeatCount(3)).isZero();
        Segment hi = Segment.of("HI*A:1^B:2", Delimiters.USUAL);
        assertThat(hi.component(1, 2, 2)).isEqualTo("2");
        assertThat(hi.component(1, 3, 1)).isEmpty();
    }

    @Test
    void comparesIdentifiersAsNumbers() {
        assertThat(claim.tag()).isEqualTo(Segment.tag("CLM"));
        assertThat(claim.is("CLM")).isTrue();
        assertThat(claim.is("CL1")).isFalse();
        assertThat(Segment.of("LONG*1", Delimiters.USUAL).tag()).isZero();
        assertThat(Segment.of("*1", Delimiters.USUAL).tag()).isZero();
    }

    @Test
    void holdsMoreElementsThanItsFirstTableHas() {
        Segment many = Segment.of("X" + "*a".repeat(200), Delimiters.USUAL);
        assertThat(many.elementCount()).isEqualTo(200);
        assertThat(many.element(200)).isEqualTo("a");
    }

    @Test
    void refusesSeparatorsThatAreNotDistinct() {
        assertThatThrownBy(() -> Delimiters.of("**^~")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Delimiters.of("*:*~")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Delimiters.of("*:~")).isInstanceOf(IllegalArgumentException.class);
    }
}
