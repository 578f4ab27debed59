package org.clearlane.model.claim;

import java.util.HashMap;
import java.util.Map;

/**
 * The segments of a claim and of the levels above it that facts are kept of. Each has a bit, so that an edit can ask a
 * claim in one step whether there is anything for it to look at: {@link Claim#has}.
 */
public enum SegmentTag {
    AMT,
    CAS,
    CL1,
    CLM,
    CN1,
    CR1,
    CR2,
    CR3,
    CR5,
    CR6,
    CR7,
    CRC,
    CTP,
    CUR,
    DMG,
    DN1,
    DN2,
    DTP,
    FRM,
    HCP,
    HI,
    HSD,
    K3,
    LIN,
    LQ,
    LX,
    MEA,
    MIA,
    MOA,
    N2,
    N3,
    N4,
    NM1,
    NTE,
    OI,
    PAT,
    PER,
    PRV,
    PS1,
    PWK,
    QTY,
    REF,
    SBR,
    SV1,
    SV2,
    SV3,
    SV5,
    SVD,
    TOO;

    private static final Map<String, SegmentTag> BY_NAME = byName();

    private static Map<String, SegmentTag> byName() {
        Map<String, SegmentTag> byName = HashMap.newHashMap(values().length);
        for (SegmentTag tag : values()) {
            byName.put(tag.name(), tag);
        }
        return byName;
    }

    /** Its bit among the bits of {@link Claim#present}. */
    public long bit() {
        return 1L << ordinal();
    }

    /** The tag of this segment identifier, or null when no facts of such a segment are kept. */
    public static SegmentTag of(String id) {
        return BY_NAME.get(id);
    }
}
