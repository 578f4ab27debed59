package org.clearlane.pipeline.answers;

import java.sql.SQLException;
import java.util.Optional;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.pipeline.dispatch.HandedOver;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.AnswerLedger.Item;
import org.clearlane.store.ledger.AnswerLedger.Outcome;
import org.clearlane.store.ledger.ClaimMoves;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.OutboundLedger;
import org.clearlane.store.ledger.OutboundLedger.Interchange;
import org.clearlane.transactions.t999.AnsweredGroup;
import org.clearlane.transactions.t999.GroupAck;
import org.clearlane.transactions.t999.SetAck;
import org.clearlane.transactions.ta1.Ta1;

/**
 * Applies what payers say of envelopes: TA1 about an interchange, 999 about a group and its sets. Whatever a payer says
 * of an interchange also proves that it has it.
 */
final class EnvelopeAnswers {

    /** A payer that names our number a duplicate has the interchange already: that refuses nothing. */
    private static final String DUPLICATE = "025";

    private static final String REFUSED_IN_WORDS =
            "The payer refused everything this claim travelled with, before looking "
                    + "at the claim itself. We look into it; the claim may be handed in again under the same number.";

    private static final ClaimState[] NOT_YET_ACKNOWLEDGED = {
        ClaimState.SENT, ClaimState.BATCHED, ClaimState.UNKNOWN_OUTCOME
    };

    private final Tx tx;
    private final AnswerLedger.Answer answer;
    private final Statements statements;
    private final RefusedBatch refused;

    EnvelopeAnswers(Tx tx, AnswerLedger.Answer answer, Statements statements, RefusedBatch refused) {
        this.tx = tx;
        this.answer = answer;
        this.statements = statements;
        this.refused = refused;
    }

    void interchange(Ta1 ta1) throws SQLException {
        String reference = "ISA13 " + ta1.control();
        String statement = ta1.ackCode() + " " + ta1.noteCode();
        Optional<Interchange> found = OutboundLedger.byControl(tx, answer.payerId(), ta1.controlNumber());
        if (found.isEmpty()) {
            statements.unmatched("TA1", reference, statement, "no interchange has this control number", null);
            return;
        }
        Interchange interchange = found.get();
        HandedOver.proven(tx, interchange, "TA1 " + statement + " in " + answer.id());
        boolean isNew = OutboundLedger.ta1(tx, interchange.id(), ta1.ackCode(), ta1.noteCode());
        if (isNew && ta1.isRejected() && !ta1.noteCode().equals(DUPLICATE)) {
            for (ClaimState from : NOT_YET_ACKNOWLEDGED) {
                ClaimMoves.moveAllOf(tx, interchange.id(), from, ClaimState.REJECTED_999, reason("TA1", statement));
            }
            tellRefused(interchange, reference, "TA1 " + statement);
        }
        statements.made(item("TA1", reference, statement, isNew, interchange.id()));
    }

    void set(AnsweredGroup group, SetAck set) throws SQLException {
        String reference = "GS06 " + group.control() + " ST02 " + set.control();
        Optional<Interchange> found = OutboundLedger.byGroup(tx, answer.payerId(), group.controlNumber());
        if (found.isEmpty() || !OutboundLedger.hasSet(tx, found.get().id(), set.control())) {
            statements.unmatched("999", reference, set.code(), "no set has these control numbers", null);
            return;
        }
        Interchange interchange = found.get();
        HandedOver.proven(tx, interchange, "999 " + set.code() + " in " + answer.id());
        boolean isNew = acknowledge(interchange, set.control(), set.code(), set.isAccepted(), set.isRejected());
        if (isNew && set.isRejected()) {
            tellRefused(interchange, reference, "999 " + set.code());
        }
        statements.made(item("999", reference, set.code(), isNew, interchange.id()));
    }

    /** AK9 counts for itself only where no set was listed under it. */
    void group(GroupAck ack) throws SQLException {
        if (ack.setsListed() > 0) {
            return;
        }
        String reference = "GS06 " + ack.group().control();
        Optional<Interchange> found =
                OutboundLedger.byGroup(tx, answer.payerId(), ack.group().controlNumber());
        if (found.isEmpty()) {
            statements.unmatched("999", reference, ack.code(), "no group has this control number", null);
            return;
        }
        Interchange interchange = found.get();
        HandedOver.proven(tx, interchange, "999 " + ack.code() + " in " + answer.id());
        boolean accepted = ack.code().equals("A") || ack.code().equals("E");
        boolean isNew = false;
        for (String set : OutboundLedger.sets(tx, interchange.id())) {
            isNew |= acknowledge(interchange, set, ack.code(), accepted, ack.isRejected());
        }
        if (isNew && ack.isRejected()) {
            tellRefused(interchange, reference, "999 " + ack.code());
        }
        statements.made(item("999", reference, ack.code(), isNew, interchange.id()));
    }

    private void tellRefused(Interchange interchange, String reference, String codes) throws SQLException {
        refused.tell(interchange.id(), reference, ClaimState.REJECTED_999, codes, REFUSED_IN_WORDS);
    }

    private boolean acknowledge(Interchange interchange, String set, String code, boolean accepted, boolean rejected)
            throws SQLException {
        boolean isNew = OutboundLedger.acknowledged(tx, interchange.id(), set, code);
        if (isNew && (accepted || rejected)) {
            ClaimState to = accepted ? ClaimState.ACKED_999 : ClaimState.REJECTED_999;
            for (ClaimState from : NOT_YET_ACKNOWLEDGED) {
                ClaimMoves.moveAllOfSet(tx, interchange.id(), set, from, to, reason("999", code));
            }
        }
        return isNew;
    }

    private ClaimMoves.Reason reason(String kind, String statement) {
        return new ClaimMoves.Reason(kind, answer.payerId(), answer.id(), statement);
    }

    private static Item item(String kind, String reference, String statement, boolean isNew, String outboundId) {
        return new Item(kind, reference, statement, isNew ? Outcome.APPLIED : Outcome.KNOWN, null, outboundId, null);
    }
}
