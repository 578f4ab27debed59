package org.clearlane.simulator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearlane.x12.Delimiters;

/**
 * An interchange as received.
 *
 * @param senderQualifier ISA05
 * @param sender ISA06, without its padding
 * @param control ISA13
 * @param date ISA09
 * @param time ISA10
 * @param usage ISA15
 * @param delimiters in force
 * @param groups in order
 * @param note TA105: 000 when the envelope is right
 * @param sha256 of its bytes, ISA to IEA
 */
record ReceivedInterchange(
        String senderQualifier,
        String sender,
        String control,
        String date,
        String time,
        String usage,
        Delimiters delimiters,
        List<ReceivedGroup> groups,
        String note,
        String sha256) {

    ReceivedInterchange {
        groups = List.copyOf(groups);
    }

    Stream<ReceivedSet> sets() {
        return groups.stream().flatMap(group -> group.sets().stream());
    }

    List<ReceivedClaim> claims() {
        return sets().flatMap(set -> set.claims().stream()).toList();
    }

    long chargeCents() {
        return claims().stream().mapToLong(ReceivedClaim::chargeCents).sum();
    }

    String groupControls() {
        return groups.stream().map(ReceivedGroup::control).collect(Collectors.joining(","));
    }

    /** Acknowledgments are never acknowledged. */
    boolean wantsAnswers() {
        return groups.isEmpty() || groups.stream().anyMatch(ReceivedGroup::holdsClaims);
    }
}
