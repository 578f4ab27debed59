package org.clearlane.access;

/** What can be allowed. Each page, form and endpoint of a person asks for one of these. */
public enum Permission {
    /** Claims, files, findings, remittances of the practice at hand, health information included. */
    SEE_CLAIMS,
    /** Correct, resubmit, void, replace, hold, release, note, assign: what changes a claim's fate or record. */
    WORK_CLAIMS,
    /** Many claims in one go. */
    WORK_CLAIMS_IN_BULK,
    /** Let a held remittance count with its difference; a practice's own money only, for who works for a practice. */
    ACCEPT_MONEY,
    /** Download a file or answer as it is. */
    DOWNLOAD_FILES,
    /** Counts, dollars and ages over all practices, without health information. */
    SEE_FLOWS,
    /** See one practice's health information for a while, for a reason that is written down. */
    BREAK_GLASS,
    /** Start, stop, suspend and test payers' routes. */
    RUN_ROUTES,
    /** Retry, park and settle what is stuck. */
    MEND_QUEUES,
    /** Make people known, change what they are, end their access. */
    MANAGE_PEOPLE,
    /** Keys for programs, and webhooks. */
    MANAGE_KEYS,
    /** Who did and saw what. */
    SEE_AUDIT
}
