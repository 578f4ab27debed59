package org.clearlane.app.remit;

import java.io.IOException;
import java.util.List;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;

/** Lets one payment of a file through to another explanation, and that the file ends. */
final class OnePayment implements Explanation {

    private final Explanation explanation;
    private final int wanted;
    private int payment;

    /** @param wanted which payment of the file, from 1 */
    OnePayment(Explanation explanation, int wanted) {
        this.explanation = explanation;
        this.wanted = wanted;
    }

    @Override
    public void payment(PaymentHeader header) throws IOException {
        if (++payment == wanted) {
            explanation.payment(header);
        }
    }

    @Override
    public void kept(KeptSegment segment) throws IOException {
        if (payment == wanted) {
            explanation.kept(segment);
        }
    }

    @Override
    public void claim(ClaimPayment claim, boolean balanced) throws IOException {
        if (payment == wanted) {
            explanation.claim(claim, balanced);
        }
    }

    @Override
    public void end(List<ProviderAdjustment> providerAdjustments, PaymentVerdict verdict) throws IOException {
        if (payment == wanted) {
            explanation.end(providerAdjustments, verdict);
        }
    }

    @Override
    public void end(RemitVerdict verdict) throws IOException {
        if (explanation instanceof JsonExplanation) {
            explanation.end(verdict);
        }
    }
}
