package org.clearlane.model.finding;

/**
 * Something wrong, or worth saying, about data a submitter or payer sent. A value, never thrown. The same finding is
 * said as 999 IK3/IK4/CTX, as 277CA STC, as JSON and to people, always in the same words.
 *
 * @param code our stable name of the rule, for example {@code element.required.missing} or {@code claim.charge.sum}
 * @param snip the WEDI SNIP type, 1 to 7
 * @param severity whether it refuses what it is about
 * @param place where it stands
 * @param ack how a 999 says it; {@link AckCodes#NONE} when none does
 * @param status how a 277CA says it; null when none does
 * @param value the value at fault as sent, or empty; may be health information, so it goes to the submitter only and
 *     never into a log
 * @param message what is wrong, one plain sentence without the value
 * @param mend what the sender can do about it, one plain sentence
 * @param cell where it stands in the submitter's own table, or null for X12
 */
public record Finding(
        String code,
        int snip,
        Severity severity,
        Place place,
        AckCodes ack,
        ClaimStatus status,
        String value,
        String message,
        String mend,
        SourceCell cell) {

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same finding with its place in the submitter's own table. */
    public Finding at(SourceCell where) {
        return new Finding(code, snip, severity, place, ack, status, value, message, mend, where);
    }

    /** The same finding, as a warning. */
    public Finding asWarning() {
        return new Finding(code, snip, Severity.WARNING, place, ack, status, value, message, mend, cell);
    }
}
