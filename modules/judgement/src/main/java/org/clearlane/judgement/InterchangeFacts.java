package org.clearlane.judgement;

import org.clearlane.x12.Delimiters;

/**
 * An interchange by its ISA, as sent without padding.
 *
 * @param number its place in the file, from 1
 * @param control ISA13
 * @param senderQualifier ISA05
 * @param senderId ISA06
 * @param receiverQualifier ISA07
 * @param receiverId ISA08
 * @param date ISA09
 * @param time ISA10
 * @param version ISA12
 * @param usage ISA15
 * @param delimiters its separators
 * @param offset the byte in the file where it begins
 */
public record InterchangeFacts(
        int number,
        String control,
        String senderQualifier,
        String senderId,
        String receiverQualifier,
        String receiverId,
        String date,
        String time,
        String version,
        String usage,
        Delimiters delimiters,
        long offset) {

    /** Whether ISA15 says test. */
    public boolean isTest() {
        return usage.equals("T");
    }
}
