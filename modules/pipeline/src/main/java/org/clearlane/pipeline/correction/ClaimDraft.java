package org.clearlane.pipeline.correction;

import org.clearlane.model.ledger.ClaimState;
import org.clearlane.transactions.correction.ClaimText;

/**
 * A claim on somebody's desk.
 *
 * @param original as it was handed in
 * @param base what changes are made in: the original, or for a replacement or void the original with its frequency and the
 *     payer's number
 * @param payerClaimNumber what the payer calls the claim; empty when it is not known or not asked for
 * @param now what would be found of it as it stands, each with the segment it is about
 */
public record ClaimDraft(
        String claimId,
        String patientControlNumber,
        ClaimState state,
        CorrectionKind kind,
        ClaimText original,
        ClaimText base,
        String payerClaimNumber,
        DraftVerdict now) {}
