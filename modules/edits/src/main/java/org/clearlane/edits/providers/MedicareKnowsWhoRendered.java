package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.ServiceLine;

/** To Medicare Part B an organisation names who rendered services in an office or hospital: 837P 2310B. */
final class MedicareKnowsWhoRendered implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!claim.subscriber().filingIndicator().equals("MB")
                || !claim.billingProvider().entityType().equals("2")
                || !isWherePersonsTreat(claim.placeOfService())) {
            return;
        }
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.role().equals("82")) {
                return;
            }
        }
        for (ServiceLine line : claim.lines()) {
            if (!isOfAPerson(line.procedure())) {
                return;
            }
        }
        out.report(Places.billing(claim, 2), "2", "82");
    }

    private static boolean isWherePersonsTreat(String place) {
        return switch (place) {
            case "02", "10", "11", "19", "21", "22", "23", "31", "32" -> true;
            default -> false;
        };
    }

    /** Ambulances, laboratories and suppliers bill for themselves: HCPCS A, E, K, L and laboratory codes. */
    private static boolean isOfAPerson(String procedure) {
        return !procedure.isEmpty() && "AEKL8".indexOf(procedure.charAt(0)) < 0;
    }
}
