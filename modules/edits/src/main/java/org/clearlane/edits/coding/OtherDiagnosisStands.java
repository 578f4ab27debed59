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

/** HI*ABJ, HI*APR, HI*ABN: what ICD-10-CM says of diagnoses that no pointer counts. */
final class OtherDiagnosisStands implements Edit {

    private final Set<DiagnosisStanding> bad;

    /** Reports diagnoses of these standings. */
    OtherDiagnosisStands(DiagnosisStanding... bad) {
        this.bad = Set.of(bad);
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<CodeFact> codes = claim.codes();
        for (int i = 0; i < codes.size(); i++) {
            CodeFact code = codes.get(i);
            String what = what(code.qualifier());
            if (!what.isEmpty()) {
                Icd10Codes table = context.codes().icd10Cm();
                DiagnosisStanding standing = table.standing(code.code(), CalendarDay.fiscalYear(context.codeDay()));
                if (bad.contains(standing)) {
                    out.report(code.place(), code.code(), "", what, table.firstYear(), table.lastYear());
                }
            }
        }
    }

    private static String what(String qualifier) {
        return switch (qualifier) {
            case "ABJ" -> "admitting diagnosis";
            case "APR" -> "reason for the visit";
            case "ABN" -> "external cause";
            default -> "";
        };
    }
}
