package org.clearlane.judgement;

import java.util.HashMap;
import java.util.Map;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;

/** Decides whether a claim without errors may go on by itself. */
final class Holds {

    private final Practice practice;
    private final Map<String, PayerProfile> payersById;

    Holds(JudgeOptions options) {
        practice = options.practice();
        if (options.payers() == null) {
            payersById = null;
        } else {
            payersById = new HashMap<>();
            for (PayerProfile payer : options.payers()) {
                payer.payerIds().forEach(id -> payersById.put(id, payer));
            }
        }
    }

    /** The payer the claim names; null when it is not known. */
    PayerProfile payerOf(Claim claim) {
        return payersById == null ? null : payersById.get(claim.payer().id());
    }

    /**
     * Why it is held, or null.
     *
     * @param predetermination whether its guide is that of a predetermination
     */
    HoldReason reason(Claim claim, boolean predetermination) {
        if (practice != null
                && !practice.npis().contains(claim.billingProvider().npi())) {
            return HoldReason.BILLING_PROVIDER_NOT_ENROLLED;
        }
        if (payersById != null) {
            PayerProfile payer = payersById.get(claim.payer().id());
            if (payer == null) {
                return HoldReason.UNKNOWN_PAYER;
            }
            if (!payer.kinds().contains(claim.kind())) {
                return HoldReason.KIND_NOT_TAKEN_BY_PAYER;
            }
            if (predetermination) {
                return HoldReason.PREDETERMINATION;
            }
            if ((payer.envelope().usage() == 'T') != claim.test()) {
                return HoldReason.USAGE_DOES_NOT_FIT_ROUTE;
            }
        }
        return null;
    }
}
