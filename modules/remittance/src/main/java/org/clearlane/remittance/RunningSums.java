package org.clearlane.remittance;

import java.util.BitSet;
import org.clearlane.model.remittance.SumListener;

/**
 * Says of each payment of a file whether it balances, from its amounts alone: the same verdict as {@link
 * RemittanceBalance}, without proofs and without an object a claim. Keeps a bit a payment. For one file and one thread.
 */
public final class RunningSums implements SumListener {

    private final ClaimSums claim = new ClaimSums();
    private final BitSet balanced = new BitSet();
    private boolean claimOpen;
    private int payments;
    private long claims;
    private long lines;
    private long amount;
    private long paid;
    private long providerAdjusted;
    private long broken;
    private boolean whole;
    private boolean summed;
    private long summary;
    private long charged;

    @Override
    public void payment(long cents) {
        amount = cents;
        paid = 0;
        providerAdjusted = 0;
        broken = 0;
        summed = false;
        charged = 0;
    }

    @Override
    public void group(boolean hasSummary, long charge) {
        endGroup();
        summed = hasSummary;
        summary = charge;
    }

    @Override
    public void claim(long charge, long claimPaid) {
        endClaim();
        claimOpen = true;
        claims++;
        paid += claimPaid;
        charged += charge;
        claim.claim(charge, claimPaid);
    }

    @Override
    public void line(long charge, long linePaid) {
        lines++;
        claim.line(charge, linePaid);
    }

    @Override
    public void adjusted(long cents) {
        claim.adjust(cents);
    }

    @Override
    public void providerAdjusted(long cents) {
        providerAdjusted += cents;
    }

    @Override
    public void ended(boolean readable) {
        endGroup();
        if (paid - providerAdjusted != amount) {
            broken++;
        }
        balanced.set(payments++, broken == 0 && readable);
    }

    @Override
    public void fileEnded(boolean fileWhole) {
        whole = fileWhole;
    }

    private void endClaim() {
        if (claimOpen) {
            broken += claim.broken();
            claimOpen = false;
        }
    }

    private void endGroup() {
        endClaim();
        if (summed && summary != charged) {
            broken++;
        }
        summed = false;
        charged = 0;
    }

    /** Whether this payment of the file balances and could be read whole, the first being 0. */
    public boolean balanced(int payment) {
        return balanced.get(payment);
    }

    /** Whether nothing is missing behind the last payment, as far as anybody can tell. */
    public boolean whole() {
        return whole;
    }

    /** How many payments there were. */
    public int payments() {
        return payments;
    }

    /** How many of them balance. */
    public int balancedPayments() {
        return balanced.cardinality();
    }

    /** How many claims there were. */
    public long claims() {
        return claims;
    }

    /** How many service lines there were. */
    public long lines() {
        return lines;
    }
}
