package org.clearlane.transactions.t837;

/**
 * What an 837 set says of itself before its first claim. Text is as sent; what was left out is empty.
 *
 * @param control ST02
 * @param bht03 the sender's own number of the batch; a 277CA answers it in TRN02
 * @param bht06 CH charge, RP reporting, 31 subrogation
 * @param submitterType 1000A NM102: 1 person, 2 organisation
 * @param submitterName 1000A NM103
 * @param submitterFirst 1000A NM104
 * @param submitterId 1000A NM109
 * @param receiverName 1000B NM103
 * @param receiverId 1000B NM109
 */
public record SetHeader(
        String control,
        String bht03,
        String bht06,
        String submitterType,
        String submitterName,
        String submitterFirst,
        String submitterId,
        String receiverName,
        String receiverId) {

    static final SetHeader EMPTY = new SetHeader("", "", "", "", "", "", "", "", "");

    SetHeader withControl(String st02) {
        return new SetHeader(
                st02,
                bht03,
                bht06,
                submitterType,
                submitterName,
                submitterFirst,
                submitterId,
                receiverName,
                receiverId);
    }

    SetHeader withBatch(String reference, String type) {
        return new SetHeader(
                control,
                reference,
                type,
                submitterType,
                submitterName,
                submitterFirst,
                submitterId,
                receiverName,
                receiverId);
    }

    SetHeader withSubmitter(String type, String name, String first, String id) {
        return new SetHeader(control, bht03, bht06, type, name, first, id, receiverName, receiverId);
    }

    SetHeader withReceiver(String name, String id) {
        return new SetHeader(
                control, bht03, bht06, submitterType, submitterName, submitterFirst, submitterId, name, id);
    }
}
