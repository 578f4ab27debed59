package org.clearlane.model.directory;

import java.time.ZoneId;
import java.util.Set;
import org.clearlane.model.claim.RepairKind;

/**
 * A practice that hands in claims.
 *
 * @param id short name used for folders and in the API: lower-case letters, digits and dashes
 * @param name for people
 * @param senderIds what it puts into ISA06 and GS02 (blanks trimmed); another sender's file is refused
 * @param npis the billing provider NPIs it may bill for; another one's claim is held
 * @param taxIds the tax numbers it may bill under; with the NPI this decides whose part of an 835 is whose
 * @param repairs the mends of form it wants made in its claims; empty: what it sends goes out byte for byte
 * @param timeZone by which its people read clocks; moments are kept and written to payers as before, whatever it says
 */
public record Practice(
        String id,
        String name,
        Set<String> senderIds,
        Set<String> npis,
        Set<String> taxIds,
        Set<RepairKind> repairs,
        ZoneId timeZone) {

    /** The zone of a practice that names none. */
    public static final ZoneId UTC = ZoneId.of("UTC");

    /** A practice in whose claims nothing is mended, and whose clocks nobody has told us of. */
    public Practice(String id, String name, Set<String> senderIds, Set<String> npis, Set<String> taxIds) {
        this(id, name, senderIds, npis, taxIds, Set.of(), UTC);
    }

    public Practice {
        repairs = Set.copyOf(repairs);
        senderIds = Set.copyOf(senderIds);
        npis = Set.copyOf(npis);
        taxIds = Set.copyOf(taxIds);
    }
}
