package org.clearlane.edits.plausibility;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.UnitLimits;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.ServiceLine;

/** Units of service lines. */
final class Units {

    private static final int UNREADABLE = -1;

    private Units() {}

    /** Whole units of a line, begun ones counted; -1 when it counts something else or the number is unreadable. */
    static long of(ServiceLine line) {
        if (!line.unit().equals("UN") || line.quantity().isEmpty()) {
            return UNREADABLE;
        }
        long units = 0;
        int point = line.quantity().indexOf('.');
        int end = point < 0 ? line.quantity().length() : point;
        if (end > 9) {
            return UNREADABLE;
        }
        for (int i = 0; i < line.quantity().length(); i++) {
            char c = line.quantity().charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return UNREADABLE;
            }
            if (i < end) {
                units = units * 10 + c - '0';
            } else if (i > point && c != '0') {
                return units + 1;
            }
        }
        return units;
    }

    /** The limits for this kind of claim, and for supplies, on the day of the line (from 0). */
    static UnitLimits limits(Claim claim, int line, EditContext context) {
        CodeSet set = claim.kind() == ClaimKind.INSTITUTIONAL
                ? CodeSet.NCCI_MUE_HOSPITAL
                : isSupply(claim.lines().get(line).procedure()) ? CodeSet.NCCI_MUE_DME : CodeSet.NCCI_MUE_PRACTITIONER;
        return context.codes().limits(set, context.codeDay(line));
    }

    /** Equipment and supplies (A4 to A8, B, E, K, L): the limits of practitioners say nothing about who supplies them. */
    private static boolean isSupply(String procedure) {
        if (procedure.length() < 2) {
            return false;
        }
        char second = procedure.charAt(1);
        return "BEKL".indexOf(procedure.charAt(0)) >= 0 || procedure.charAt(0) == 'A' && second >= '4' && second <= '8';
    }

    /** How many days a line (from 0) spans. */
    static long days(int line, EditContext context) {
        int from = context.serviceFrom(line);
        int to = context.serviceTo(line);
        return from > 0 && to > from ? ChronoUnit.DAYS.between(date(from), date(to)) + 1 : 1;
    }

    private static LocalDate date(int day) {
        return LocalDate.parse(Integer.toString(day), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
