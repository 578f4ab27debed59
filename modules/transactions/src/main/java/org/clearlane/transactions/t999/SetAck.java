package org.clearlane.transactions.t999;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a set was received (AK2 to IK5).
 *
 * @param kind AK201, its ST01
 * @param control AK202, its ST02
 * @param version AK203, its ST03
 * @param code IK501: A accepted, E accepted with errors, R refused; M, W, X refused for security; empty when cut off
 * @param codes IK502 to IK506
 * @param errors the segments at fault, at most {@link FunctionalAckSetReader#MOST_ERRORS}
 * @param errorCount how many IK3 there were, kept or not
 */
public record SetAck(
        String kind,
        String control,
        String version,
        String code,
        List<String> codes,
        List<SegmentError> errors,
        long errorCount) {

    public SetAck {
        codes = List.copyOf(codes);
        errors = List.copyOf(errors);
    }

    /** Whether nothing of the set was taken on. */
    public boolean isRejected() {
        return switch (code) {
            case "R", "M", "W", "X" -> true;
            default -> false;
        };
    }

    /** Whether the set was taken on, with or without errors. */
    public boolean isAccepted() {
        return code.equals("A") || code.equals("E");
    }

    /** The claims that its errors name (CTX {@code CLM01}), each once, in order. */
    public Set<String> patientControlNumbers() {
        Set<String> numbers = new LinkedHashSet<>();
        for (SegmentError error : errors) {
            for (BusinessUnit unit : error.businessUnits()) {
                if (unit.name().equals("CLM01") && !unit.value().isEmpty()) {
                    numbers.add(unit.value());
                }
            }
        }
        return numbers;
    }
}
