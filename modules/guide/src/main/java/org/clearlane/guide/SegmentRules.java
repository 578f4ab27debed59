package org.clearlane.guide;

import java.util.Arrays;

/** What a guide says of the elements of one segment in one place, as arrays for the judge to run along. */
final class SegmentRules {

    final String id;
    final String label;
    /** Element n at index n; index 0 is not used. */
    final ElementRule[] elements;

    /** The same once more, for the quick look. */
    final FieldRow row;

    final SyntaxNote[] notes;
    /** Those that can be broken although every required element is sent and none that is not used. */
    final SyntaxNote[] openNotes;
    /** Only where one of these elements is sent an open note can be broken; bit n stands for element n, bit 0 for none. */
    final long noted;

    final int lastRequired;
    /** ISA declares the separators, so they are values there. */
    final boolean declaresSeparators;

    SegmentRules(String id, String label, ElementRule[] elements, SyntaxNote[] notes) {
        this.id = id;
        this.label = label;
        this.elements = elements;
        this.notes = notes;
        this.row = new FieldRow(elements, 1);
        this.openNotes = Arrays.stream(notes)
                .filter(note -> note.canBreak(row.required, row.unused))
                .toArray(SyntaxNote[]::new);
        long mentioned = 0;
        for (SyntaxNote note : openNotes) {
            mentioned |= note.asksForSomething() ? -1L : note.mask;
        }
        this.noted = mentioned;
        int last = 0;
        for (int n = 1; n < elements.length; n++) {
            if (elements[n].isRequired()) {
                last = n;
            }
        }
        this.lastRequired = last;
        this.declaresSeparators = id.equals("ISA");
    }
}
