package org.clearlane.simulator;

import java.util.List;

/**
 * A transaction set as received.
 *
 * @param id ST01
 * @param control ST02
 * @param version ST03
 * @param reference BHT03
 * @param submitter loop 1000A
 * @param claims in order
 * @param fault what is wrong with its syntax, or null
 */
record ReceivedSet(
        String id,
        String control,
        String version,
        String reference,
        ReceivedParty submitter,
        List<ReceivedClaim> claims,
        Fault fault) {

    ReceivedSet {
        claims = List.copyOf(claims);
    }

    /**
     * A fault for which the 999 rejects the set.
     *
     * @param ik502 the set-level code
     * @param segment the segment at fault, or null where it is the whole set
     * @param position its place, ST being 1
     * @param element the element at fault, or 0
     * @param dataElement its data element number
     */
    record Fault(String ik502, String segment, long position, int element, String dataElement) {
        static Fault ofSet(String ik502) {
            return new Fault(ik502, null, 0, 0, null);
        }
    }
}
