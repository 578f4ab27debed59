package org.clearlane.edits.claim;

import java.util.Map;
import org.clearlane.edits.Edit;

/** Which class stands behind which row of {@code config/edits/claim.yaml}. */
public final class ClaimEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("attachment.control-number.missing", new AttachmentHasControlNumber()),
            Map.entry("claim.accident-cause.missing", new AccidentDateHasCause()),
            Map.entry("claim.accident-date.missing", new AccidentHasDate()),
            Map.entry("claim.accident-state.missing", new AutoAccidentHasState()),
            Map.entry("claim.authorization.is-referral", new AuthorizationIsNotTheReferral()),
            Map.entry("claim.auto-insurance.cause", new CauseFitsFiling("AM", "AA")),
            Map.entry("claim.charge.zero", new ClaimHasCharge()),
            Map.entry("claim.delay-reason.missing", new LateClaimSaysWhy()),
            Map.entry("claim.epsdt-referral.missing", new ScreeningSaysItsReferral()),
            Map.entry("claim.frequency.unknown", new FrequencyIsOneOfThose()),
            Map.entry("claim.number.long", new ClaimNumberIsNotLong()),
            Map.entry("claim.original-number.unexpected", new OriginalNumberBelongsToCorrection()),
            Map.entry("claim.patient-paid.above-charge", new PatientPaidNoMoreThanCharged()),
            Map.entry("claim.patient-paid.negative", new PatientPaidIsNotNegative()),
            Map.entry("claim.provider-signature.missing", new ProviderHasSigned()),
            Map.entry("claim.referral.without-referrer", new ReferralHasReferrer()),
            Map.entry("claim.work.filing", new WorkGoesToWorkersCompensation()),
            Map.entry("claim.workers-comp.cause", new CauseFitsFiling("WC", "EM")));

    private ClaimEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
