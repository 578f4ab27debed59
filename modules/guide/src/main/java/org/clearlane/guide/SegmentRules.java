package org.clearlane.guide;

/** What a guide says of the elements of one segment in one place, as arrays for the judge to run along. */
final class SegmentRules {

    final String id;
    final String label;
    /** Element n at index n; index 0 is not used. */
    final ElementRule[] elements;

    /** The same once more, for the quick look. */
    final FieldRow row;

    final SyntaxNote[] notes;
    final int lastRequired;
    /** ISA declares the separators, so they are values there. */
    final boolean declaresSeparators;

    SegmentRules(String id, String label, ElementRule[] elements, SyntaxNote[] notes) {
        this.id = id;
        this.label = label;
        this.elements = elements;
        this.notes = notes;
        this.row = new FieldRow(elements, 1);
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
