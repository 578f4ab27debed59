package org.clearlane.transactions.ta1;

/**
 * One interchange acknowledgment (TA1). Text is as sent.
 *
 * @param control TA101, the ISA13 it answers; some senders leave the leading zeros out
 * @param date TA102, the ISA09 it answers, YYMMDD
 * @param time TA103, the ISA10 it answers, HHMM
 * @param ackCode TA104: A accepted, E accepted with errors, R rejected
 * @param noteCode TA105: 000 none, 025 duplicate control number …
 */
public record Ta1(String control, String date, String time, String ackCode, String noteCode) {

    /** Whether the interchange was refused. Only R refuses: an unknown code is no rejection. */
    public boolean isRejected() {
        return ackCode.equals("R");
    }

    /** The answered ISA13 as a number, to compare it without its zeros; 0 when it is not one. */
    public long controlNumber() {
        return org.clearlane.transactions.internal.Numbers.wholeLong(control);
    }
}
