package org.clearlane.edits.services;

import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** How claims say that doctor and patient were not in one room. */
final class Telehealth {

    private Telehealth() {}

    /** Where a line was given: its own place of service, else the claim's. */
    static boolean isItsPlace(Claim claim, ServiceLine line) {
        String place = line.placeOfService().isEmpty() ? claim.placeOfService() : line.placeOfService();
        return place.equals("02") || place.equals("10");
    }

    static boolean isItsModifier(String modifier) {
        return switch (modifier) {
            case "93", "95", "GT", "GQ", "G0", "FQ", "FR" -> true;
            default -> false;
        };
    }

    /** The first modifier that says so, from 0, or -1. */
    static int modifier(ServiceLine line) {
        for (int i = 0; i < line.modifiers().size(); i++) {
            if (isItsModifier(line.modifiers().get(i))) {
                return i;
            }
        }
        return -1;
    }
}
