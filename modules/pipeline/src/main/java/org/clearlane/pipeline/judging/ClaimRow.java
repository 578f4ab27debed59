package org.clearlane.pipeline.judging;

import java.util.Optional;
import org.clearlane.formats.LeftOutClaim;
import org.clearlane.judgement.JudgedClaim;
import org.clearlane.judgement.Outcome;
import org.clearlane.model.claim.BillingProvider;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.ledger.NewClaim;
import org.clearlane.transactions.t837.ClaimSpans;
import org.clearlane.transactions.t837.Span;

/** A judged claim as the ledger's row. */
final class ClaimRow {

    private static final Span NOWHERE = new Span(0, 0);

    private ClaimRow() {}

    static NewClaim of(String id, int ordinal, JudgedClaim judged, Profiles profiles) {
        Claim claim = judged.claim();
        ClaimSpans spans = judged.spans();
        BillingProvider provider = claim.billingProvider();
        String payerCode = claim.payer() == null ? "" : claim.payer().id();
        Optional<PayerProfile> payer = profiles.payerFor(payerCode);
        ServicePeriod period = ServicePeriod.of(claim);
        Span atProvider = spans.provider() == null ? NOWHERE : spans.provider();
        Span atSubscriber = spans.subscriber() == null ? NOWHERE : spans.subscriber();
        return new NewClaim(
                id,
                ordinal,
                claim.kind(),
                claim.patientControlNumber(),
                claim.charge() == null ? 0 : claim.charge().cents(),
                claim.frequency(),
                claim.payerClaimNumber(),
                provider == null ? "" : provider.npi(),
                provider == null ? "" : provider.taxId(),
                payerCode,
                payer.map(PayerProfile::id).orElse(null),
                period.from(),
                period.to(),
                claim.test(),
                claim.position(),
                atProvider.offset(),
                atProvider.length(),
                atSubscriber.offset(),
                atSubscriber.length(),
                spans.patient() == null ? null : spans.patient().offset(),
                spans.patient() == null ? null : spans.patient().length(),
                spans.claim().offset(),
                spans.claim().length(),
                state(judged.outcome()),
                judged.outcome() == Outcome.HELD ? judged.holdReason().inWords() : null);
    }

    private static ClaimState state(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> ClaimState.QUEUED;
            case REJECTED -> ClaimState.REJECTED_CLAIM;
            case HELD -> ClaimState.HELD;
        };
    }

    /** A claim of a table that could not be written as X12: it has no bytes, and is counted all the same. */
    static NewClaim leftOut(String id, int ordinal, LeftOutClaim claim) {
        return new NewClaim(
                id,
                ordinal,
                ClaimKind.PROFESSIONAL,
                claim.claimNumber(),
                claim.charge() == null ? 0 : claim.charge().cents(),
                "",
                "",
                "",
                "",
                "",
                null,
                null,
                null,
                false,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                0,
                0,
                ClaimState.REJECTED_CLAIM,
                null);
    }
}
