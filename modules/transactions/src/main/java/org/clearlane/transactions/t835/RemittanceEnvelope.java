package org.clearlane.transactions.t835;

import org.clearlane.x12.Delimiters;

/**
 * The envelope of a remittance that we write.
 *
 * @param delimiters separators to use; those of the original let every claim go out byte for byte
 * @param senderQualifier ISA05
 * @param senderId ISA06 and GS02
 * @param receiverQualifier ISA07
 * @param receiverId ISA08 and GS03, and REF*EV where the original has one
 * @param interchangeControl ISA13, 1 to 999999999
 * @param groupControl GS06, 1 to 999999999
 * @param setControl ST02
 * @param usage ISA15, P or T
 */
public record RemittanceEnvelope(
        Delimiters delimiters,
        String senderQualifier,
        String senderId,
        String receiverQualifier,
        String receiverId,
        long interchangeControl,
        long groupControl,
        String setControl,
        char usage) {}
