package org.clearlane.transactions.t277ca;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.claim.DateFact;

/**
 * The status of a service line (2220D).
 *
 * @param procedure SVC01-2
 * @param modifiers SVC01-3 to SVC01-6, those present
 * @param charge SVC02; null when unreadable
 * @param lineControlNumber REF*FJ: REF*6R of the 837, or its line number
 * @param prescription REF*XZ
 * @param serviceDate DTP*472, or null
 * @param statuses STC
 * @param answer what they mean together
 */
public record LineStatus(
        String procedure,
        List<String> modifiers,
        Money charge,
        String lineControlNumber,
        String prescription,
        DateFact serviceDate,
        List<StatusEntry> statuses,
        ClaimAnswer answer) {

    public LineStatus {
        modifiers = List.copyOf(modifiers);
        statuses = List.copyOf(statuses);
    }
}
