package org.clearlane.guide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The segments that any guide of the installation knows, gathered when a segment turns up that the guide at hand does not
 * know: only then does it matter whether another one does. Safe for several threads.
 */
final class KnownSegments {

    private List<GuideSource> sources = List.of();
    private Set<String> ids;

    /** Told once, before any guide is handed out. */
    void in(List<GuideSource> all) {
        sources = List.copyOf(all);
    }

    synchronized boolean contains(String segment) {
        if (ids == null) {
            Set<String> gathered = new HashSet<>();
            sources.forEach(source -> gathered.addAll(source.segments()));
            ids = gathered;
        }
        return ids.contains(segment);
    }
}
