package org.clearlane.simulator;

import java.util.List;

/**
 * A functional group as received.
 *
 * @param functionalId GS01
 * @param sender GS02
 * @param receiver GS03
 * @param control GS06
 * @param version GS08
 * @param sets in order
 * @param faultCode AK905, or null when the trailer is right
 */
record ReceivedGroup(
        String functionalId,
        String sender,
        String receiver,
        String control,
        String version,
        List<ReceivedSet> sets,
        String faultCode) {

    ReceivedGroup {
        sets = List.copyOf(sets);
    }

    boolean holdsClaims() {
        return functionalId.equals("HC");
    }
}
