package org.clearlane.transactions.t277ca;

import java.util.List;
import org.clearlane.model.Money;

/**
 * The upper levels of a 277CA: who answers whom about which batch (2000A, 2000B).
 *
 * @param source who speaks
 * @param sourceEntity 2100A NM101 as sent
 * @param sourceName NM103
 * @param sourceId NM109
 * @param trace 2200A TRN02, the speaker's own number of this answer
 * @param receiverName 2100B NM103
 * @param receiverId NM109, the submitter's id
 * @param batchNumber 2200B TRN02: BHT03 of the 837 it answers
 * @param statuses 2200B STC
 * @param answer what they mean together; OTHER when there are none
 * @param acceptedCount QTY*90; -1 when not said
 * @param rejectedCount QTY*AA; -1 when not said
 * @param acceptedAmount AMT*YU; null when not said
 * @param rejectedAmount AMT*YY; null when not said
 */
public record ClaimStatusBatch(
        InformationSource source,
        String sourceEntity,
        String sourceName,
        String sourceId,
        String trace,
        String receiverName,
        String receiverId,
        String batchNumber,
        List<StatusEntry> statuses,
        ClaimAnswer answer,
        long acceptedCount,
        long rejectedCount,
        Money acceptedAmount,
        Money rejectedAmount) {

    public ClaimStatusBatch {
        statuses = List.copyOf(statuses);
    }
}
