package org.clearlane.judgement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/**
 * The segments of the claim at hand and of the levels it hangs under, as they stream by: what a second look needs. Each
 * level but the set's and the claim's begins with its HL. Holds one claim at a time.
 */
final class ClaimSegments {

    private final Map<Level, List<KeptSegment>> levels = new EnumMap<>(Level.class);
    private Level at = Level.SET;
    private Delimiters delimiters;

    ClaimSegments() {
        for (Level level : Level.values()) {
            levels.put(level, new ArrayList<>());
        }
    }

    void begin() {
        levels.values().forEach(List::clear);
        at = Level.SET;
    }

    /** The next segment; to be called when the claim before it has been dealt with. */
    void keep(Segment segment, String loop, int position) {
        delimiters = segment.delimiters();
        if (segment.is("HL")) {
            Level opened = Level.openedBy(segment, loop);
            // Under a level that is none of the three nothing can be judged again.
            at = opened == Level.SET ? null : opened;
            clearFrom(opened == Level.SET ? Level.PROVIDER : opened);
        } else if (segment.is("CLM")) {
            at = Level.CLAIM;
            clearFrom(at);
        }
        if (at != null) {
            levels.get(at).add(KeptSegment.of(segment, position));
        }
    }

    private void clearFrom(Level level) {
        for (Level each : Level.values()) {
            if (each.compareTo(level) >= 0) {
                levels.get(each).clear();
            }
        }
    }

    List<KeptSegment> of(Level level) {
        return levels.get(level);
    }

    /** By level; what is read from it must be read before the next segment comes. */
    Map<Level, List<KeptSegment>> levels() {
        return levels;
    }

    Delimiters delimiters() {
        return delimiters;
    }
}
