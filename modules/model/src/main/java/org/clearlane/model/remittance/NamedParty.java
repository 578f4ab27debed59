package org.clearlane.model.remittance;

/**
 * Somebody a claim payment names (2100 NM1).
 *
 * @param role NM101: QC patient, IL subscriber, 74 corrected, 82 rendering, TT crossover carrier, PR corrected payer, GB
 *     other subscriber
 * @param type NM102: 1 a person, 2 an organization
 * @param lastName NM103, the name of an organization too
 * @param firstName NM104
 * @param middleName NM105
 * @param suffix NM107
 * @param idQualifier NM108
 * @param id NM109
 */
public record NamedParty(
        String role,
        String type,
        String lastName,
        String firstName,
        String middleName,
        String suffix,
        String idQualifier,
        String id) {

    /** As people write it: first name, middle name, last name, suffix. */
    public String name() {
        return String.join(" ", firstName, middleName, lastName, suffix).strip().replaceAll(" +", " ");
    }
}
