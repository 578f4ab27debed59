package org.clearlane.model.remittance;

import org.clearlane.model.Money;

/**
 * What an 835 says about all claims of one provider, fiscal period and type of bill: TS3 at the head of loop 2000.
 *
 * @param providerId TS301
 * @param facilityType TS302
 * @param fiscalPeriod TS303 as CCYYMMDD
 * @param claimCount TS304, or -1 when it cannot be read
 * @param totalCharge TS305
 */
public record ProviderSummary(
        String providerId, String facilityType, String fiscalPeriod, long claimCount, Money totalCharge) {}
