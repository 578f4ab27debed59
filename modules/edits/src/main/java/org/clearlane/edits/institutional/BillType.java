package org.clearlane.edits.institutional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** What kind of bill a claim of a facility is: CLM05-1, the first two digits of the type of bill (UB-04 field 4). */
final class BillType {

    private BillType() {}

    /** Of a patient who is admitted: hospital, swing bed, skilled nursing, religious institution. */
    static boolean isInpatient(Claim claim) {
        return switch (claim.placeOfService()) {
            case "11", "18", "21", "41" -> true;
            default -> false;
        };
    }

    /** Of an acute stay in a hospital. */
    static boolean isHospitalStay(Claim claim) {
        return claim.placeOfService().equals("11");
    }

    /** Of a hospital for a patient who is not admitted, a clinic, a surgery centre or a critical access hospital. */
    static boolean isOutpatient(Claim claim) {
        return switch (claim.placeOfService()) {
            case "13", "14", "71", "72", "73", "74", "75", "76", "77", "83", "85" -> true;
            default -> false;
        };
    }

    /** Whether the stay is over with this bill: from admission to discharge, or the last of several. */
    static boolean isFinal(Claim claim) {
        return claim.frequency().equals("1") || claim.frequency().equals("4");
    }

    /** CL103: the patient's status at the end of the statement; empty when it was left out. */
    static String patientStatus(Claim claim) {
        SegmentFact stay = claim.first(SegmentTag.CL1);
        return stay == null ? "" : stay.element(3);
    }

    /** First day of the statement (DTP*434). */
    static int from(Claim claim) {
        return CalendarDay.first(claim.date("434"));
    }

    /** Last day of the statement (DTP*434). */
    static int through(Claim claim) {
        return CalendarDay.last(claim.date("434"));
    }
}
