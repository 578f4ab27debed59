package org.clearlane.judgement;

import org.clearlane.transactions.t999.BusinessUnit;
import org.clearlane.x12.Segment;

/**
 * The business unit that stands open in a set judged as a whole, by the names a 999 has for it (CTX01): the trace of a
 * question or answer, the member of an enrolment, the payment's entity, a claim. None before it has been named.
 */
final class OpenUnit {

    private BusinessUnit open;

    void begin() {
        open = null;
    }

    /** The unit the next findings are about; null for none. */
    BusinessUnit get() {
        return open;
    }

    /** The next segment of the set. */
    void segment(Segment segment) {
        switch (segment.id()) {
            case "HL", "INS", "SE" -> open = null;
            case "CLM" -> name("CLM01", segment.element(1));
            case "TRN" -> name("TRN02", segment.element(2));
            case "ENT" -> name("ENT01", segment.element(1));
            case "REF" -> {
                if (segment.elementEquals(1, "0F")) {
                    name("SUBSCRIBER NUMBER REF02", segment.element(2));
                }
            }
            default -> {}
        }
    }

    private void name(String name, String value) {
        open = value.isBlank() ? null : new BusinessUnit(name, value);
    }
}
