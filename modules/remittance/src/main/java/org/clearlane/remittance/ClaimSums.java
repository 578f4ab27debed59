package org.clearlane.remittance;

import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;

/** The sums of one claim in cents, and the rules they must keep. Used again and again; for one thread. */
final class ClaimSums {

    private long charge;
    private long paid;
    private long adjusted;
    private boolean adjustedAtClaim;
    private long lines;
    private long linesPaid;
    private long brokenLines;
    private long lineRest;

    void claim(long claimCharge, long claimPaid) {
        charge = claimCharge;
        paid = claimPaid;
        adjusted = 0;
        adjustedAtClaim = false;
        lines = 0;
        linesPaid = 0;
        brokenLines = 0;
        lineRest = 0;
    }

    void line(long lineCharge, long linePaid) {
        endLine();
        lines++;
        linesPaid += linePaid;
        lineRest = lineCharge - linePaid;
    }

    void adjust(long cents) {
        adjusted += cents;
        if (lines == 0) {
            adjustedAtClaim = true;
        } else {
            lineRest -= cents;
        }
    }

    /** SVC02 − Σ CAS = SVC03 of the line that ends. */
    private void endLine() {
        if (lineRest != 0) {
            brokenLines++;
            lineRest = 0;
        }
    }

    /** How many binding balances of the claim do not hold; the claim ends with it. */
    long broken() {
        endLine();
        boolean claimOff = charge - adjusted != paid;
        boolean linesOff = lines > 0 && !adjustedAtClaim && linesPaid != paid;
        return brokenLines + (claimOff ? 1 : 0) + (linesOff ? 1 : 0);
    }

    long charge() {
        return charge;
    }

    long paid() {
        return paid;
    }

    long lines() {
        return lines;
    }

    /** The sums of this claim. */
    void of(ClaimPayment claim) {
        claim(claim.charge().cents(), claim.paid().cents());
        for (Adjustment adjustment : claim.adjustments()) {
            adjust(adjustment.amount().cents());
        }
        for (LinePayment line : claim.lines()) {
            line(line.charge().cents(), line.paid().cents());
            for (Adjustment adjustment : line.adjustments()) {
                adjust(adjustment.amount().cents());
            }
        }
    }
}
