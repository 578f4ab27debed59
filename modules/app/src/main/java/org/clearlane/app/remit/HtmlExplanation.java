package org.clearlane.app.remit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.clearlane.explanation.ExplanationPage;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;

/** As a page for billers and patients. */
final class HtmlExplanation implements Explanation {

    private final ExplanationPage page;
    private boolean begun;

    HtmlExplanation(Writer out, AdjustmentLabels labels) {
        this.page = new ExplanationPage(out, labels);
    }

    @Override
    public void payment(PaymentHeader header) throws IOException {
        if (!begun) {
            page.begin();
            begun = true;
        }
        page.payment(header);
    }

    @Override
    public void claim(ClaimPayment claim, boolean balanced) throws IOException {
        page.claim(claim, balanced);
    }

    @Override
    public void end(List<ProviderAdjustment> providerAdjustments, PaymentVerdict verdict) throws IOException {
        page.end(providerAdjustments, verdict.sums(), Warnings.of(verdict));
    }

    @Override
    public void end(RemitVerdict verdict) throws IOException {
        if (begun) {
            page.finish();
        }
    }
}
