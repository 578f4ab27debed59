package org.clearlane.model.finding;

/** Whether a finding stops what it was found in. */
public enum Severity {
    /** The claim, set or file is refused. */
    ERROR,
    /** It goes on; the sender is told. */
    WARNING
}
