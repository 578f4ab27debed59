package org.clearlane.model.directory;

import java.util.Set;

/**
 * A practice that hands in claims.
 *
 * @param id short name used for folders and in the API: lower-case letters, digits and dashes
 * @param name for people
 * @param senderIds what it puts into ISA06 and GS02 (blanks trimmed); another sender's file is refused
 * @param npis the billing provider NPIs it may bill for; another one's claim is held
 * @param taxIds the tax numbers it may bill under; with the NPI this decides whose part of an 835 is whose
 */
public record Practice(String id, String name, Set<String> senderIds, Set<String> npis, Set<String> taxIds) {

    public Practice {
        senderIds = Set.copyOf(senderIds);
        npis = Set.copyOf(npis);
        taxIds = Set.copyOf(taxIds);
    }
}
