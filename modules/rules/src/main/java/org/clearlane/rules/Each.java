package org.clearlane.rules;

/** What a rule looks at one after another: the claim once, or every line, or every diagnosis of it. */
enum Each {
    CLAIM("claim", null, null),
    LINE("line", "lines", Vocabulary.LINE),
    DIAGNOSIS("diagnosis", "diagnoses", Vocabulary.DIAGNOSIS);

    private final String word;
    private final String list;
    private final Shape shape;

    Each(String word, String list, Shape shape) {
        this.word = word;
        this.list = list;
        this.shape = shape;
    }

    /** As written in a file, and the name of the variable beside {@code claim}. */
    String word() {
        return word;
    }

    /** The field of the claim that lists them; null for the claim itself. */
    String list() {
        return list;
    }

    Shape shape() {
        return shape;
    }
}
