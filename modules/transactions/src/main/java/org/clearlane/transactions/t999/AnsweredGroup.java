package org.clearlane.transactions.t999;

import org.clearlane.transactions.internal.Numbers;

/**
 * Which group is answered (AK1).
 *
 * @param functionalId AK101, its GS01
 * @param control AK102, its GS06 as sent
 * @param version AK103, its GS08; empty in an old 997
 */
public record AnsweredGroup(String functionalId, String control, String version) {

    /** AK102 as a number, to compare it without leading zeros; 0 when it is not one. */
    public long controlNumber() {
        return Numbers.wholeLong(control);
    }
}
