package org.clearlane.transactions;

/**
 * Which envelope something was read from: the keys of the answer itself, to store and to recognise it by. Text is as
 * sent without the padding of ISA; what has not been seen is empty.
 *
 * @param interchangeControl ISA13
 * @param senderQualifier ISA05
 * @param senderId ISA06
 * @param receiverQualifier ISA07
 * @param receiverId ISA08
 * @param usage ISA15
 * @param groupControl GS06
 * @param version GS08, and ST03 where GS08 was left out
 * @param setControl ST02
 */
public record AnswerOrigin(
        String interchangeControl,
        String senderQualifier,
        String senderId,
        String receiverQualifier,
        String receiverId,
        String usage,
        String groupControl,
        String version,
        String setControl) {

    /** Before any envelope. */
    public static final AnswerOrigin NONE = new AnswerOrigin("", "", "", "", "", "", "", "", "");
}
