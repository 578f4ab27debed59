package org.clearlane.edits.plausibility;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.DiagnosisConflicts;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;

/** A diagnosis that only one sex can have stands on a claim for that sex. */
final class DiagnosisFitsSex implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String sex = PatientFacts.sex(claim);
        int other =
                switch (sex) {
                    case "F" -> DiagnosisConflicts.MALE;
                    case "M" -> DiagnosisConflicts.FEMALE;
                    default -> 0;
                };
        if (other == 0) {
            return;
        }
        DiagnosisConflicts table = context.codes().conflicts(context.codeDay());
        List<Diagnosis> diagnoses = claim.diagnoses();
        for (int i = 0; i < diagnoses.size(); i++) {
            Diagnosis diagnosis = diagnoses.get(i);
            if (diagnosis.isIcd10() && (table.of(diagnosis.code()) & other) != 0) {
                out.report(
                        PatientFacts.place(diagnosis),
                        diagnosis.code(),
                        "",
                        i + 1,
                        other == DiagnosisConflicts.MALE ? "male" : "female");
            }
        }
    }
}
