package org.clearlane.transactions.t835;

import java.util.Set;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.clearlane.x12.Segment;

/** What can be wrong with an 835 as far as reading goes. */
final class RemittanceFindings {

    private static final String OF_PAYER = "Ask the payer to send the remittance again.";
    private static final Set<String> OUTSIDE = Set.of(
            "remittance.interchange.missing",
            "remittance.file.cut",
            "remittance.interchange.cut",
            "remittance.segment.long",
            "remittance.set.foreign",
            "remittance.segment.outside");

    private RemittanceFindings() {}

    /** Whether the finding is about the file rather than about one payment in it. */
    static boolean isOutside(Finding finding) {
        return OUTSIDE.contains(finding.code());
    }

    static Finding noInterchange() {
        return about(
                "remittance.interchange.missing",
                Severity.ERROR,
                Place.ofSegment("", "ISA", 0),
                AckCodes.NONE,
                "",
                "The file holds no interchange: no ISA from which separators could be read.",
                "Check that the file is an 835 and was transferred as a whole.");
    }

    static Finding cutInSegment(Segment last) {
        return about(
                "remittance.file.cut",
                Severity.WARNING,
                at("", last, 0),
                AckCodes.NONE,
                "",
                "The file ends inside a segment: its last segment has no terminator.",
                "Compare the size of the file with the payer's; fetch it again if it is short.");
    }

    static Finding interchangeCut() {
        return about(
                "remittance.interchange.cut",
                Severity.WARNING,
                Place.ofSegment("", "IEA", 0),
                AckCodes.NONE,
                "",
                "An interchange has no IEA: payments behind the last one that was read may be missing.",
                "Compare the size of the file with the payer's; fetch it again if it is short.");
    }

    static Finding segmentTooLong() {
        return about(
                "remittance.segment.long",
                Severity.ERROR,
                Place.ofSegment("", "", 0),
                AckCodes.NONE,
                "",
                "A segment is longer than any segment can be; what follows was not read.",
                OF_PAYER);
    }

    static Finding notARemittance(Segment st) {
        return about(
                "remittance.set.foreign",
                Severity.WARNING,
                at("", st, 1).atElement(1),
                AckCodes.NONE,
                st.element(1),
                "This transaction set is not an 835 and was passed over here.",
                "Nothing to do if the other set was meant to be in this file.");
    }

    static Finding outsideOfSet(Segment segment) {
        return about(
                "remittance.segment.outside",
                Severity.WARNING,
                at("", segment, 0),
                AckCodes.NONE,
                "",
                "A segment stands outside any transaction set.",
                OF_PAYER);
    }

    static Finding trailerMissing(int position) {
        return about(
                "remittance.trailer.missing",
                Severity.ERROR,
                Place.ofSegment("", "SE", position),
                AckCodes.set("2"),
                "",
                "The transaction set has no SE: it was cut short, and claims may be missing.",
                OF_PAYER);
    }

    static Finding countWrong(Segment se, int position) {
        return about(
                "remittance.trailer.count",
                Severity.WARNING,
                at("", se, position).atElement(1),
                AckCodes.set("4"),
                se.element(1),
                "SE01 is not the number of segments in the set.",
                "Tell the payer; the amounts are checked on their own.");
    }

    static Finding controlWrong(Segment se, int position) {
        return about(
                "remittance.trailer.control",
                Severity.WARNING,
                at("", se, position).atElement(2),
                AckCodes.set("3"),
                se.element(2),
                "SE02 is not the control number of the ST.",
                "Tell the payer; check that no two sets were run together.");
    }

    static Finding headMissing(String segment, int position) {
        return about(
                "remittance.head.missing",
                Severity.ERROR,
                Place.ofSegment("", segment, position),
                AckCodes.segment("3"),
                "",
                segment + " is missing: without it the payment cannot be identified.",
                OF_PAYER);
    }

    static Finding traceMissing(int position) {
        return about(
                "remittance.trace.missing",
                Severity.ERROR,
                Place.ofSegment("", "TRN", position),
                AckCodes.segment("3"),
                "",
                "The trace number (TRN02) is missing: the remittance cannot be tied to its payment.",
                OF_PAYER);
    }

    static Finding amountUnreadable(Place place, String value) {
        return about(
                "remittance.amount.unreadable",
                Severity.ERROR,
                place,
                AckCodes.element("6", "782"),
                value,
                "The amount cannot be read as dollars and cents.",
                OF_PAYER);
    }

    static Finding amountMissing(Place place) {
        return about(
                "remittance.amount.missing",
                Severity.ERROR,
                place,
                AckCodes.element("1", "782"),
                "",
                "An amount that must be there is missing.",
                OF_PAYER);
    }

    static Finding dateUnreadable(Place place, String value) {
        return about(
                "remittance.date.unreadable",
                Severity.WARNING,
                place,
                AckCodes.element("8", "373"),
                value,
                "The date is not a day of the calendar.",
                "Look up the payment date at the bank.");
    }

    static Finding summaryCount(Place place) {
        return about(
                "remittance.summary.count",
                Severity.WARNING,
                place,
                AckCodes.NONE,
                "",
                "TS304 is not the number of claims that follow in this loop.",
                "Check that no claim of this provider is missing.");
    }

    static Finding claimTooLong(Place place) {
        return about(
                "remittance.claim.long",
                Severity.ERROR,
                place,
                AckCodes.NONE,
                "",
                "The claim has more than " + ClaimBuilder.MOST_SEGMENTS + " segments; the rest of it was not kept.",
                OF_PAYER);
    }

    static Finding misplaced(Place place) {
        return about(
                "remittance.segment.misplaced",
                Severity.WARNING,
                place,
                AckCodes.segment("2"),
                "",
                "The segment does not belong here; it was kept but not used.",
                OF_PAYER);
    }

    static Place at(String loop, Segment segment, int position) {
        return new Place(loop, segment.id(), position, 0, 0, 0, segment.ordinal(), segment.offset());
    }

    private static Finding about(
            String code, Severity severity, Place place, AckCodes ack, String value, String message, String mend) {
        int snip = ack.equals(AckCodes.NONE) ? 1 : 2;
        return new Finding(code, snip, severity, place, ack, null, value, message, mend, null);
    }
}
