package org.clearlane.edits;

import java.util.List;
import org.clearlane.edits.codes.DiagnosisStanding;
import org.clearlane.edits.codes.Icd10Codes;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.ServiceLine;

/**
 * Judges a diagnosis on the days it was used: those of the lines that point at it, or, when no line does, all days of
 * the claim, one of which is enough. Lines of one claim can fall on both sides of 1 October, when codes change. A claim of
 * a facility has no pointers: its diagnoses are judged on the day of {@link EditContext#codeDay()}.
 */
final class DiagnosisOnItsDays {

    private DiagnosisOnItsDays() {}

    /** The worst of its standings on the days of the lines that point at it; VALID when no day can be told. */
    static DiagnosisStanding standing(Claim claim, int index, EditContext context) {
        Icd10Codes table = context.codes().icd10Cm();
        String code = claim.diagnoses().get(index).code();
        if (claim.kind() == ClaimKind.INSTITUTIONAL) {
            return table.standing(code, CalendarDay.fiscalYear(context.codeDay()));
        }
        if (context.firstServiceDay() == CalendarDay.NONE) {
            DiagnosisStanding newest = table.standing(code, table.lastYear());
            return newest == DiagnosisStanding.MALFORMED ? newest : DiagnosisStanding.VALID;
        }
        int first = CalendarDay.fiscalYear(context.firstServiceDay());
        int last = CalendarDay.fiscalYear(context.lastServiceDay());
        return first == last ? table.standing(code, first) : acrossYears(claim, index, context, table, code);
    }

    private static DiagnosisStanding acrossYears(
            Claim claim, int index, EditContext context, Icd10Codes table, String code) {
        String pointer = Integer.toString(index + 1);
        List<ServiceLine> lines = claim.lines();
        boolean used = false;
        for (int i = 0; i < lines.size(); i++) {
            if (context.serviceFrom(i) > 0 && lines.get(i).pointers().contains(pointer)) {
                used = true;
                DiagnosisStanding standing = table.standing(code, CalendarDay.fiscalYear(context.serviceFrom(i)));
                if (standing != DiagnosisStanding.VALID) {
                    return standing;
                }
            }
        }
        if (used) {
            return DiagnosisStanding.VALID;
        }
        DiagnosisStanding early = table.standing(code, CalendarDay.fiscalYear(context.firstServiceDay()));
        return early == DiagnosisStanding.VALID
                ? early
                : table.standing(code, CalendarDay.fiscalYear(context.lastServiceDay()));
    }
}
