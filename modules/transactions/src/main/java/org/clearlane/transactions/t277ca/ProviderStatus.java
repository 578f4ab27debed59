package org.clearlane.transactions.t277ca;

import java.util.List;

/**
 * The billing provider level (2000C). A rejection here with no claim below is a rejection of all claims of the provider.
 *
 * @param name 2100C NM103
 * @param idQualifier NM108
 * @param id NM109
 * @param trace 2200C TRN02
 * @param statuses 2200C STC
 * @param answer what they mean together; OTHER when there are none
 */
public record ProviderStatus(
        String name, String idQualifier, String id, String trace, List<StatusEntry> statuses, ClaimAnswer answer) {

    static final ProviderStatus NONE = new ProviderStatus("", "", "", "", List.of(), ClaimAnswer.OTHER);

    public ProviderStatus {
        statuses = List.copyOf(statuses);
    }
}
