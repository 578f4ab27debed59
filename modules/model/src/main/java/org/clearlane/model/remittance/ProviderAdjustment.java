package org.clearlane.model.remittance;

import org.clearlane.model.Money;

/**
 * Money moved outside any claim (PLB): interest, take-backs, forwarding balances. A positive amount lowers the payment.
 *
 * @param providerId PLB01
 * @param fiscalPeriod PLB02 as CCYYMMDD
 * @param reason PLB03-1: WO, FB, 72, L6, AH, CS, IR …
 * @param identifier PLB03-2, or empty
 * @param amount PLB04
 */
public record ProviderAdjustment(
        String providerId, String fiscalPeriod, String reason, String identifier, Money amount) {}
