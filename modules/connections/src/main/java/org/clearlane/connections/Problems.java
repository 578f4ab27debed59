package org.clearlane.connections;

import java.util.ArrayList;
import java.util.List;

/** What went wrong while collecting, for people: the first few in words, the rest counted. */
final class Problems {

    private static final int TOLD = 5;

    private final List<String> told = new ArrayList<>();
    private int untold;

    void add(String problem) {
        if (told.size() < TOLD) {
            told.add(problem);
        } else {
            untold++;
        }
    }

    /** How many there are. */
    int count() {
        return told.size() + untold;
    }

    /** One sentence, or null when nothing went wrong. */
    String orNull() {
        if (told.isEmpty()) {
            return null;
        }
        return String.join("; ", told) + (untold == 0 ? "" : "; and " + untold + " more");
    }
}
