package org.clearlane.pipeline.answers;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.AnswerLedger.KnownClaim;
import org.clearlane.store.ledger.ClaimEntry;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Worklist;

/**
 * What follows when a payer refuses an envelope, a group, a set or a batch as a whole. The fault is likely ours, so an
 * operator is told; each practice is told of its own claims, which may be handed in again under the same numbers.
 */
final class RefusedBatch {

    private final Tx tx;
    private final AnswerLedger.Answer answer;
    private final PracticeStatusReport report;
    /** An answer may refuse set after set of the same interchange. */
    private final Set<String> told = new HashSet<>();

    RefusedBatch(Tx tx, AnswerLedger.Answer answer, PracticeStatusReport report) {
        this.tx = tx;
        this.answer = answer;
        this.report = report;
    }

    /**
     * @param outboundId the interchange the claims travelled in
     * @param reference which part of it, as the payer names it
     * @param state what its claims are in since this answer
     * @param codes what the payer said, in the standard's codes
     * @param words the same for people
     */
    void tell(String outboundId, String reference, ClaimState state, String codes, String words) throws SQLException {
        List<KnownClaim> claims = AnswerLedger.movedBy(tx, answer.id(), outboundId, state).stream()
                .filter(claim -> told.add(claim.id()))
                .toList();
        if (claims.isEmpty()) {
            return;
        }
        long cents = 0;
        for (KnownClaim claim : claims) {
            report.addRefused(claim, codes, words);
            cents += claim.chargeCents();
        }
        ClaimEntry.release(tx, claims.stream().map(KnownClaim::id).toList());
        Worklist.put(
                tx,
                Worklist.Kind.REFUSED_BATCH,
                outboundId + " " + reference,
                null,
                answer.payerId(),
                "The payer refused %d claims at once (%s, %s); their practices were told"
                        .formatted(claims.size(), reference, codes),
                new Money(cents));
    }
}
