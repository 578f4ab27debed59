package org.clearlane.app.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.SetEnd;

/** Adds up an 835 as posting does before it counts: every line, claim and payment. */
final class PaymentSums implements RemittanceListener {

    private RemittanceBalance balance;
    private long claims;
    private boolean balanced = true;

    private PaymentSums() {}

    /** How many claims were met; all of it must balance. */
    static long balanced(byte[] file) throws IOException {
        PaymentSums sums = new PaymentSums();
        RemittanceReader.read(new ByteArrayInputStream(file), sums);
        if (!sums.balanced) {
            throw new IllegalStateException("a generated payment does not balance");
        }
        return sums.claims;
    }

    @Override
    public void opened(RemittanceHead head) {
        balance = new RemittanceBalance(head.payment());
    }

    @Override
    public void claim(ClaimPayment claim, List<Finding> problems) {
        claims++;
        balance.add(claim);
    }

    @Override
    public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {
        balanced &= balance.close(providerAdjustments).balanced();
    }

    @Override
    public void problem(Finding finding) {
        balanced = false;
    }
}
