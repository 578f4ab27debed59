package org.clearlane.edits.professional;

import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.finding.Place;

/** Where things of a service line stand. */
final class LinePlaces {

    private LinePlaces() {}

    /** DTP03 of the service date, or the missing DTP segment. */
    static Place serviceDate(ServiceLine line) {
        DateFact date = line.serviceDate();
        return date == null
                ? Place.ofSegment("2400", "DTP", line.position() > 0 ? line.position() : line.lxPosition())
                : Place.ofSegment("2400", "DTP", date.position()).atElement(3);
    }

    /** The service date as sent, or empty. */
    static String serviceDateText(ServiceLine line) {
        DateFact date = line.serviceDate();
        return date == null ? "" : date.value();
    }

    /** The pointer with this number: SV107, SV311. */
    static Place pointer(ServiceLine line, int number) {
        return line.service() == null
                ? line.place()
                : line.service().place(line.service().tag() == SegmentTag.SV3 ? 11 : 7, number);
    }
}
