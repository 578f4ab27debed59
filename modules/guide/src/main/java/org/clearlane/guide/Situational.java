package org.clearlane.guide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a variant of a guide makes situational that the guide requires or does not use: loops ({@code 2010BB}), segments
 * ({@code 2400/DTP[472]}, the codes being those of the first qualifier) and elements ({@code 2300/CLM19}).
 */
final class Situational {

    private final Set<String> paths;
    private final Set<String> met = new HashSet<>();

    Situational(Set<String> paths) {
        this.paths = Set.copyOf(paths);
    }

    boolean covers(String path) {
        return paths.contains(path) && (met.contains(path) || met.add(path));
    }

    /** The elements of this segment in this loop, for example {@code CLM19}. */
    List<String> elementsOf(String loop, String segment) {
        String prefix = (loop.isEmpty() ? "" : loop + "/") + segment;
        return paths.stream()
                .filter(path -> path.startsWith(prefix)
                        && path.substring(prefix.length()).matches("\\d\\d(-\\d+)?"))
                .peek(met::add)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    /** What was named but is not in the guide. */
    Set<String> unmet() {
        Set<String> unmet = new TreeSet<>(paths);
        unmet.removeAll(met);
        return unmet;
    }
}
