package org.clearlane.app.remit;

import java.io.IOException;
import java.util.List;
import org.clearlane.explanation.ExplanationPdf;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;

/** As a document for paper. The caller writes it when the file is read. */
record PdfExplanation(ExplanationPdf pdf) implements Explanation {

    @Override
    public void payment(PaymentHeader header) throws IOException {
        pdf.payment(header);
    }

    @Override
    public void claim(ClaimPayment claim, boolean balanced) throws IOException {
        pdf.claim(claim, balanced);
    }

    @Override
    public void end(List<ProviderAdjustment> providerAdjustments, PaymentVerdict verdict) throws IOException {
        pdf.end(providerAdjustments, verdict.sums(), Warnings.of(verdict));
    }
}
