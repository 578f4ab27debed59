package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Drug;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** LIN03 of an NDC (LIN02 N4) is eleven digits: 837P and 837I 2410 LIN. */
final class DrugCodeHasElevenDigits implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            for (Drug drug : line.drugs()) {
                if (drug.isNdc() && !isShaped(drug.code())) {
                    out.report(drug.identification().place(3), drug.code(), "", line.number());
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.LIN.bit();
    }

    private static boolean isShaped(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return code.length() == 11;
    }
}
