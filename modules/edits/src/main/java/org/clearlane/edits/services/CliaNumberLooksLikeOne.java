package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** REF*X4 and REF*F4 have the shape of a CLIA number: 837P 2300 and 2400 REF. */
final class CliaNumberLooksLikeOne implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ReferenceFact number : claim.references()) {
            if (isClia(number) && !isShaped(number.value())) {
                out.report(Places.reference(number), number.value());
            }
        }
        for (ServiceLine line : claim.lines()) {
            for (ReferenceFact number : line.references()) {
                if (isClia(number) && !isShaped(number.value())) {
                    out.report(Places.lineReference(number), number.value());
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.REF.bit();
    }

    private static boolean isClia(ReferenceFact number) {
        return number.qualifier().equals("X4") || number.qualifier().equals("F4");
    }

    private static boolean isShaped(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (i == 2 ? c != 'D' : c < '0' || c > '9') {
                return false;
            }
        }
        return number.length() == 10;
    }
}
