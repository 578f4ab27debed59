package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** To Medicare (SBR09 MA) frequency 7 and 8 go with condition code D0 to D9 or E0: 837I 2300 HI*BG. */
final class MedicareKnowsWhatChanged implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        boolean correction = claim.frequency().equals("7") || claim.frequency().equals("8");
        if (!correction || !claim.subscriber().filingIndicator().equals("MA")) {
            return;
        }
        for (CodeFact code : claim.codes()) {
            boolean says = code.code().startsWith("D") || code.code().equals("E0");
            if (code.use() == CodeUse.CONDITION && says) {
                return;
            }
        }
        out.report(claim.clm().place(5, 3), claim.frequency());
    }
}
