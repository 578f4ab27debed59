package org.clearlane.edits.cob;

import java.util.Map;
import org.clearlane.edits.Edit;

/** Which class stands behind which row of {@code config/edits/cob.yaml}. */
public final class CobEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("cob.adjustment.repeated", new AdjustmentIsNotRepeated()),
            Map.entry("cob.adjustment.zero", new AdjustmentIsNotZero()),
            Map.entry("cob.claim.balance", new ClaimOfOtherPayerBalances()),
            Map.entry("cob.decision-date.future", new DecisionIsNotInTheFuture()),
            Map.entry("cob.decision-date.missing", new DecisionHasDay()),
            Map.entry("cob.decision-date.twice", new DecisionHasOneDay()),
            Map.entry("cob.filing-indicator.missing", new OtherPayerHasFilingIndicator()),
            Map.entry("cob.first-payer.already-paid", new FirstPayerPaysFirst()),
            Map.entry("cob.later-payer.paid", new LaterPayerPaysLater()),
            Map.entry("cob.line.balance", new LineOfOtherPayerBalances()),
            Map.entry("cob.line.payer-unknown", new DecidingPayerIsNamed()),
            Map.entry("cob.not-covered.charge", new WhatIsNotCoveredIsTheCharge()),
            Map.entry("cob.not-covered.paid", new WhatIsNotCoveredIsNotPaid()),
            Map.entry("cob.paid.above-charge", new OtherPayerPaidAtMostTheCharge()),
            Map.entry("cob.paid.missing", new DecidingPayerSaysWhatItPaid()),
            Map.entry("cob.payer-id.is-destination", new OtherPayerIsAnother()),
            Map.entry("cob.payer-id.repeated", new OtherPayersDiffer()),
            Map.entry("cob.prior-payer.missing", new SecondPayerHasFirst()),
            Map.entry("cob.remaining.above-charge", new RemainingIsAtMostTheCharge()),
            Map.entry("cob.responsibility.repeated", new PayersStandInOrder()),
            Map.entry("cob.second-payer.missing", new ThirdPayerHasSecond()));

    private CobEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
