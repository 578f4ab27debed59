package org.clearlane.console.screens.claims;

import java.time.Instant;
import java.util.List;
import org.clearlane.console.web.Words;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;

/**
 * Everything about one claim.
 *
 * @param fileId where it came from
 * @param holdReason why it waits, or null
 * @param raw the practice's own segments of it
 */
public record ClaimPage(
        ClaimRow row,
        Money patientShare,
        String frequency,
        String billingNpi,
        String fileId,
        String fileName,
        String holdReason,
        List<Step> steps,
        List<FoundAt> findings,
        List<Payment> payments,
        List<Note> notes,
        List<RawSegment> raw) {

    public ClaimPage {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        payments = List.copyOf(payments);
        notes = List.copyOf(notes);
        raw = List.copyOf(raw);
    }

    /** One event of its life. */
    public record Step(Instant at, ClaimState from, ClaimState to, String cause, String actor, String detail) {

        /** What happened in words. */
        public String words() {
            if (from != to) {
                return Words.of(to);
            }
            return switch (cause) {
                case "corrected" -> "Handed in again, corrected";
                case "replaced" -> "Replaced by another claim";
                case "voided" -> "Taken back by another claim";
                default -> "Heard again: " + Words.of(to);
            };
        }

        public String colour() {
            return from == to ? "plain" : Words.colour(to);
        }
    }

    /**
     * Something that was found.
     *
     * @param place in the sender's own terms
     * @param segment the words before, the lit element and the words behind, of the segment it stands in; null when the place
     *     is no segment of the claim
     */
    public record FoundAt(String code, boolean error, String message, String mend, String place, RawSegment segment) {}

    /** A payer's decision as it was posted. */
    public record Payment(
            String remittanceId,
            Money charge,
            Money paid,
            Money patient,
            String payerControlNumber,
            String outcome,
            List<String> reasons) {

        public Payment {
            reasons = List.copyOf(reasons);
        }
    }

    /** What somebody wrote. */
    public record Note(Instant at, String who, String text) {}

    /** One segment as it was written; {@code lit} is the element that a finding is about, empty when none is. */
    public record RawSegment(String before, String lit, String after) {}
}
