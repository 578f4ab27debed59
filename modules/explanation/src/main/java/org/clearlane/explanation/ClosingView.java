package org.clearlane.explanation;

import java.util.List;

/**
 * The end of a payment as it is shown.
 *
 * @param adjustments money moved outside claims
 * @param arithmetic the balances of the whole payment
 * @param balanced whether everything adds up
 * @param warnings what could not be read, or is missing
 */
public record ClosingView(
        List<ProviderAdjustmentView> adjustments,
        String claims,
        String paid,
        List<String> arithmetic,
        boolean balanced,
        List<String> warnings) {

    /** Money moved outside claims. */
    public record ProviderAdjustmentView(String reason, String identifier, String words, String effect, String amount) {}
}
