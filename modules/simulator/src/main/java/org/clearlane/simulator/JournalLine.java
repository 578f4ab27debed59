package org.clearlane.simulator;

import java.time.Instant;

/**
 * One line of a payer's {@code journal.tsv}: an interchange it received, columns in this order, tab-separated, no
 * header. A file without an interchange has a line as well.
 *
 * @param received when
 * @param name the file's name, or the CORE PayloadID
 * @param sha256 of the whole file
 * @param isa13 interchange control number, or empty
 * @param gs06 group control numbers, comma-separated
 * @param sets how many
 * @param claims how many
 * @param chargeCents Σ CLM02, written with two decimals
 * @param marker what was made of it
 * @param receipt the line's number, from 1
 * @param interchangeSha256 of the bytes from ISA to IEA, or empty
 * @param sender ISA05 and ISA06, as {@code ZZ:CLEARLANE}
 */
public record JournalLine(
        Instant received,
        String name,
        String sha256,
        String isa13,
        String gs06,
        int sets,
        int claims,
        long chargeCents,
        Marker marker,
        long receipt,
        String interchangeSha256,
        String sender) {

    /** What a payer made of an interchange. Written in lower case. */
    public enum Marker {
        /** Taken. Only these have lines in {@code claims.tsv}. */
        FIRST,
        /** The same control number and the same bytes once more: no second effect. */
        REPEAT,
        /** A control number already used, with other bytes: TA1 R 025. */
        CONFLICT,
        /** Its envelope is wrong: TA1 R. */
        REFUSED,
        /** No X12. */
        UNREADABLE
    }
}
