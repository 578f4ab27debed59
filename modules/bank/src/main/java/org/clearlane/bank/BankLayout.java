package org.clearlane.bank;

import java.util.Map;
import java.util.Set;

/**
 * How one bank writes its table: {@code config/banks/<name>.yaml}.
 *
 * @param name the file's name without its ending
 * @param title for people
 * @param separator comma, semicolon, tab or bar
 * @param dateFormat as in {@code MM/dd/yyyy}
 * @param columns which heading holds which field
 * @param only column and values of the rows that are payments to the practice; others are named and left alone. Null
 *     where every row is one
 */
public record BankLayout(
        String name, String title, char separator, String dateFormat, Map<Field, String> columns, Only only) {

    public BankLayout {
        columns = Map.copyOf(columns);
    }

    /** What a column may hold. */
    public enum Field {
        DATE,
        AMOUNT,
        TRACE,
        PAYER_TAX_ID,
        PAYER_NAME,
        DESCRIPTION,
        PAYEE_NUMBER,
        ACCOUNT,
        REFERENCE;

        /** As the layout file calls it: {@code payerTaxId}. */
        public String key() {
            StringBuilder out = new StringBuilder();
            for (String part : name().toLowerCase(java.util.Locale.ROOT).split("_")) {
                out.append(out.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            }
            return out.toString();
        }
    }

    /** Rows whose cell in this column is one of these. */
    public record Only(String column, Set<String> values) {

        public Only {
            values = Set.copyOf(values);
        }
    }
}
