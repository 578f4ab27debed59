package org.clearlane.remittance;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;

/**
 * A claim of the ledger that a payment may be about. What is not known is empty.
 *
 * @param claimId our id, {@code clm_…}
 * @param practiceId whose claim it is
 * @param patientControlNumber CLM01 as sent
 * @param charge CLM02
 * @param serviceFrom the first day of service as CCYYMMDD
 * @param serviceTo the last day of service as CCYYMMDD; empty for a single day
 * @param billingNpi NM109 of 2010AA
 * @param taxId REF*EI or REF*SY of 2010AA
 * @param payerId the payer it was sent to
 * @param state where it is
 * @param lines its service lines
 */
public record LedgerClaim(
        String claimId,
        String practiceId,
        String patientControlNumber,
        Money charge,
        String serviceFrom,
        String serviceTo,
        String billingNpi,
        String taxId,
        String payerId,
        ClaimState state,
        List<LedgerLine> lines) {

    public LedgerClaim {
        lines = List.copyOf(lines);
    }
}
