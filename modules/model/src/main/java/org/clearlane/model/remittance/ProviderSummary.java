package org.clearlane.model.remittance;

import java.util.List;
import org.clearlane.model.Money;

/**
 * What an 835 says about all claims of one provider, fiscal period and type of bill: TS3 at the head of loop 2000.
 *
 * @param providerId TS301
 * @param facilityType TS302
 * @param fiscalPeriod TS303 as CCYYMMDD
 * @param claimCount TS304, or -1 when it cannot be read
 * @param totalCharge TS305
 * @param further TS306 to TS324, each element that was sent by its designator
 */
public record ProviderSummary(
        String providerId,
        String facilityType,
        String fiscalPeriod,
        long claimCount,
        Money totalCharge,
        List<Fact> further) {

    public ProviderSummary {
        further = List.copyOf(further);
    }
}
