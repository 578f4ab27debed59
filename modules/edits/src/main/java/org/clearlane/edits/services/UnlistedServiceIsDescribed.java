package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** A code for what is not listed (HCPCS J3490 and the like, 99 at the end) is described in SV101-7: 837P 2400. */
final class UnlistedServiceIsDescribed implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (isUnlisted(line.procedure()) && line.description().isEmpty() && line.first(SegmentTag.NTE) == null) {
                out.report(line.procedurePlace(7), "", "", line.number());
            }
        }
    }

    private static boolean isUnlisted(String code) {
        if (code.length() != 5) {
            return false;
        }
        return code.endsWith("99")
                || switch (code) {
                    case "J3490", "J3590", "J8498", "A9150", "L8039", "L3649", "L2840", "K0108", "B9998", "E0769" ->
                        true;
                    default -> false;
                };
    }
}
