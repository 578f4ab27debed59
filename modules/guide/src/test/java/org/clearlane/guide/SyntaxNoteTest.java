package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five rules between the elements of a segment. Of elements 2, 3 and 4, those named are there. */
class SyntaxNoteTest {

    /** Note, elements that are there, the element at fault (0: none). */
    @ParameterizedTest
    @CsvSource({
        // P: all or none
        "P0203, '', 0",
        "P0203, 2 3, 0",
        "P0203, 2, 3",
        "P0203, 3, 2",
        "P020304, 2 4, 3",
        // R: at least one
        "R0203, '', 2",
        "R0203, 3, 0",
        "R0203, 2 3, 0",
        // E: at most one
        "E0203, '', 0",
        "E0203, 3, 0",
        "E0203, 2 3, 3",
        "E020304, 3 4, 4",
        // C: with the first all others
        "C020304, '', 0",
        "C020304, 3, 0",
        "C020304, 2 3 4, 0",
        "C020304, 2 3, 4",
        "C020304, 2, 3",
        // L: with the first at least one other
        "L020304, '', 0",
        "L020304, 3 4, 0",
        "L020304, 2 4, 0",
        "L020304, 2, 3",
    })
    void tellsTheElementAtFault(String written, String there, int fault) {
        SyntaxNote note = SyntaxNote.parse(written);
        long present = 0;
        for (String element : there.isEmpty() ? new String[0] : there.split(" ")) {
            present |= 1L << Integer.parseInt(element);
        }
        assertThat(note.broken(present)).isEqualTo(fault);
        assertThat(note.holds(present)).isEqualTo(fault == 0);
    }

    @Test
    void readsNothingElseForANote() {
        assertThat(SyntaxNote.parse("X0203")).isNull();
        assertThat(SyntaxNote.parse("P02")).isNull();
        assertThat(SyntaxNote.parse("P023")).isNull();
    }
}
