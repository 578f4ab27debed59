package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.ServiceLine;

/** Equipment and supplies (HCPCS E, K, L) for Medicare name who ordered them: 42 CFR 424.507. */
final class MedicareKnowsWhoOrdered implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!claim.subscriber().filingIndicator().equals("MB")) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            String procedure = line.procedure();
            if (!procedure.isEmpty() && "EKL".indexOf(procedure.charAt(0)) >= 0 && !isOrdered(claim, line.number())) {
                out.report(line.procedurePlace(), procedure, "DK", line.number());
            }
        }
    }

    private static boolean isOrdered(Claim claim, int line) {
        for (OtherProvider provider : claim.otherProviders()) {
            boolean orders = provider.role().equals("DK") || provider.role().equals("DN");
            if (orders && (provider.line() == 0 || provider.line() == line)) {
                return true;
            }
        }
        return false;
    }
}
