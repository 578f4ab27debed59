package org.clearlane.generator;

import java.util.Map;

/**
 * What a generated file holds, exactly.
 *
 * @param claims CLM segments
 * @param cents Σ CLM02, in cents, as written: faulty charges included
 * @param lines LX segments
 * @param sets ST segments
 * @param segments all segments, envelope included
 * @param bytes the size of the file
 * @param faulty claims with each fault; a fault that was not asked for counts 0
 */
public record GeneratedTotals(
        long claims, long cents, long lines, long sets, long segments, long bytes, Map<Fault, Long> faulty) {

    public GeneratedTotals {
        faulty = Map.copyOf(faulty);
    }

    /** Claims with any fault. */
    public long faultyClaims() {
        return faulty.values().stream().mapToLong(Long::longValue).sum();
    }
}
