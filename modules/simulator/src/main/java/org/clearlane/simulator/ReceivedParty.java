package org.clearlane.simulator;

import org.clearlane.x12.Segment;

/**
 * A person or organisation as an NM1 names it.
 *
 * @param type NM102, 1 person, 2 organisation
 * @param last NM103
 * @param first NM104
 * @param middle NM105
 * @param suffix NM107
 * @param idQualifier NM108
 * @param id NM109
 */
record ReceivedParty(
        String type, String last, String first, String middle, String suffix, String idQualifier, String id) {

    static final ReceivedParty NOBODY = new ReceivedParty("2", "", "", "", "", "", "");

    static ReceivedParty of(Segment nm1) {
        return new ReceivedParty(
                nm1.element(2),
                nm1.element(3),
                nm1.element(4),
                nm1.element(5),
                nm1.element(7),
                nm1.element(8),
                nm1.element(9));
    }

    /** Elements NM101 to NM109 of an answer that names the same party in this role. */
    Object[] as(String entity) {
        return new Object[] {entity, type.isEmpty() ? "2" : type, last, first, middle, "", suffix, idQualifier, id};
    }
}
