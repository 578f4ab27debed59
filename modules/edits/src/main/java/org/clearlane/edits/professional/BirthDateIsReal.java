package org.clearlane.edits.professional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Patient;
import org.clearlane.model.claim.Subscriber;
import org.clearlane.model.finding.Place;

/** DMG02 of subscriber and patient is a day of the calendar. */
final class BirthDateIsReal implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.subscriber() != null) {
            Subscriber subscriber = claim.subscriber();
            check(
                    Place.ofSegment("2010BA", "DMG", subscriber.dmgPosition()).atElement(2),
                    subscriber.birthDate(),
                    "IL",
                    "subscriber",
                    context,
                    out);
        }
        if (claim.patient() != null) {
            Patient patient = claim.patient();
            check(
                    Place.ofSegment("2010CA", "DMG", patient.dmgPosition()).atElement(2),
                    patient.birthDate(),
                    "QC",
                    "patient",
                    context,
                    out);
        }
    }

    private static void check(
            Place place, String birthDate, String entity, String who, EditContext context, FindingCollector out) {
        if (CalendarDay.parse(birthDate) == CalendarDay.UNREAL) {
            out.report(place, birthDate, entity, who);
        }
    }
}
