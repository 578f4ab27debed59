package org.clearlane.model.bank;

import java.time.LocalDate;
import org.clearlane.model.Money;

/**
 * One electronic payment as the bank tells of it: an entry of a NACHA CCD+ batch, or a row of the bank's table. CAQH CORE
 * rule 370 asks for three things that tie it to its 835: the day (record 5 field 9 = BPR16), the amount (record 6 field 6
 * = BPR02) and the trace number (record 7 field 3 = TRN).
 *
 * @param line where it stands in the bank's file, from 1
 * @param amount negative where the payer took money back by a debit
 * @param settledOn the effective entry date, or the table's day
 * @param trace TRN02 as the bank passed it on, or empty
 * @param payerTaxId TRN03, a 1 and the payer's tax number, or empty
 * @param payerName the company name of record 5, or the table's name of the payer
 * @param companyId the company identification of record 5, often TRN03 too, or empty
 * @param payeeNumber the identification number of record 6: the practice's NPI or tax number where payers fill it, or empty
 * @param accountEnd the last four characters of the account, or empty; the whole number is not kept
 * @param bankReference the ACH trace number of record 6, or the table's reference, or empty
 */
public record EftReceipt(
        int line,
        Money amount,
        LocalDate settledOn,
        String trace,
        String payerTaxId,
        String payerName,
        String companyId,
        String payeeNumber,
        String accountEnd,
        String bankReference) {}
