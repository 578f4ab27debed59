package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.finding.Place;

/** To workers' compensation and car insurance a claim has REF*Y4: 837 2010BA and 2010CA REF. */
final class CasualtyClaimHasItsNumber implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String filing = claim.subscriber().filingIndicator();
        if (!filing.equals("WC") && !filing.equals("AM")) {
            return;
        }
        boolean said = SegmentFact.qualified(claim.subscriber().segments(), SegmentTag.REF, "Y4") != null
                || claim.patient() != null
                        && SegmentFact.qualified(claim.patient().segments(), SegmentTag.REF, "Y4") != null;
        if (!said) {
            out.report(Place.ofSegment("2010BA", "REF", claim.subscriber().position()), "", "IL");
        }
    }
}
