package org.clearlane.edits.plausibility;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.EditContext;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.finding.Place;

/** Sex and age of the one treated, and where diagnoses stand. */
final class PatientFacts {

    static final int UNKNOWN_AGE = -1;

    private PatientFacts() {}

    /** DMG03. */
    static String sex(Claim claim) {
        return claim.patient() == null
                ? claim.subscriber().sex()
                : claim.patient().sex();
    }

    /** Full years on the first day of service, on the day of the claim without one. */
    static int age(Claim claim, EditContext context) {
        String birth = claim.patient() == null
                ? claim.subscriber().birthDate()
                : claim.patient().birthDate();
        int born = CalendarDay.parse(birth);
        int day = context.firstServiceDay() > 0 ? context.firstServiceDay() : context.codeDay();
        return born > 0 && born <= day ? (day - born) / 10_000 : UNKNOWN_AGE;
    }

    static Place place(Diagnosis diagnosis) {
        return Place.ofSegment("2300", "HI", diagnosis.position()).atComponent(diagnosis.element(), 2);
    }
}
