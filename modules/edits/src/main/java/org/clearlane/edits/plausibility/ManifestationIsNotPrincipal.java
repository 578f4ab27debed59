package org.clearlane.edits.plausibility;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.DiagnosisConflicts;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;

/** The principal diagnosis is a disease and not its manifestation, which is coded behind it. */
final class ManifestationIsNotPrincipal implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.diagnoses().isEmpty()) {
            return;
        }
        Diagnosis principal = claim.diagnoses().get(0);
        DiagnosisConflicts table = context.codes().conflicts(context.codeDay());
        if (principal.isIcd10() && (table.of(principal.code()) & DiagnosisConflicts.MANIFESTATION) != 0) {
            out.report(PatientFacts.place(principal), principal.code());
        }
    }
}
