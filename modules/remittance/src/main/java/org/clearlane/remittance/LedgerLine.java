package org.clearlane.remittance;

import java.util.List;
import org.clearlane.model.Money;

/**
 * A service line of a claim as it was sent to the payer (837P loop 2400).
 *
 * @param lineNumber LX01
 * @param controlNumber REF*6R, or empty where none was sent; the payer then answers with LX01
 * @param procedure SV101-2
 * @param modifiers SV101-3 to SV101-6, those present
 * @param charge SV102
 * @param serviceDate DTP*472 as CCYYMMDD, the first day of a period
 */
public record LedgerLine(
        int lineNumber,
        String controlNumber,
        String procedure,
        List<String> modifiers,
        Money charge,
        String serviceDate) {

    public LedgerLine {
        modifiers = List.copyOf(modifiers);
    }
}
