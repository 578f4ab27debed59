package org.clearlane.remittance.reassociation;

import java.time.LocalDate;
import org.clearlane.model.Money;

/**
 * A bank's entry waiting for its 835.
 *
 * @param id {@code eft_…}
 * @param trace TRN02 as the bank passed it on, or empty
 * @param payerTaxId TRN03, or empty
 * @param companyId record 5 field 5, or empty
 * @param payerName record 5 field 3, or the table's name
 * @param amount to the cent
 * @param date the effective entry date
 */
public record EftHalf(
        String id,
        String trace,
        String payerTaxId,
        String companyId,
        String payerName,
        Money amount,
        LocalDate date) {}
