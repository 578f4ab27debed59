package org.clearlane.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void readsWhatItMade() {
        assertThat(Cursor.read(Cursor.behind("clm_01M4TZ2R1FQ8"))).contains("clm_01M4TZ2R1FQ8");
        assertThat(Cursor.behind("clm_01M4TZ2R1FQ8")).doesNotContain("clm");
    }

    @Test
    void knowsNoneThatItDidNotMake() {
        assertThat(Cursor.read("clm_01M4TZ2R1FQ8")).isEmpty();
        assertThat(Cursor.read("' or 1=1 --")).isEmpty();
        assertThat(Cursor.read("")).isEmpty();
        assertThat(Cursor.read("x".repeat(300))).isEmpty();
        assertThat(Cursor.read(Cursor.behind("two words"))).isEmpty();
    }
}
