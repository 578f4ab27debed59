package org.clearlane.remittance;

import java.util.Collection;
import org.clearlane.model.Money;

/** Whether a whole 835 may be posted at all. Decided once for the payment, before any of its claims is touched. */
public sealed interface RemittanceStanding {

    /** It is whole, new, and balances: its claims may be posted. */
    record Good() implements RemittanceStanding {}

    /** The same payment with the same claims is known: nothing is posted, nothing is lost. */
    record Duplicate(RemittanceKey of) implements RemittanceStanding {}

    /** A payment of the same trace, payer and amount is known, but with other claims: held for a person. */
    record DuplicateWithOtherContent(RemittanceKey of) implements RemittanceStanding {}

    /** Held whole: half of a payment is never posted. */
    record OutOfBalance(BalanceProof proof) implements RemittanceStanding {

        /** By how much, without sign. */
        public Money by() {
            return proof.difference().isNegative() ? proof.difference().negated() : proof.difference();
        }
    }

    /** An amount could not be read, or the set was cut short: held whole. */
    record Unreadable() implements RemittanceStanding {}

    /**
     * Judges the payment. Readability comes first, since sums over unread amounts mean nothing; then duplicates, so that
     * a known payment is named as such also where it is out of balance; then the balance.
     *
     * @param readable whether every amount could be read and the set was sent to its end
     * @param known keys of payments already posted or held, at least those with the same trace
     */
    static RemittanceStanding of(
            boolean readable, RemittanceVerdict verdict, RemittanceKey key, Collection<RemittanceKey> known) {
        if (!readable) {
            return new Unreadable();
        }
        RemittanceKey sameMoney = null;
        for (RemittanceKey other : known) {
            if (other.equals(key)) {
                return new Duplicate(other);
            }
            sameMoney = other.namesSamePayment(key) ? other : sameMoney;
        }
        // Notices that pay nothing bear traces that payers use again and again; only money makes them suspicious.
        if (sameMoney != null && !key.amount().isZero()) {
            return new DuplicateWithOtherContent(sameMoney);
        }
        return verdict.balanced()
                ? new Good()
                : new OutOfBalance(verdict.broken().getFirst());
    }
}
