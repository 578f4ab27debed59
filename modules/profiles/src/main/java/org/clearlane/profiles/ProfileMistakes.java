package org.clearlane.profiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that is wrong in the profile files, sorted by file. Immutable.
 *
 * @param all empty when the files can be used
 */
public record ProfileMistakes(List<Mistake> all) {

    public ProfileMistakes {
        all = List.copyOf(all);
    }

    /**
     * One mistake.
     *
     * @param file its path under the configuration folder, for example {@code payers/northwind.yaml}
     * @param key where in the file, for example {@code envelope.delimiters} or {@code npis[0]}; empty for the whole file
     * @param message what is wrong and what is expected, never the value of a placeholder
     */
    public record Mistake(String file, String key, String message) {
        @Override
        public String toString() {
            return key.isEmpty() ? file + ": " + message : file + ": " + key + ": " + message;
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** One line a mistake. */
    public String inWords() {
        return all.stream().map(Mistake::toString).collect(Collectors.joining("\n"));
    }

    /** Gathers mistakes while the files are read. Not safe for use by several threads. */
    static final class Collector {
        private final List<Mistake> found = new ArrayList<>();

        void add(String file, String key, String message) {
            found.add(new Mistake(file, key, message));
        }

        ProfileMistakes mistakes() {
            List<Mistake> sorted = new ArrayList<>(found);
            sorted.sort(Comparator.comparing(Mistake::file));
            return new ProfileMistakes(sorted);
        }
    }
}
