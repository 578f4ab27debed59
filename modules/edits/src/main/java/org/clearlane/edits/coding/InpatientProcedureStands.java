package org.clearlane.edits.coding;

import java.util.List;
import java.util.Set;
import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.DiagnosisStanding;
import org.clearlane.edits.codes.Icd10Codes;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;

/** HI*BBR and HI*BBQ: what ICD-10-PCS says of the procedure in the fiscal year of the discharge. */
final class InpatientProcedureStands implements Edit {

    private final Set<DiagnosisStanding> bad;

    /** Reports procedures of these standings. */
    InpatientProcedureStands(DiagnosisStanding... bad) {
        this.bad = Set.of(bad);
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<CodeFact> codes = claim.codes();
        for (int i = 0; i < codes.size(); i++) {
            CodeFact code = codes.get(i);
            if (code.qualifier().equals("BBR") || code.qualifier().equals("BBQ")) {
                Icd10Codes table = context.codes().icd10Pcs();
                DiagnosisStanding standing = table.standing(code.code(), CalendarDay.fiscalYear(context.codeDay()));
                if (bad.contains(standing)) {
                    out.report(code.place(), code.code(), "", table.firstYear(), table.lastYear());
                }
            }
        }
    }
}
