package org.clearlane.custody;

/**
 * Where things are, as columns that must add up: in = sent + rejected + held + in flight. Counts of claims, or exact
 * cents of what they charge.
 *
 * @param in everything that was ever taken in
 * @param sent handed over to a payer, whatever the payer has said since
 * @param rejected refused by us and told so
 * @param held kept with a reason, until somebody decides
 * @param inFlight on the way between judging and handing over
 */
public record CustodySum(long in, long sent, long rejected, long held, long inFlight) {

    static final CustodySum ZERO = new CustodySum(0, 0, 0, 0, 0);

    /** Whether the columns add up. */
    public boolean addsUp() {
        return in == sent + rejected + held + inFlight;
    }

    CustodySum plus(CustodySum other) {
        return new CustodySum(
                in + other.in,
                sent + other.sent,
                rejected + other.rejected,
                held + other.held,
                inFlight + other.inFlight);
    }
}
