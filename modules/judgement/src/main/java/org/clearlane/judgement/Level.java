package org.clearlane.judgement;

import org.clearlane.x12.Segment;

/** Where in a set of claims a segment stands: whose fault a fault there is. */
enum Level {
    /** The set's own: BHT, submitter, receiver, trailer. */
    SET,
    /** 2000A, 2010A*: all claims of the billing provider. */
    PROVIDER,
    /** 2000B, 2010B*: all claims of the subscriber. */
    SUBSCRIBER,
    /** 2000C, 2010CA: all claims of the patient. */
    PATIENT,
    /** 2300 and below: one claim. */
    CLAIM;

    /** The level an HL opens; the set's own for one that is none of the three, because then all below it is doubtful. */
    static Level openedBy(Segment hl, String loop) {
        if (hl.elementEquals(3, "20") || loop.equals("2000A")) {
            return PROVIDER;
        }
        if (hl.elementEquals(3, "22") || loop.equals("2000B")) {
            return SUBSCRIBER;
        }
        if (hl.elementEquals(3, "23") || loop.equals("2000C")) {
            return PATIENT;
        }
        return SET;
    }

    /**
     * The level a loop belongs to.
     *
     * @param open the level that stands open: no loop's fault can belong to a level below it, for example that of a claim
     *     that never came
     */
    static Level of(String loop, Level open) {
        Level own = named(loop, open);
        return own.compareTo(open) > 0 ? open : own;
    }

    private static Level named(String loop, Level open) {
        if (loop.length() < 4) {
            return open;
        }
        return switch (loop.charAt(1)) {
            case '3', '4' -> CLAIM;
            default -> {
                if (loop.startsWith("1000")) {
                    yield SET;
                }
                yield switch (loop.charAt(4 < loop.length() ? 4 : 3)) {
                    case 'A' -> PROVIDER;
                    case 'B' -> SUBSCRIBER;
                    case 'C' -> PATIENT;
                    default -> open;
                };
            }
        };
    }
}
