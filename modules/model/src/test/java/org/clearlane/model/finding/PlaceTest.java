package org.clearlane.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {

    private final Place segment = new Place("2010AA", "NM1", 12, 0, 0, 0, 14, 480);

    @Test
    void saysLoopSegmentAndElement() {
        assertThat(segment.inWords()).isEqualTo("loop 2010AA, segment 12, NM1");
        assertThat(segment.atElement(9).inWords()).isEqualTo("loop 2010AA, segment 12, NM109");
        assertThat(segment.atElement(11).inWords()).isEqualTo("loop 2010AA, segment 12, NM111");
    }

    @Test
    void saysTheComponentOfAComposite() {
        assertThat(Place.ofSegment("2300", "HI", 22).atComponent(1, 2).inWords())
                .isEqualTo("loop 2300, segment 22, HI01-2");
    }

    @Test
    void leavesOutWhatIsNotSaid() {
        assertThat(Place.ofSegment("", "ISA", 0).atElement(13).inWords()).isEqualTo("ISA13");
    }

    @Test
    void keepsWhereTheSegmentStandsWhenItPointsIntoIt() {
        assertThat(segment.atElement(9)).isEqualTo(new Place("2010AA", "NM1", 12, 9, 0, 0, 14, 480));
        assertThat(segment.atComponent(5, 1)).isEqualTo(new Place("2010AA", "NM1", 12, 5, 1, 0, 14, 480));
    }
}
