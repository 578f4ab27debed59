package org.clearlane.model.claim;

import java.util.List;
import org.clearlane.model.Money;

/**
 * One professional claim (837P loop 2300 and the loops it hangs under). Text is as sent; what was left out is empty.
 * An amount that could not be read is null, and structure has said so.
 *
 * @param patientControlNumber CLM01, the practice's own number for the claim
 * @param charge CLM02, the total charge
 * @param placeOfService CLM05-1
 * @param facilityQualifier CLM05-2
 * @param frequency CLM05-3: 1 original, 7 replacement, 8 void
 * @param payerClaimNumber REF*F8, the payer's number of the claim that a replacement or void is about
 * @param billingProvider loop 2010AA
 * @param subscriber loop 2000B and 2010BA
 * @param patient loop 2000C and 2010CA; null when the subscriber is the patient
 * @param payer loop 2010BB, where the claim goes
 * @param otherProviders referring, rendering, facility, supervising and the like, at claim and at line level
 * @param diagnoses HI with BK, ABK, BF, ABF in the order sent
 * @param dates DTP at claim level
 * @param references REF at claim level
 * @param lines loop 2400
 * @param transactionType BHT06: CH charge, RP reporting, 31 subrogation
 * @param test whether ISA15 said T
 * @param position the number of the CLM segment in its transaction set
 */
public record Claim(
        String patientControlNumber,
        Money charge,
        String placeOfService,
        String facilityQualifier,
        String frequency,
        String payerClaimNumber,
        BillingProvider billingProvider,
        Subscriber subscriber,
        Patient patient,
        Payer payer,
        List<OtherProvider> otherProviders,
        List<Diagnosis> diagnoses,
        List<DateFact> dates,
        List<ReferenceFact> references,
        List<ServiceLine> lines,
        String transactionType,
        boolean test,
        int position) {

    public Claim {
        otherProviders = List.copyOf(otherProviders);
        diagnoses = List.copyOf(diagnoses);
        dates = List.copyOf(dates);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }
}
