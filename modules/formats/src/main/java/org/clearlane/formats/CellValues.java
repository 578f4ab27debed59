package org.clearlane.formats;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clearlane.model.Money;

/** Cells as people write them, turned into what the 837P wants. Empty where the text means nothing. */
final class CellValues {

    private static final DateTimeFormatter DASHES = strict("uuuu-MM-dd");
    private static final DateTimeFormatter DIGITS = strict("uuuuMMdd");
    private static final DateTimeFormatter SLASHES = strict("MM/dd/uuuu");

    private CellValues() {}

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** YYYY-MM-DD, YYYYMMDD or MM/DD/YYYY as CCYYMMDD. */
    static Optional<String> date(String text) {
        DateTimeFormatter format = text.contains("-") ? DASHES : text.contains("/") ? SLASHES : DIGITS;
        try {
            LocalDate date = LocalDate.parse(text, format);
            return date.getYear() < 1800 || date.getYear() > 2999
                    ? Optional.empty()
                    : Optional.of(DateTimeFormatter.BASIC_ISO_DATE.format(date));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<String> amount(String text) {
        return Money.parse(text).map(Money::toX12);
    }

    /** A decimal without sign; zeros that mean nothing are dropped, as X12 wants. */
    static Optional<String> quantity(String text) {
        if (!text.matches("\\d{1,8}(\\.\\d{1,3})?")) {
            return Optional.empty();
        }
        String plain = text.replaceFirst("^0+(?=\\d)", "");
        return Optional.of(plain.contains(".") ? plain.replaceFirst("\\.?0+$", "") : plain);
    }

    /** An ICD-10-CM code without the point people write behind its third character. */
    static Optional<String> diagnosis(String text) {
        String code = text.length() > 4 && text.charAt(3) == '.' ? text.substring(0, 3) + text.substring(4) : text;
        return code.matches("[A-Za-z0-9]{3,8}") ? Optional.of(code.toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /** One to four of 1 to 12 or A to L, separated by blanks, commas or slashes; letters may stand together. */
    static Optional<String> pointers(String text) {
        List<String> pointers = new ArrayList<>();
        for (String word : text.toUpperCase(Locale.ROOT).split("[ ,/]+")) {
            if (word.matches("[A-L]{1,4}")) {
                word.chars().forEach(c -> pointers.add(Integer.toString(c - 'A' + 1)));
            } else if (word.matches("0?[1-9]|1[0-2]")) {
                pointers.add(Integer.toString(Integer.parseInt(word)));
            } else {
                return Optional.empty();
            }
        }
        return pointers.isEmpty() || pointers.size() > 4 ? Optional.empty() : Optional.of(String.join(" ", pointers));
    }

    /** Five or nine digits; the dash people write between them is not sent. */
    static String zip(String text) {
        return text.matches("\\d{5}-\\d{4}") ? text.substring(0, 5) + text.substring(6) : text;
    }
}
