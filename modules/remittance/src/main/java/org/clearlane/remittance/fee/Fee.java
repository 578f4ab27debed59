package org.clearlane.remittance.fee;

import java.time.LocalDate;
import org.clearlane.model.Money;

/**
 * One row of a fee schedule.
 *
 * @param payerId the payer's id in config/payers
 * @param practiceId whose contract, or empty for every practice without one of its own
 * @param procedure CPT or HCPCS code
 * @param modifier one modifier, or empty
 * @param validFrom the first day of service it holds for
 * @param validTo the last one, or null
 * @param amount for one unit
 */
public record Fee(
        String payerId,
        String practiceId,
        String procedure,
        String modifier,
        LocalDate validFrom,
        LocalDate validTo,
        Money amount) {}
