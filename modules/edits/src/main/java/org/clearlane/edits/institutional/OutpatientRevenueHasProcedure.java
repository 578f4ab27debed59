package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Laboratory, imaging, therapy, emergency and the like of hospital outpatients have a HCPCS code: 837I 2400 SV202. */
final class OutpatientRevenueHasProcedure implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!claim.placeOfService().equals("13")
                && !claim.placeOfService().equals("14")
                && !claim.placeOfService().equals("85")) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (line.procedure().isEmpty() && needsProcedure(line.revenueCode())) {
                out.report(line.procedurePlace(), "", "", line.number());
            }
        }
    }

    private static boolean needsProcedure(String revenue) {
        if (revenue.length() != 4) {
            return false;
        }
        return switch (revenue.substring(0, 3)) {
            case "030", "031", "032", "034", "035", "040", "042", "043", "044", "045", "061", "073", "074" -> true;
            default -> revenue.equals("0636");
        };
    }
}
