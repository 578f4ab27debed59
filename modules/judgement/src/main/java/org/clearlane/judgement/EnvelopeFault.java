package org.clearlane.judgement;

import java.util.List;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.clearlane.x12.Segment;

/**
 * What can be wrong with the envelope: ISA to IEA (told by TA104 and TA105), GS to GE (AK905), ST and SE (IK502), each
 * with the words for people. A fault of severity ERROR takes everything inside with it.
 */
enum EnvelopeFault {
    SENDER_NOT_OF_PRACTICE(
            "interchange.sender",
            "006",
            "ISA06",
            "The sender of the interchange is not one of this practice.",
            "Put the sender id agreed with us into ISA06, or hand the file in under the practice it belongs to."),
    SENDER_MISSING(
            "interchange.sender.missing",
            "006",
            "ISA06",
            "The interchange does not say who sends it.",
            "Put the sender id agreed with us into ISA06."),
    VERSION_UNKNOWN(
            "interchange.version",
            "003",
            "ISA12",
            "The version of the interchange is none we know.",
            "Send ISA12 = 00501."),
    CONTROL_MALFORMED(
            "interchange.control.malformed",
            "018",
            "ISA13",
            "The control number of the interchange is not nine digits above zero.",
            "Number the interchanges 000000001 and on."),
    CONTROL_REPEATED(
            "interchange.control.repeated",
            "025",
            "ISA13",
            "The same sender's interchange with this control number came before in this file.",
            "Give every interchange a number of its own; if this one was sent twice, leave it out."),
    USAGE_UNKNOWN(
            "interchange.usage",
            "020",
            "ISA15",
            "The interchange says neither test nor production.",
            "Send ISA15 = P for production or T for a test."),
    AUTHORIZATION_QUALIFIER(
            "interchange.authorization",
            "010",
            "ISA01",
            "ISA01 is no code for what stands in ISA02.",
            "Send ISA01 = 00 and leave ISA02 blank."),
    SECURITY_QUALIFIER(
            "interchange.security",
            "012",
            "ISA03",
            "ISA03 is no code for what stands in ISA04.",
            "Send ISA03 = 00 and leave ISA04 blank."),
    SENDER_QUALIFIER(
            "interchange.sender.qualifier",
            "005",
            "ISA05",
            "ISA05 is no code for the kind of sender id.",
            "Send ISA05 = ZZ, or the code agreed with us."),
    RECEIVER_QUALIFIER(
            "interchange.receiver.qualifier",
            "007",
            "ISA07",
            "ISA07 is no code for the kind of receiver id.",
            "Send ISA07 = ZZ, or the code agreed with us."),
    RECEIVER_MISSING(
            "interchange.receiver.missing",
            "008",
            "ISA08",
            "The interchange does not say whom it is for.",
            "Put the receiver id agreed with us into ISA08."),
    INTERCHANGE_DATE(
            "interchange.date", "014", "ISA09", "The date of the interchange is no day.", "Send ISA09 as YYMMDD."),
    INTERCHANGE_TIME(
            "interchange.time", "015", "ISA10", "The time of the interchange is no time.", "Send ISA10 as HHMM."),
    ACKNOWLEDGMENT_MARK(
            "interchange.acknowledgment-mark",
            "019",
            "ISA14",
            "ISA14 is neither 0 nor 1.",
            "Send ISA14 = 1 to ask for an acknowledgment, else 0."),
    GROUP_HEADER(
            "group.header",
            "024",
            "GS",
            "A date, time or mark in the header of a group is not written as it should be.",
            "Send GS02 and GS03 filled in, GS04 as CCYYMMDD, GS05 as HHMM and GS07 = X."),
    WIDTHS(
            "interchange.widths",
            "022",
            "ISA",
            "The ISA does not have its fixed widths.",
            "Pad every element of ISA to its width, so that the segment has 106 bytes."),
    INTERCHANGE_CONTROL_DIFFERS(
            "interchange.control.differs",
            "001",
            "IEA02",
            "The control numbers of ISA and IEA differ, so the interchange may be mixed up or incomplete.",
            "Send the number of ISA13 in IEA02."),
    GROUP_COUNT_WRONG(
            "interchange.group-count",
            "021",
            "IEA01",
            "IEA01 does not count the groups that are there, so some may be lost.",
            "Send the number of groups in IEA01."),
    INTERCHANGE_CUT_OFF(
            "interchange.cut-off",
            "023",
            "IEA",
            "The file ends before the interchange does.",
            "Send the whole file again; it was cut off."),
    INTERCHANGE_NOT_CLOSED(
            "interchange.not-closed",
            "022",
            "IEA",
            "The next interchange begins before this one ends.",
            "Close every interchange with IEA."),
    OUTSIDE_OF_SETS(
            "interchange.stray-segment",
            "024",
            "",
            "A segment stands outside of any transaction set.",
            "Put every segment between ST and SE of a set, and every set between GS and GE of a group."),
    SEGMENT_ENDLESS(
            "interchange.segment-endless",
            "022",
            "",
            "A segment is longer than a megabyte, so its terminator is lost.",
            "Check that the segment terminator is the one that stands behind ISA16."),

    GROUP_KIND(
            "group.kind",
            "1",
            "GS01",
            "The group is of another kind than the guide in GS08 is for.",
            "Send claims (837P, 837I, 837D) with GS01 = HC, other sets with the code of their guide."),
    GROUP_VERSION(
            "group.version",
            "2",
            "GS08",
            "The group is written by a guide that is not supported here.",
            "Send claims as 005010X222A1 (837P), 005010X223A2 (837I) or 005010X224A2 (837D)."),
    GROUP_CUT_OFF(
            "group.trailer.missing",
            "3",
            "GE",
            "The group has no GE, so it may be incomplete.",
            "Close every group with GE; if the file was cut off, send it again."),
    GROUP_CONTROL_DIFFERS(
            "group.control.differs",
            "4",
            "GE02",
            "The control numbers of GS and GE differ, so the group may be mixed up or incomplete.",
            "Send the number of GS06 in GE02."),
    SET_COUNT_OF_GROUP(
            "group.set-count",
            "5",
            "GE01",
            "GE01 does not count the sets that are there, so some may be lost.",
            "Send the number of sets in GE01."),
    GROUP_CONTROL_MALFORMED(
            "group.control.malformed",
            "6",
            "GS06",
            "The control number of the group is not one to nine digits.",
            "Send GS06 as a number."),
    GROUP_CONTROL_REPEATED(
            "group.control.repeated",
            "19",
            "GS06",
            "The control number of the group was used before in this interchange.",
            "Give every group of an interchange a number of its own."),

    SET_NOT_CLAIMS(
            "set.kind",
            "1",
            "ST01",
            "This is not a set of claims, and only claims are handed in here.",
            "Hand in claims (837P, 837I, 837D); answers of payers come to us from the payers."),
    SET_NOT_FORWARDED(
            "set.not-forwarded",
            "1",
            "ST01",
            "Its structure was judged, but a set of this kind is not sent on to a payer here, so nothing becomes of it.",
            "Send inquiries and enrolments to the payer by the way you have with it; here, hand in claims (837P, 837I, 837D)."),
    SET_TRAILER_MISSING(
            "set.trailer.missing",
            "2",
            "SE",
            "The set has no SE, so it may be incomplete.",
            "Close every set with SE; if the file was cut off, send it again."),
    SET_CONTROL_DIFFERS(
            "set.control.differs",
            "3",
            "SE02",
            "The control numbers of ST and SE differ, so the set may be mixed up or incomplete.",
            "Send the number of ST02 in SE02."),
    SEGMENT_COUNT_WRONG(
            "set.segment-count",
            "4",
            "SE01",
            "SE01 does not count the segments that are there, so some may be lost.",
            "Send the number of segments from ST to SE, both included, in SE01."),
    SET_IDENTIFIER(
            "set.identifier",
            "6",
            "ST01",
            "ST01 does not name the set that the guide describes.",
            "Send ST01 = 837 for claims."),
    SET_CONTROL_MALFORMED(
            "set.control.malformed",
            "7",
            "ST02",
            "The control number of the set does not have four to nine characters.",
            "Number the sets of a group 0001 and on."),
    SET_CONTROL_REPEATED(
            "set.control.repeated",
            "23",
            "ST02",
            "The control number of the set was used before in this group.",
            "Give every set of a group a number of its own."),
    GUIDE_UNKNOWN(
            "set.guide.unknown",
            "I6",
            "ST03",
            "The set is written by a guide that is not supported here.",
            "Send claims as 005010X222A1 (837P), 005010X223A2 (837I) or 005010X224A2 (837D)."),
    GUIDES_DIFFER(
            "set.guide.differs",
            "I6",
            "ST03",
            "ST03 names another guide than GS08, so it is not clear by which one the set is to be read.",
            "Send the same guide in GS08 and ST03.");

    private final String code;
    private final String note;
    private final String where;
    private final String message;
    private final String mend;

    EnvelopeFault(String code, String note, String where, String message, String mend) {
        this.code = code;
        this.note = note;
        this.where = where;
        this.message = message;
        this.mend = mend;
    }

    /** TA105, AK905 or IK502. */
    String note() {
        return note;
    }

    /** Whether the envelope can be worked with all the same (TA104 E). */
    boolean isTolerable() {
        return switch (this) {
            case AUTHORIZATION_QUALIFIER,
                    SECURITY_QUALIFIER,
                    SENDER_QUALIFIER,
                    RECEIVER_QUALIFIER,
                    RECEIVER_MISSING,
                    INTERCHANGE_DATE,
                    INTERCHANGE_TIME,
                    ACKNOWLEDGMENT_MARK,
                    WIDTHS,
                    GROUP_HEADER,
                    GROUP_CONTROL_MALFORMED -> true;
            default -> false;
        };
    }

    /** As a finding at this segment; at none, when the segment is null because it is missing. */
    Finding at(Segment segment, int position, String value) {
        String id = where.length() < 4 ? where : where.substring(0, where.length() - 2);
        int element = where.length() < 4 ? 0 : Integer.parseInt(where.substring(where.length() - 2));
        if (id.isEmpty()) {
            id = segment == null ? "" : segment.id().length() > 3 ? segment.id().substring(0, 3) : segment.id();
        }
        Place place = new Place(
                "",
                id,
                position,
                element,
                0,
                0,
                segment == null ? 0 : segment.ordinal(),
                segment == null ? 0 : segment.offset());
        AckCodes ack = code.startsWith("set.") ? new AckCodes("", "", note, "", List.of()) : AckCodes.NONE;
        return new Finding(
                code,
                1,
                isTolerable() ? Severity.WARNING : Severity.ERROR,
                place,
                ack,
                null,
                value,
                message,
                mend,
                null);
    }
}
