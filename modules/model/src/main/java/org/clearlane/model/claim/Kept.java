package org.clearlane.model.claim;

import java.util.List;

/** Copies of lists as facts keep them. Most lists of most claims are empty, and an empty one costs nothing. */
final class Kept {

    private Kept() {}

    static <T> List<T> list(List<T> facts) {
        return facts.isEmpty() ? List.of() : List.copyOf(facts);
    }
}
