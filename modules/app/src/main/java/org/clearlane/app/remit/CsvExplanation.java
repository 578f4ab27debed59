package org.clearlane.app.remit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RemittanceCsv;

/** For spreadsheets; without a payment there is not even a heading. */
final class CsvExplanation implements Explanation {

    private final Writer out;
    private final AdjustmentLabels labels;
    private RemittanceCsv csv;

    CsvExplanation(Writer out, AdjustmentLabels labels) {
        this.out = out;
        this.labels = labels;
    }

    @Override
    public void payment(PaymentHeader header) throws IOException {
        if (csv == null) {
            csv = new RemittanceCsv(out, labels);
        }
        csv.payment(header);
    }

    @Override
    public void claim(ClaimPayment claim, boolean balanced) throws IOException {
        csv.claim(claim);
    }

    @Override
    public void end(List<ProviderAdjustment> providerAdjustments, PaymentVerdict verdict) throws IOException {
        for (ProviderAdjustment adjustment : providerAdjustments) {
            csv.providerAdjustment(adjustment);
        }
    }
}
