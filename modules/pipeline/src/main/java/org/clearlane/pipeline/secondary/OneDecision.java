package org.clearlane.pipeline.secondary;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.SetEnd;

/** Finds one claim of one set in an 835, keeping nothing else. */
final class OneDecision implements RemittanceListener {

    private final int wantedSet;
    private final int wantedClaim;
    private int set;
    private int claim;
    private ClaimPayment found;

    private OneDecision(int set, int claim) {
        this.wantedSet = set;
        this.wantedClaim = claim;
    }

    /** Both counted from 1. */
    static Optional<ClaimPayment> in(InputStream bytes, int set, int claim) throws IOException {
        OneDecision search = new OneDecision(set, claim);
        RemittanceReader.read(bytes, search);
        return Optional.ofNullable(search.found);
    }

    @Override
    public void opened(RemittanceHead head) {
        set++;
        claim = 0;
    }

    @Override
    public void claim(ClaimPayment payment, List<Finding> problems) {
        if (++claim == wantedClaim && set == wantedSet) {
            found = payment;
        }
    }

    @Override
    public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {}

    @Override
    public void problem(Finding finding) {}
}
