package org.clearlane.model.finding;

import java.util.List;

/**
 * How a finding is said in a 999 acknowledgement (005010X231A1), in the standard's codes.
 *
 * @param ik3 IK304, the segment's fault ({@code 3} missing, {@code 8} has element errors, {@code I6} …); empty when the
 *     finding is about the set's trailer or cannot be said in a 999
 * @param ik4 IK403, the element's fault; empty when the finding is about the segment
 * @param ik5 IK502, the set's fault ({@code 4} SE01 wrong, {@code 5} segments in error, {@code I6} guide unsupported …);
 *     empty where the IK3 carries it
 * @param dataElement IK402, the number of the data element in the standard's dictionary; empty when unknown
 * @param triggers the elements that made the faulty one required or forbidden, for CTX "SITUATIONAL TRIGGER"
 */
public record AckCodes(String ik3, String ik4, String ik5, String dataElement, List<Place> triggers) {

    /** A finding that no 999 says. */
    public static final AckCodes NONE = new AckCodes("", "", "", "", List.of());

    public AckCodes {
        triggers = List.copyOf(triggers);
    }

    public static AckCodes segment(String ik3) {
        return new AckCodes(ik3, "", "", "", List.of());
    }

    public static AckCodes element(String ik4, String dataElement) {
        return new AckCodes("8", ik4, "", dataElement, List.of());
    }

    public static AckCodes set(String ik5) {
        return new AckCodes("", "", ik5, "", List.of());
    }
}
