package org.clearlane.transactions.t837;

import java.time.LocalDateTime;
import java.util.List;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.directory.PayerProfile;

/**
 * What an outbound interchange says of itself.
 *
 * @param kind the kind of all its claims: GS08 and ST03
 * @param envelope how the payer is addressed
 * @param interchangeControl ISA13, 1 to 999999999
 * @param groupControl GS06
 * @param sets one for each set that will be needed: {@link OutboundInterchange#setsNeeded}
 * @param at the time of ISA09, ISA10, GS04, GS05, BHT04, BHT05
 * @param transactionType BHT06 of every set: CH, RP or 31
 * @param submitter who we are (1000A)
 * @param claimsPerSet at most this many CLM in one ST
 */
public record OutboundHeader(
        ClaimKind kind,
        PayerProfile.Envelope envelope,
        long interchangeControl,
        long groupControl,
        List<SetNumbers> sets,
        LocalDateTime at,
        String transactionType,
        Submitter submitter,
        int claimsPerSet) {

    public OutboundHeader {
        sets = List.copyOf(sets);
        if (claimsPerSet < 1) {
            throw new IllegalArgumentException("a set holds at least one claim");
        }
    }

    /**
     * @param st02 the set's control number, four to nine characters
     * @param bht03 our number of the batch, up to 30 characters; the payer's 277CA answers it in TRN02
     */
    public record SetNumbers(String st02, String bht03) {}

    /**
     * @param name 1000A NM103
     * @param id 1000A NM109
     * @param contactName PER02
     * @param contactPhone PER04, ten digits
     */
    public record Submitter(String name, String id, String contactName, String contactPhone) {}
}
