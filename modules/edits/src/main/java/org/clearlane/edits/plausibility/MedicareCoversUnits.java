package org.clearlane.edits.plausibility;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Medicare (SBR09 MA, MB) pays no unit of procedures whose NCCI limit is zero. */
final class MedicareCoversUnits implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String filing = claim.subscriber().filingIndicator();
        if (!filing.equals("MA") && !filing.equals("MB")) {
            return;
        }
        List<ServiceLine> lines = claim.lines();
        for (int i = 0; i < lines.size(); i++) {
            ServiceLine line = lines.get(i);
            if (Units.limits(claim, i, context).units(line.procedure()) == 0) {
                out.report(line.procedurePlace(), line.procedure(), "", line.number());
            }
        }
    }
}
