package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Subscriber;
import org.clearlane.model.finding.Place;

/** The one treated, subscriber or other, has a sex as F, M or U: 837P 2010BA and 2010CA DMG03. */
final class PatientHasSex implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.patient() == null) {
            Subscriber subscriber = claim.subscriber();
            if (subscriber != null && subscriber.sex().isEmpty()) {
                out.report(place("2010BA", subscriber.dmgPosition(), subscriber.position()), "", "IL", "subscriber");
            }
        } else if (claim.patient().sex().isEmpty()) {
            out.report(
                    place(
                            "2010CA",
                            claim.patient().dmgPosition(),
                            claim.patient().position()),
                    "",
                    "QC",
                    "patient");
        }
    }

    private static Place place(String loop, int dmg, int nm1) {
        return dmg > 0 ? Place.ofSegment(loop, "DMG", dmg).atElement(3) : Place.ofSegment(loop, "DMG", nm1);
    }
}
