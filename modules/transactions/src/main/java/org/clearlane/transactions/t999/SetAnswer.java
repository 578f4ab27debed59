package org.clearlane.transactions.t999;

import java.util.List;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;

/**
 * What we say of one set that was handed in.
 *
 * @param kind its ST01
 * @param control its ST02
 * @param version its ST03; empty when left out
 * @param code A accepted, E accepted with errors (the claims without errors go on), R refused
 * @param findings what was found in it, in any order; those that no 999 says are passed over
 */
public record SetAnswer(String kind, String control, String version, String code, List<ClaimFinding> findings) {

    public SetAnswer {
        if (!code.equals("A") && !code.equals("E") && !code.equals("R")) {
            throw new IllegalArgumentException("a set is answered A, E or R");
        }
        findings = List.copyOf(findings);
    }

    /** A set whose guide we do not know: refused with IK502 I6. */
    public static SetAnswer unsupportedGuide(String kind, String control, String version) {
        Finding finding = new Finding(
                "set.guide.unsupported",
                1,
                Severity.ERROR,
                Place.ofSegment("", "ST", 1).atElement(3),
                AckCodes.set("I6"),
                null,
                "",
                "This version of the transaction set is not one we support.",
                "Send the set in a supported version.",
                null);
        return new SetAnswer(kind, control, version, "R", List.of(new ClaimFinding(finding, "")));
    }
}
