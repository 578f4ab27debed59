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

    /**
     * The very same claims are known from this payer under another trace: money that came twice, or a file that was sent
     * again under a new number. Held for a person.
     */
    record DuplicateUnderOtherTrace(RemittanceKey of) implements RemittanceStanding {}

    /** It does not balance, but the payer's profile says who decided that such payments of it count all the same. */
    record Allowed(BalanceProof proof) implements RemittanceStanding {}

    /** Held whole: half of a payment is never posted. */
    record OutOfBalance(BalanceProof proof) implements RemittanceStanding {

        /** By how much, without sign. */
        public Money by() {
            return proof.difference().isNegative() ? proof.difference().negated() : proof.difference();
        }
    }

    /** Whether its claims may be posted. */
    default boolean counts() {
        return this instanceof Good || this instanceof Allowed;
    }

    /** An amount could not be read, or the set was cut short: held whole. */
    record Unreadable() implements RemittanceStanding {}

    /**
     * Judges the payment. Readability comes first, since sums over unread amounts mean nothing; then duplicates, so that
     * a known payment is named as such also where it is out of balance; then the balance.
     *
     * @param readable whether every amount could be read and the set was sent to its end
     * @param known keys of payments already posted, at least those with the same trace or the same print
     * @param allowUnbalanced whether the payer's profile lets payments count that do not balance
     */
    static RemittanceStanding of(
            boolean readable,
            RemittanceVerdict verdict,
            RemittanceKey key,
            Collection<RemittanceKey> known,
            boolean allowUnbalanced) {
        if (!readable) {
            return new Unreadable();
        }
        RemittanceKey sameMoney = null;
        RemittanceKey sameClaims = null;
        for (RemittanceKey other : known) {
            if (other.equals(key)) {
                return new Duplicate(other);
            }
            sameMoney = other.namesSamePayment(key) ? other : sameMoney;
            sameClaims = other.tellsOfSameClaims(key) ? other : sameClaims;
        }
        // Notices that pay nothing bear traces that payers use again and again; only money makes them suspicious.
        if (sameMoney != null && !key.amount().isZero()) {
            return new DuplicateWithOtherContent(sameMoney);
        }
        // Without claims the same words are everyday: capitation and interest are the same sum month by month.
        if (sameClaims != null && verdict.claims() > 0) {
            return new DuplicateUnderOtherTrace(sameClaims);
        }
        if (verdict.balanced()) {
            return new Good();
        }
        BalanceProof broken = verdict.broken().getFirst();
        return allowUnbalanced ? new Allowed(broken) : new OutOfBalance(broken);
    }
}
