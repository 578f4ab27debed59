package org.clearlane.store.ledger;

import java.time.LocalDate;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.ledger.ClaimState;

/**
 * A claim about to enter the ledger. Offsets and lengths say where its segments stand in the archived file.
 *
 * @param ordinal its number in the file, from 1
 * @param kind professional, institutional or dental
 * @param payerCode what the claim calls its payer (2010BB NM109)
 * @param payerId the profile that answers to that code; null when none does
 * @param claimKey what makes two claims the same claim, or null when it may repeat (replacements, voids)
 * @param position the number of its CLM segment in the transaction set
 * @param patientOffset null when the subscriber is the patient
 * @param state where it goes from RECEIVED
 */
public record NewClaim(
        String id,
        int ordinal,
        ClaimKind kind,
        String patientControlNumber,
        long chargeCents,
        String frequency,
        String payerClaimNumber,
        String billingNpi,
        String taxId,
        String payerCode,
        String payerId,
        LocalDate serviceFrom,
        LocalDate serviceTo,
        boolean test,
        int position,
        long providerOffset,
        int providerLength,
        long subscriberOffset,
        int subscriberLength,
        Long patientOffset,
        Integer patientLength,
        long claimOffset,
        int claimLength,
        ClaimState state,
        String holdReason) {}
