package org.clearlane.bank;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TRN segment inside free text: the payment related information of an addenda record, or a description in a bank's
 * table. NACHA writes {@code TRN*1*12345*1512345678~}, some banks a backslash at the end.
 *
 * @param trace TRN02
 * @param payerTaxId TRN03, or empty
 */
record TraceText(String trace, String payerTaxId) {

    private static final Pattern TRN =
            Pattern.compile("(?<![A-Za-z0-9])TRN\\*1\\*([^*~\\\\]{1,50})(?:\\*([^*~\\\\\\s]{0,10}))?");

    static Optional<TraceText> in(String text) {
        Matcher matcher = TRN.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String payer = matcher.group(2);
        return Optional.of(new TraceText(matcher.group(1).strip(), payer == null ? "" : payer));
    }
}
