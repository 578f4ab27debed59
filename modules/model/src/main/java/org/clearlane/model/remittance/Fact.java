package org.clearlane.model.remittance;

import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;

/**
 * One thing an 835 says under a name of the standard's: a qualifier with its value (REF, DTM, AMT, QTY, LQ, the numbers
 * of PER), or an element by its designator where a segment is a row of unrelated values ({@code MIA04}).
 *
 * @param name the qualifier as sent, or the designator
 * @param value as sent
 */
public record Fact(String name, String value) {

    /** The value as an amount, where it is one. */
    public Optional<Money> amount() {
        return Money.parse(value.strip());
    }

    /** The value of the first fact of this name, or empty. */
    public static String first(List<Fact> facts, String name) {
        for (Fact fact : facts) {
            if (fact.name().equals(name)) {
                return fact.value();
            }
        }
        return "";
    }
}
