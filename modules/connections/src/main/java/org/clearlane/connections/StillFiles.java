package org.clearlane.connections;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells a finished file from one still being written (reliability F-15): it is the same at two looks that lie a given
 * time apart. Looks are remembered from one collecting to the next, so a quiet folder costs no waiting. Not safe for
 * several threads; each connection collects under its own lock.
 */
final class StillFiles {

    /**
     * @param size in bytes
     * @param modified last change, in whatever unit the place tells; only compared
     * @param identity tells a file from another of the same name, or null where the place cannot tell
     */
    record Look(long size, long modified, Object identity) {}

    /** One look at everything that is there. */
    @FunctionalInterface
    interface Place {
        SortedMap<String, Look> look() throws IOException;
    }

    private record Seen(Look look, long sinceNanos) {}

    private final long apartNanos;
    private final Map<String, Seen> seen = new HashMap<>();

    StillFiles(Duration apart) {
        this.apartNanos = apart.toNanos();
    }

    /** The files that have stopped changing, by name; waits once if some may have. */
    SortedMap<String, Look> in(Place place) throws IOException, InterruptedException {
        SortedMap<String, Look> found = place.look();
        remember(found);
        if (!still(found).keySet().equals(found.keySet())) {
            // One nanosecond short would make the second look worthless.
            Thread.sleep(Duration.ofNanos(apartNanos).plusMillis(1));
            found = place.look();
            remember(found);
        }
        return still(found);
    }

    private void remember(SortedMap<String, Look> found) {
        seen.keySet().retainAll(found.keySet());
        long now = System.nanoTime();
        found.forEach((name, look) -> {
            Seen before = seen.get(name);
            if (before == null || !before.look().equals(look)) {
                seen.put(name, new Seen(look, now));
            }
        });
    }

    private SortedMap<String, Look> still(SortedMap<String, Look> found) {
        long now = System.nanoTime();
        SortedMap<String, Look> still = new TreeMap<>();
        found.forEach((name, look) -> {
            if (now - seen.get(name).sinceNanos() >= apartNanos) {
                still.put(name, look);
            }
        });
        return still;
    }
}
