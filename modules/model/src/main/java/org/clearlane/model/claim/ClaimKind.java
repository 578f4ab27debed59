package org.clearlane.model.claim;

/** The three kinds of claim, each with an implementation guide of its own (ST03, GS08). */
public enum ClaimKind {
    /** 837P, 005010X222A1: what physicians and other professionals bill, lines in SV1. */
    PROFESSIONAL("837P", "005010X222A1", "SV1"),
    /** 837I, 005010X223A2: what hospitals and other facilities bill, lines in SV2. */
    INSTITUTIONAL("837I", "005010X223A2", "SV2"),
    /** 837D, 005010X224A2: what dentists bill, lines in SV3. */
    DENTAL("837D", "005010X224A2", "SV3");

    private final String transaction;
    private final String guide;
    private final String serviceSegment;

    ClaimKind(String transaction, String guide, String serviceSegment) {
        this.transaction = transaction;
        this.guide = guide;
        this.serviceSegment = serviceSegment;
    }

    /** Its name among people who send it: {@code 837P}. */
    public String transaction() {
        return transaction;
    }

    /** The guide it is sent on by, GS08 and ST03: {@code 005010X222A1}. */
    public String guide() {
        return guide;
    }

    /** The segment that says what was done: {@code SV1}, {@code SV2}, {@code SV3}. */
    public String serviceSegment() {
        return serviceSegment;
    }

    /** The kind by its name among guides ({@code 837P}); null when that is not a claim. */
    public static ClaimKind of(String transaction) {
        for (ClaimKind kind : values()) {
            if (kind.transaction.equals(transaction)) {
                return kind;
            }
        }
        return null;
    }
}
