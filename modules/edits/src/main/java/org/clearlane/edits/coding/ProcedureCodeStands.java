package org.clearlane.edits.coding;

import java.util.List;
import java.util.Set;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeStanding;
import org.clearlane.edits.codes.ProcedureCode;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** SV101-2, SV202-2, SV301-2: what lists of procedures say of the code on the line's day. */
final class ProcedureCodeStands implements Edit {

    private final Set<CodeStanding> bad;

    /** Reports codes of these standings. */
    ProcedureCodeStands(CodeStanding... bad) {
        this.bad = Set.of(bad);
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<ServiceLine> lines = claim.lines();
        for (int i = 0; i < lines.size() && context.hasDoubtfulProcedure(); i++) {
            ServiceLine line = lines.get(i);
            CodeStanding standing = ProcedureCode.standing(line, context.codeDay(i), context.codes());
            if (standing != CodeStanding.VALID && bad.contains(standing)) {
                var list = ProcedureCode.listing(line.procedure(), context.codes());
                out.report(
                        line.procedurePlace(),
                        line.procedure(),
                        "",
                        line.number(),
                        Words.standing(standing, list, line.procedure()),
                        list.head().completeDays());
            }
        }
    }
}
