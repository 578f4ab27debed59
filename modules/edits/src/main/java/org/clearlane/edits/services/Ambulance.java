package org.clearlane.edits.services;

import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.ServiceLine;

/** What is known of ambulance services by the shape of their HCPCS codes: A0425 to A0436. */
final class Ambulance {

    private Ambulance() {}

    static boolean is(ServiceLine line) {
        String code = line.procedure();
        return code.length() == 5
                && code.startsWith("A04")
                && code.compareTo("A0425") >= 0
                && code.compareTo("A0436") <= 0;
    }

    static boolean isMileage(ServiceLine line) {
        return switch (line.procedure()) {
            case "A0425", "A0435", "A0436" -> true;
            default -> false;
        };
    }

    /** The first line of the claim that is one, or null. */
    static ServiceLine first(Claim claim) {
        for (ServiceLine line : claim.lines()) {
            if (is(line)) {
                return line;
            }
        }
        return null;
    }

    /** Whether the claim names a place of this kind: PW pick-up, 45 drop-off. */
    static boolean names(Claim claim, String role) {
        for (OtherProvider place : claim.otherProviders()) {
            if (place.role().equals(role)) {
                return true;
            }
        }
        return false;
    }
}
