package org.clearlane.transactions.t999;

import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;

/** Findings for tests. */
public final class Findings {

    private Findings() {}

    public static Finding of(Place place, AckCodes ack, String value) {
        return new Finding("code", 2, Severity.ERROR, place, ack, null, value, "Something is wrong.", "Mend it.", null);
    }

    public static Finding status(String status, String message) {
        return new Finding(
                "code",
                5,
                Severity.ERROR,
                Place.ofSegment("2300", "CLM", 20),
                AckCodes.NONE,
                ClaimStatus.of(status),
                "",
                message,
                "Mend it.",
                null);
    }
}
