package org.clearlane.console.screens.correction;

import java.util.Map;

/** How many boxes a form shows for a segment, so that an element nobody sent can be entered. */
final class ElementCounts {

    private static final Map<String, Integer> ELEMENTS = Map.ofEntries(
            Map.entry("CLM", 12),
            Map.entry("NM1", 9),
            Map.entry("N3", 2),
            Map.entry("N4", 4),
            Map.entry("REF", 2),
            Map.entry("DTP", 3),
            Map.entry("DMG", 3),
            Map.entry("SBR", 9),
            Map.entry("PAT", 9),
            Map.entry("PRV", 3),
            Map.entry("PER", 8),
            Map.entry("AMT", 2),
            Map.entry("NTE", 2),
            Map.entry("CL1", 3),
            Map.entry("SV1", 12),
            Map.entry("SV2", 7),
            Map.entry("SV3", 11),
            Map.entry("SVD", 5),
            Map.entry("OI", 6),
            Map.entry("CAS", 4));

    /** Composites that mostly stand there with their first component alone. */
    private static final Map<String, Integer> COMPONENTS =
            Map.of("CLM05", 3, "CLM11", 4, "SV101", 6, "SV107", 4, "SV202", 6, "SV301", 6, "SVD03", 6, "HI01", 2);

    private ElementCounts() {}

    static int elements(String segment, int present) {
        int usual = segment.equals("HI") ? Math.min(12, present + 1) : ELEMENTS.getOrDefault(segment, present);
        return Math.max(usual, present);
    }

    static int components(String segment, int element, int present) {
        String name = "%s%02d".formatted(segment, element);
        int usual = segment.equals("HI") ? 2 : COMPONENTS.getOrDefault(name, 1);
        return Math.max(usual, present);
    }
}
