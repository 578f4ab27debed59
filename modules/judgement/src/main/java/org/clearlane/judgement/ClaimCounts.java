package org.clearlane.judgement;

import org.clearlane.model.Money;

/**
 * Claims and their charges by outcome. A charge that could not be read counts as nothing.
 *
 * @param accepted claims that go on
 * @param rejected claims that were refused, alone or with what they stand in
 * @param held claims that wait for somebody of ours
 * @param acceptedCharge their CLM02
 * @param rejectedCharge their CLM02
 * @param heldCharge their CLM02
 */
public record ClaimCounts(
        long accepted, long rejected, long held, Money acceptedCharge, Money rejectedCharge, Money heldCharge) {

    public static final ClaimCounts NONE = new ClaimCounts(0, 0, 0, Money.ZERO, Money.ZERO, Money.ZERO);

    /** All claims. */
    public long total() {
        return accepted + rejected + held;
    }

    /** All charges. */
    public Money totalCharge() {
        return sum(sum(acceptedCharge, rejectedCharge), heldCharge);
    }

    /** Both together. */
    public ClaimCounts plus(ClaimCounts other) {
        return new ClaimCounts(
                accepted + other.accepted,
                rejected + other.rejected,
                held + other.held,
                sum(acceptedCharge, other.acceptedCharge),
                sum(rejectedCharge, other.rejectedCharge),
                sum(heldCharge, other.heldCharge));
    }

    /** One more claim. */
    public ClaimCounts with(Outcome outcome, Money charge) {
        Money amount = charge == null ? Money.ZERO : charge;
        return switch (outcome) {
            case ACCEPTED ->
                new ClaimCounts(accepted + 1, rejected, held, sum(acceptedCharge, amount), rejectedCharge, heldCharge);
            case REJECTED ->
                new ClaimCounts(accepted, rejected + 1, held, acceptedCharge, sum(rejectedCharge, amount), heldCharge);
            case HELD ->
                new ClaimCounts(accepted, rejected, held + 1, acceptedCharge, rejectedCharge, sum(heldCharge, amount));
        };
    }

    /** The same claims, all refused, because what they stand in is. */
    public ClaimCounts allRejected() {
        return new ClaimCounts(0, total(), 0, Money.ZERO, totalCharge(), Money.ZERO);
    }

    /** Amounts a sender invents may be beyond what a long holds; a sum of such amounts means nothing, so it stops there. */
    private static Money sum(Money one, Money other) {
        long sum = one.cents() + other.cents();
        boolean overflow = ((one.cents() ^ sum) & (other.cents() ^ sum)) < 0;
        return new Money(overflow ? Long.MAX_VALUE : sum);
    }
}
