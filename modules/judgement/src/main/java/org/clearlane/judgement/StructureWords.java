package org.clearlane.judgement;

import java.util.List;
import org.clearlane.guide.StructureFault;
import org.clearlane.guide.StructureFinding;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;

/**
 * Puts a fault of structure into words: one plain sentence, what to do about it, and the codes a 999 and a 277CA say it
 * by. The value at fault stays out of the sentences.
 */
final class StructureWords {

    /** 277CA: missing or invalid information, as data that is missing and as data that is wrong. */
    private static final ClaimStatus MISSING = ClaimStatus.of("A6:21");

    private static final ClaimStatus INVALID = ClaimStatus.of("A7:21");

    private StructureWords() {}

    /** The finding that everybody is told. */
    static Finding finding(StructureFinding found) {
        StructureFault fault = found.fault();
        boolean harmless = fault.isHarmless();
        AckCodes ack = harmless
                ? AckCodes.NONE
                : new AckCodes(fault.ik304(), fault.ik403(), "", found.dataElement(), List.of());
        return new Finding(
                code(fault),
                fault.snip(),
                harmless ? Severity.WARNING : Severity.ERROR,
                new Place(
                        found.loop(),
                        found.segment(),
                        found.position(),
                        found.element(),
                        found.component(),
                        found.repeat(),
                        found.ordinal(),
                        found.offset()),
                ack,
                harmless ? null : isAbsence(fault) ? MISSING : INVALID,
                found.value(),
                message(found),
                mend(found),
                null);
    }

    /** {@code ELEMENT_TOO_LONG} is {@code element.too-long}. */
    private static String code(StructureFault fault) {
        String name = fault.name().toLowerCase(java.util.Locale.ROOT);
        int first = name.indexOf('_');
        return name.substring(0, first) + "." + name.substring(first + 1).replace('_', '-');
    }

    private static boolean isAbsence(StructureFault fault) {
        return switch (fault) {
            case SEGMENT_MISSING, LOOP_MISSING, ELEMENT_MISSING, ELEMENT_CONDITIONAL_MISSING -> true;
            default -> false;
        };
    }

    private static String message(StructureFinding found) {
        String what = what(found);
        return switch (found.fault()) {
            case SEGMENT_UNKNOWN ->
                found.segment().isBlank()
                        ? "A segment has no identifier."
                        : "The segment " + found.segment() + " is no X12 segment.";
            case SEGMENT_NOT_IN_SET ->
                "The segment " + found.segment() + " belongs to other transaction sets, not to this one.";
            case SEGMENT_NOT_USED -> "The segment " + found.segment() + " is not used in this guide.";
            case SEGMENT_UNEXPECTED ->
                "The segment " + found.segment() + " does not belong here, or not with this qualifier.";
            case SEGMENT_OUT_OF_ORDER -> "The " + what + " stands behind segments it must precede.";
            case SEGMENT_MISSING, LOOP_MISSING, ELEMENT_MISSING ->
                "Nothing was sent for the " + what + ", which the guide requires.";
            case SEGMENT_TOO_MANY, LOOP_TOO_MANY -> "The " + what + " stands here too often" + detail(found) + ".";
            case ELEMENT_CONDITIONAL_MISSING ->
                "Nothing was sent for the " + what + ", which other elements require" + detail(found) + ".";
            case ELEMENT_TOO_MANY -> "The " + what + " has more elements than the segment knows.";
            case ELEMENT_TOO_SHORT -> "The " + what + " is too short" + detail(found) + ".";
            case ELEMENT_TOO_LONG -> "The " + what + " is too long" + detail(found) + ".";
            case ELEMENT_INVALID_CHARACTER ->
                "The " + what + " holds characters that are not allowed" + detail(found) + ".";
            case ELEMENT_INVALID_CODE, ELEMENT_CODE_NOT_IN_GUIDE ->
                "The " + what + " is no code of the guide" + detail(found) + ".";
            case ELEMENT_INVALID_DATE -> "The " + what + " is no day of the calendar" + detail(found) + ".";
            case ELEMENT_INVALID_TIME -> "The " + what + " is no time of day" + detail(found) + ".";
            case ELEMENT_EXCLUSION -> "The " + what + " may not stand beside what was sent" + detail(found) + ".";
            case ELEMENT_TOO_MANY_REPEATS -> "The " + what + " is repeated too often" + detail(found) + ".";
            case ELEMENT_TOO_MANY_COMPONENTS -> "The " + what + " has too many components" + detail(found) + ".";
            case ELEMENT_NOT_USED -> "The " + what + " is not used in this guide.";
            case TRAILING_SEPARATOR -> "The " + what + " ends in separators with nothing behind them.";
            case HL_NUMBER_CONTINUED -> "The first level number (HL01) of the set is not 1.";
            case HL_NUMBER_OUT_OF_SEQUENCE -> "The level number (HL01) does not count up by one" + detail(found) + ".";
            case HL_NUMBER_NOT_UNIQUE -> "The level number (HL01) was used before in this set.";
            case HL_PARENT_UNKNOWN -> "The parent (HL02) is no level that came before this one.";
            case HL_PARENT_WRONG_LEVEL -> "The parent (HL02) is a level of the wrong kind" + detail(found) + ".";
            case HL_PARENT_NOT_OPEN -> "The parent (HL02) is not the level this one stands in" + detail(found) + ".";
            case HL_CHILD_EXPECTED -> "HL04 says that levels follow below this one, and none does.";
            case HL_CHILD_UNDECLARED -> "HL04 says that no level follows below this one, and one does.";
        };
    }

    private static String mend(StructureFinding found) {
        String where = found.place();
        return switch (found.fault()) {
            case SEGMENT_UNKNOWN, SEGMENT_NOT_IN_SET, SEGMENT_NOT_USED -> "Leave the segment out.";
            case SEGMENT_UNEXPECTED ->
                "Move the segment where the guide wants it, correct its qualifier, or leave it out.";
            case SEGMENT_OUT_OF_ORDER -> "Move " + where + " to its place in the guide's order.";
            case SEGMENT_MISSING -> "Add " + where + ".";
            case LOOP_MISSING -> "Add the loop " + found.loop() + ", which begins with " + found.segment() + ".";
            case SEGMENT_TOO_MANY, LOOP_TOO_MANY -> "Send " + where + " less often.";
            case ELEMENT_MISSING, ELEMENT_CONDITIONAL_MISSING -> "Fill in " + where + ".";
            case ELEMENT_TOO_MANY, ELEMENT_NOT_USED, ELEMENT_EXCLUSION -> "Leave " + where + " empty.";
            case ELEMENT_TOO_SHORT, ELEMENT_TOO_LONG -> "Correct the length of " + where + ".";
            case ELEMENT_INVALID_CHARACTER -> "Correct the characters in " + where + ".";
            case ELEMENT_INVALID_CODE, ELEMENT_CODE_NOT_IN_GUIDE -> "Send one of the guide's codes in " + where + ".";
            case ELEMENT_INVALID_DATE -> "Send " + where + " as a real day, CCYYMMDD.";
            case ELEMENT_INVALID_TIME -> "Send " + where + " as a real time, HHMM.";
            case ELEMENT_TOO_MANY_REPEATS, ELEMENT_TOO_MANY_COMPONENTS -> "Send fewer parts in " + where + ".";
            case TRAILING_SEPARATOR -> "Leave out separators at the end of a segment.";
            case HL_NUMBER_CONTINUED, HL_NUMBER_OUT_OF_SEQUENCE, HL_NUMBER_NOT_UNIQUE ->
                "Number the HL segments 1, 2, 3 and on.";
            case HL_PARENT_UNKNOWN, HL_PARENT_WRONG_LEVEL, HL_PARENT_NOT_OPEN ->
                "Put the HL01 of the level above into HL02.";
            case HL_CHILD_EXPECTED, HL_CHILD_UNDECLARED -> "Send HL04 = 1 when levels follow below, else 0.";
        };
    }

    private static String what(StructureFinding found) {
        String label = found.label().isEmpty() ? found.segment() : found.label();
        String place = found.place();
        return label.equals(place) ? label : label + " (" + place + ")";
    }

    private static String detail(StructureFinding found) {
        return found.detail().isEmpty() ? "" : " (" + found.detail() + ")";
    }
}
