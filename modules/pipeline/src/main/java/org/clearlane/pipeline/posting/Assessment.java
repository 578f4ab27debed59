package org.clearlane.pipeline.posting;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.remittance.RemittanceKey;
import org.clearlane.remittance.RemittancePrint;
import org.clearlane.remittance.RemittanceVerdict;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.SetEnd;

/**
 * The first reading of an 835: what each of its payments comes to as a whole, before one claim of it is touched. Keeps
 * nothing a claim. Not safe for use by several threads.
 */
final class Assessment implements RemittanceListener {

    /**
     * One payment as a whole.
     *
     * @param readable whether every amount could be read and the set was sent to its end
     */
    record Assessed(
            RemittanceKey key,
            RemittanceVerdict verdict,
            boolean readable,
            List<ProviderAdjustment> providerAdjustments) {

        Money providerAdjusted() {
            Money sum = Money.ZERO;
            for (ProviderAdjustment adjustment : providerAdjustments) {
                sum = sum.plus(adjustment.amount());
            }
            return sum;
        }
    }

    private final List<Assessed> all = new ArrayList<>();
    private RemittanceHead head;
    private RemittanceBalance balance;
    private RemittancePrint print;
    private boolean readable = true;

    private Assessment() {}

    /** All payments of the file, in the order sent. */
    static List<Assessed> of(InputStream bytes) throws IOException {
        Assessment assessment = new Assessment();
        RemittanceReader.read(bytes, assessment);
        return assessment.all;
    }

    @Override
    public void opened(RemittanceHead opened) {
        head = opened;
        balance = new RemittanceBalance(opened.payment());
        print = new RemittancePrint();
    }

    @Override
    public void group(ClaimGroup group) {
        balance.summary(group.summary());
    }

    @Override
    public void claim(ClaimPayment claim, List<Finding> problems) {
        balance.add(claim);
        print.add(claim);
    }

    @Override
    public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {
        providerAdjustments.forEach(print::add);
        all.add(new Assessed(
                RemittanceKey.of(head.payment(), print.value()),
                balance.close(providerAdjustments),
                readable && end.isWhole(),
                List.copyOf(providerAdjustments)));
        readable = true;
    }

    /** What is wrong with a set is told before it is closed. */
    @Override
    public void problem(Finding finding) {
        readable &= !finding.isError();
    }
}
