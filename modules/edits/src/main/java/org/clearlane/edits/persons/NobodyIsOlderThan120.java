package org.clearlane.edits.persons;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** Nobody on a claim is older than 120 years: 837 2010BA and 2010CA DMG02. */
final class NobodyIsOlderThan120 implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int earliest = context.today() - 120 * 10_000;
        check(claim.subscriber().birthDate(), "2010BA", claim.subscriber().dmgPosition(), "subscriber", earliest, out);
        if (claim.patient() != null) {
            check(claim.patient().birthDate(), "2010CA", claim.patient().dmgPosition(), "patient", earliest, out);
        }
    }

    private static void check(
            String birthDate, String loop, int position, String who, int earliest, FindingCollector out) {
        int born = CalendarDay.parse(birthDate);
        if (born > 0 && born < earliest) {
            out.report(Place.ofSegment(loop, "DMG", position).atElement(2), birthDate, "", who);
        }
    }
}
