package org.clearlane.edits.plausibility;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.DiagnosisConflicts;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;

/** A diagnosis of an age stands on a claim for a patient of that age. */
final class DiagnosisFitsAge implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int age = PatientFacts.age(claim, context);
        if (age == PatientFacts.UNKNOWN_AGE) {
            return;
        }
        DiagnosisConflicts table = context.codes().conflicts(context.codeDay());
        List<Diagnosis> diagnoses = claim.diagnoses();
        for (int i = 0; i < diagnoses.size(); i++) {
            Diagnosis diagnosis = diagnoses.get(i);
            String ages = diagnosis.isIcd10() ? conflict(table.of(diagnosis.code()), age) : "";
            if (!ages.isEmpty()) {
                out.report(PatientFacts.place(diagnosis), diagnosis.code(), "", i + 1, ages);
            }
        }
    }

    /** The ages the diagnosis is for, when this is none of them. */
    private static String conflict(int flags, int age) {
        if ((flags & DiagnosisConflicts.NEWBORN) != 0 && age > 0) {
            return "in their first year";
        }
        if ((flags & DiagnosisConflicts.PEDIATRIC) != 0 && age > 17) {
            return "up to 17 years old";
        }
        if ((flags & DiagnosisConflicts.MATERNITY) != 0 && (age < 9 || age > 64)) {
            return "from 9 to 64 years old";
        }
        return (flags & DiagnosisConflicts.ADULT) != 0 && age < 15 ? "of 15 years and above" : "";
    }
}
