package org.clearlane.generator;

/** Which 837 a generated file is. */
public enum ClaimKind {
    /** 837P, 005010X222A1. */
    PROFESSIONAL("005010X222A1"),
    /** 837I, 005010X223A2: inpatient stays and outpatient visits. */
    INSTITUTIONAL("005010X223A2"),
    /** 837D, 005010X224A2. */
    DENTAL("005010X224A2");

    private final String guide;

    ClaimKind(String guide) {
        this.guide = guide;
    }

    /** The implementation guide as GS08 and ST03 name it. */
    public String guide() {
        return guide;
    }
}
