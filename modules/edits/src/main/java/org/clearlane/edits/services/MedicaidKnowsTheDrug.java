package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** To Medicaid (SBR09 MC) a drug given by a physician (HCPCS J) has its NDC: 42 CFR 447.520. */
final class MedicaidKnowsTheDrug implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!claim.subscriber().filingIndicator().equals("MC")) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (line.procedure().startsWith("J") && line.first(SegmentTag.LIN) == null) {
                out.report(line.procedurePlace(), line.procedure(), "", line.number());
            }
        }
    }
}
