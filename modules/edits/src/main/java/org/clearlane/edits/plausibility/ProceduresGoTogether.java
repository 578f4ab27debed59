package org.clearlane.edits.plausibility;

import java.util.List;
import java.util.Set;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.ProcedurePairs;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.ServiceLine;

/** Two procedures of one provider on one day are no pair of NCCI, or a modifier says that they were services apart. */
final class ProceduresGoTogether implements Edit {

    /** The modifiers with which NCCI takes a service for one apart. */
    private static final Set<String> APART =
            Set.of(("E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC LM RI"
                            + " 24 25 27 57 58 59 78 79 91 XE XP XS XU")
                    .split(" "));

    private final int indicator;

    /** Reports pairs with this modifier indicator. */
    ProceduresGoTogether(int indicator) {
        this.indicator = indicator;
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<ServiceLine> lines = claim.lines();
        if (lines.size() < 2) {
            return;
        }
        ProcedurePairs pairs = context.codes()
                .pairs(
                        claim.kind() == ClaimKind.INSTITUTIONAL
                                ? CodeSet.NCCI_PTP_HOSPITAL
                                : CodeSet.NCCI_PTP_PRACTITIONER);
        for (int i = 0; i < lines.size(); i++) {
            if (pairs.isFirst(lines.get(i).procedure())) {
                against(lines.get(i), i, claim, context, pairs, out);
            }
        }
    }

    private void against(
            ServiceLine first,
            int index,
            Claim claim,
            EditContext context,
            ProcedurePairs pairs,
            FindingCollector out) {
        int day = context.codeDay(index);
        for (int i = 0; i < claim.lines().size(); i++) {
            ServiceLine second = claim.lines().get(i);
            if (i != index
                    && context.codeDay(i) == day
                    && pairs.indicator(first.procedure(), second.procedure(), day) == indicator
                    && (indicator == ProcedurePairs.NEVER || !isApart(first) && !isApart(second))
                    && LineProvider.isSame(claim, first.number(), second.number())) {
                out.report(second.procedurePlace(), second.procedure(), "", second.number(), first.number());
            }
        }
    }

    private static boolean isApart(ServiceLine line) {
        for (String modifier : line.modifiers()) {
            if (APART.contains(modifier)) {
                return true;
            }
        }
        return false;
    }
}
