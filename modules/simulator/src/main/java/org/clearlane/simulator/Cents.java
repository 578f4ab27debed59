package org.clearlane.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money as whole cents in a long; X12 amounts in and out. Own arithmetic, so that nothing is shared with the ledger. */
final class Cents {

    private Cents() {}

    /** @throws ArithmeticException or NumberFormatException when it is no amount of whole cents */
    static long parse(String amount) {
        if (!amount.matches("-?(\\d{1,15}(\\.\\d{0,2})?|\\.\\d{1,2})")) {
            throw new NumberFormatException("not an amount of whole cents");
        }
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    /** As X12 writes it: no zeros behind the point that say nothing. */
    static String text(long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2).stripTrailingZeros();
        return (amount.scale() < 0 ? amount.setScale(0, RoundingMode.UNNECESSARY) : amount).toPlainString();
    }

    /** With both decimals, for the journal. */
    static String fixed(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** The share of an amount, rounded half up. */
    static long share(long cents, int basisPoints) {
        return BigDecimal.valueOf(cents)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
