package org.clearlane.edits.codes;

import java.util.Comparator;
import java.util.List;

/** Editions of a table that replace one another, each from a day on. */
record Editions<T>(List<Edition<T>> newestFirst) {

    record Edition<T>(int from, T table) {}

    Editions {
        newestFirst = newestFirst.stream()
                .sorted(Comparator.<Edition<T>>comparingInt(Edition::from).reversed())
                .toList();
    }

    /** The edition in force on this day; before the first one, the first. */
    T on(int day) {
        int last = newestFirst.size() - 1;
        for (int i = 0; i < last; i++) {
            if (newestFirst.get(i).from() <= day) {
                return newestFirst.get(i).table();
            }
        }
        return newestFirst.get(last).table();
    }
}
