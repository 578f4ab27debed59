package org.clearlane.transactions.t277ca;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.ReferenceFact;

/**
 * What is said of one claim (2200D). Text is as sent; what was left out is empty.
 *
 * @param patientControlNumber TRN02: CLM01 of the claim
 * @param statuses STC of the claim, every status of every STC
 * @param answer what they mean together; from the lines when the claim itself has no status
 * @param charge STC04 of the first STC; null when left out
 * @param payerClaimNumber REF*1K
 * @param houseClaimNumber REF*D9: our number when we sent one and the payer gives it back
 * @param billType REF*BLT
 * @param serviceDate DTP*472, or null
 * @param patientLast 2100D NM103
 * @param patientFirst NM104
 * @param memberId NM109
 * @param provider the billing provider level above it
 * @param references every REF of the claim
 * @param lines 2220D
 * @param position the number of its first segment in the set
 */
public record ClaimStatusAnswer(
        String patientControlNumber,
        List<StatusEntry> statuses,
        ClaimAnswer answer,
        Money charge,
        String payerClaimNumber,
        String houseClaimNumber,
        String billType,
        DateFact serviceDate,
        String patientLast,
        String patientFirst,
        String memberId,
        ProviderStatus provider,
        List<ReferenceFact> references,
        List<LineStatus> lines,
        int position) {

    public ClaimStatusAnswer {
        statuses = List.copyOf(statuses);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }
}
