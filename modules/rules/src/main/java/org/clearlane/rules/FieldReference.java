package org.clearlane.rules;

import java.util.stream.Collectors;

/** What rules can look at, written out for people. */
public final class FieldReference {

    private FieldReference() {}

    /** Rows of a table: the shape, then its fields with their types and meanings. */
    public static String asRows() {
        StringBuilder rows = new StringBuilder();
        for (Shape shape : Vocabulary.CLAIM.withNested()) {
            rows.append("| **").append(shape.name()).append("** | ");
            rows.append(shape.fields().stream()
                    .map(field -> "`" + field.name() + "` (" + field.typeInWords() + ": " + field.meaning() + ")")
                    .collect(Collectors.joining(", ")));
            rows.append(" |\n");
        }
        return rows.toString();
    }
}
