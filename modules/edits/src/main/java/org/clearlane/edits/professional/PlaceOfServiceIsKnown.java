package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.finding.Place;

/** CLM05-1 and SV105 are place of service codes: code source 237. */
final class PlaceOfServiceIsKnown implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String place = claim.placeOfService();
        boolean listed =
                claim.facilityQualifier().isEmpty() || claim.facilityQualifier().equals("B");
        if (listed && !place.isEmpty() && !isListed(place, context.codeDay(), context)) {
            out.report(Place.ofSegment("2300", "CLM", claim.position()).atComponent(5, 1), place, "", "of the claim");
        }
        for (ServiceLine line : claim.lines()) {
            String linePlace = line.placeOfService();
            if (!linePlace.isEmpty() && !isListed(linePlace, context.codeDay(line.number() - 1), context)) {
                out.report(
                        line.place()
                                .atElement(
                                        line.service() != null && line.service().tag() == SegmentTag.SV3 ? 3 : 5),
                        linePlace,
                        "",
                        "of line " + line.number());
            }
        }
    }

    private static boolean isListed(String place, int day, EditContext context) {
        return context.codes().listing(CodeSet.PLACE_OF_SERVICE).has(place, day);
    }
}
