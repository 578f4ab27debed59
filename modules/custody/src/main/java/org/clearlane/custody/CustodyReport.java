package org.clearlane.custody;

import java.util.List;

/**
 * What came of a custody check.
 *
 * @param ok whether every invariant holds
 * @param claims where the claims are
 * @param charges where the money is that they charge, in cents
 * @param invariants one result each, in the order of their numbers
 */
public record CustodyReport(boolean ok, CustodySum claims, CustodySum charges, List<InvariantResult> invariants) {

    public CustodyReport {
        invariants = List.copyOf(invariants);
    }

    /** As one JSON object; amounts are strings with two decimals. */
    public String toJson() {
        return new ReportJson().of(this);
    }

    /** As a table for people, with the custody sum behind it. */
    public String toText() {
        return new ReportText().of(this);
    }
}
