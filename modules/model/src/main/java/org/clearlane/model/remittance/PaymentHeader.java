package org.clearlane.model.remittance;

import java.time.LocalDate;
import org.clearlane.model.Money;

/**
 * The head of an 835: BPR, TRN, N1*PR and N1*PE.
 *
 * @param interchangeControl ISA13
 * @param groupControl GS06
 * @param setControl ST02
 * @param handling BPR01: I, H, P, U …
 * @param amount BPR02, negative when BPR03 is D
 * @param method BPR04: ACH, CHK, NON …
 * @param date BPR16, or null
 * @param trace TRN02: the cheque or EFT number
 * @param payerTaxId TRN03: 1 and the payer's tax number
 * @param payerName N102 of N1*PR
 * @param payerId N104 of N1*PR, else REF*2U, else empty
 * @param payeeName N102 of N1*PE
 * @param payeeNpi N104 of N1*PE when N103 is XX, else empty
 * @param payeeTaxId N104 when N103 is FI, else REF*TJ, else empty
 */
public record PaymentHeader(
        String interchangeControl,
        String groupControl,
        String setControl,
        String handling,
        Money amount,
        String method,
        LocalDate date,
        String trace,
        String payerTaxId,
        String payerName,
        String payerId,
        String payeeName,
        String payeeNpi,
        String payeeTaxId) {}
