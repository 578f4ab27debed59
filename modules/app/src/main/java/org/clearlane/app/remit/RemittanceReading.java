package org.clearlane.app.remit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.clearlane.app.remit.Explanation.PaymentVerdict;
import org.clearlane.app.remit.Explanation.RemitVerdict;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.SetEnd;

/**
 * Reads one 835, adds it up and tells an explanation, a claim at a time in memory that does not grow with the file but
 * for a bit a payment. For one file and one thread.
 */
final class RemittanceReading implements RemittanceListener {

    /** After these something may be missing that left no other trace. */
    private static final Set<String> CUT = Set.of("remittance.interchange.cut", "remittance.segment.long");

    private final Explanation explanation;
    private final Problems problems;
    private final BitSet balanced = new BitSet();
    private int payments;
    private boolean whole = true;
    private boolean readable = true;
    private RemittanceBalance balance;

    private RemittanceReading(Explanation explanation, Problems problems) {
        this.explanation = explanation;
        this.problems = problems;
    }

    /**
     * Reads to the end of the stream.
     *
     * @throws IOException when it cannot be read, or from the explanation
     */
    static RemittanceReading read(InputStream in, Explanation explanation, Problems problems) throws IOException {
        RemittanceReading reading = new RemittanceReading(explanation, problems);
        try {
            RemittanceReader.read(in, reading);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        explanation.end(reading.verdict());
        return reading;
    }

    RemitVerdict verdict() {
        return new RemitVerdict(payments, balanced.cardinality(), whole);
    }

    @FunctionalInterface
    private interface Telling {
        void tell() throws IOException;
    }

    private static void tell(Telling telling) {
        try {
            telling.tell();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void opened(RemittanceHead head) {
        balance = new RemittanceBalance(head.payment());
        tell(() -> explanation.payment(head.payment()));
        kept(head.detail().rest());
    }

    @Override
    public void group(ClaimGroup group) {
        balance.summary(group.summary());
        kept(group.rest());
    }

    private void kept(List<KeptSegment> segments) {
        for (KeptSegment segment : segments) {
            tell(() -> explanation.kept(segment));
        }
    }

    @Override
    public void claim(ClaimPayment claim, List<Finding> found) {
        boolean holds = balance.add(claim) && found.stream().noneMatch(Finding::isError);
        tell(() -> explanation.claim(claim, holds));
    }

    @Override
    public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {
        PaymentVerdict verdict = new PaymentVerdict(balance.close(providerAdjustments), readable, end.isWhole());
        balanced.set(payments++, verdict.balanced());
        readable = true;
        kept(end.rest());
        tell(() -> explanation.end(providerAdjustments, verdict));
    }

    @Override
    public void problem(Finding finding) {
        problems.add(finding);
        // What is wrong with a set is told before the set is closed.
        readable &= !finding.isError();
        whole &= !CUT.contains(finding.code());
    }
}
