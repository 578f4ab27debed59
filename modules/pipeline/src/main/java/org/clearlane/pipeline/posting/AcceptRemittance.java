package org.clearlane.pipeline.posting;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.Money;
import org.clearlane.model.directory.PayerProfile.UnbalancedAllowance;
import org.clearlane.pipeline.posting.Acceptance.Accepted;
import org.clearlane.pipeline.posting.Acceptance.Refused;
import org.clearlane.pipeline.posting.Acceptance.Why;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.RemittanceKey;
import org.clearlane.remittance.RemittanceStanding;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.AnswerLedger.Item;
import org.clearlane.store.ledger.HeldRemittances;
import org.clearlane.store.ledger.HeldRemittances.Held;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.RemittanceLedger;
import org.clearlane.store.ledger.RemittanceLedger.KnownKey;
import org.clearlane.store.ledger.Worklist;

/**
 * Lets a remittance count that is held because it does not add up, by the word of a person who typed the difference and
 * gave a reason. It is posted again from the kept bytes, as a remittance of its own: what was held stays in the ledger as
 * it was, and says as what it counts. What nothing explains becomes the part that belongs to nobody.
 */
public final class AcceptRemittance {

    /** Of a reason, in characters. */
    public static final int LONGEST_REASON = 500;

    /**
     * Somebody's word.
     *
     * @param remittanceId the held one
     * @param difference what they typed, with or without sign
     * @param actor who they are
     * @param practiceId the practice for which alone they may decide; null for somebody who may for all
     */
    public record Word(String remittanceId, Money difference, String reason, String actor, String practiceId) {}

    private final Profiles profiles;
    private final Archive archive;
    private final PostRemittances posting;

    public AcceptRemittance(Profiles profiles, Archive archive, PostRemittances posting) {
        this.profiles = profiles;
        this.archive = archive;
        this.posting = posting;
    }

    /** Does it in this transaction, or says why not and changes nothing. */
    public Acceptance accept(Tx tx, Word word) throws SQLException {
        Optional<Held> found = HeldRemittances.lock(tx, word.remittanceId());
        if (found.isEmpty()) {
            return new Refused(Why.NOT_THERE, "There is no remittance " + word.remittanceId() + ".");
        }
        Held held = found.get();
        Optional<Refused> refused = refused(held, word);
        if (refused.isPresent()) {
            return refused.get();
        }
        RemittanceLedger.lockPayer(tx, held.payerId());
        AnswerLedger.Answer answer = AnswerLedger.lock(tx, held.answerId())
                .orElseThrow(() -> new IllegalStateException("no answer " + held.answerId()));
        try {
            return post(tx, held, answer, word);
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "a kept answer cannot be read", e);
        }
    }

    private static Optional<Refused> refused(Held held, Word word) {
        if (!held.state().equals("UNBALANCED")) {
            return Optional.of(new Refused(
                    Why.NOT_HELD,
                    held.countsAs() == null
                            ? "This remittance is not held because of its balance; its state is " + held.state() + "."
                            : "This remittance was accepted before; it counts as " + held.countsAs() + "."));
        }
        if (word.practiceId() != null
                && (held.foreign() > 0 || !held.practices().equals(List.of(word.practiceId())))) {
            return Optional.of(
                    new Refused(
                            Why.NOT_THEIRS_ALONE,
                            "This remittance does not pay your practice alone. Ask the operator of the clearinghouse to accept it."));
        }
        if (!unsigned(word.difference()).equals(held.difference())) {
            return Optional.of(new Refused(
                    Why.OTHER_DIFFERENCE,
                    "The difference of this remittance is not " + word.difference()
                            + ". Read its balances again and type what they differ by."));
        }
        if (word.reason().isBlank() || word.reason().length() > LONGEST_REASON) {
            return Optional.of(new Refused(
                    Why.NO_REASON, "Say in 1 to " + LONGEST_REASON + " characters why it counts all the same."));
        }
        return Optional.empty();
    }

    private static Money unsigned(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }

    private Acceptance post(Tx tx, Held held, AnswerLedger.Answer answer, Word word) throws SQLException, IOException {
        List<Assessment.Assessed> assessed;
        try (InputStream in = archive.open(answer.archiveKey())) {
            assessed = Assessment.of(in);
        }
        int ordinal = Math.max(1, held.ordinal());
        Assessment.Assessed one = assessed.get(ordinal - 1);
        RemittanceStanding standing =
                RemittanceStanding.of(one.readable(), one.verdict(), one.key(), known(tx, one.key()), true);
        if (!standing.counts()) {
            return new Refused(
                    Why.KNOWN_MEANWHILE,
                    "The payer has sent this money again, and that counts: nothing is missing, and it must not count"
                            + " twice.");
        }
        String reason = word.reason().strip();
        UnbalancedAllowance allowance = new UnbalancedAllowance(
                word.actor(), tx.now().atZone(ZoneOffset.UTC).toLocalDate(), reason);
        String id;
        try (ClaimLines lines = new ClaimLines(archive)) {
            id = posting.postAgain(
                    new PostRemittances.Surroundings(
                            tx,
                            answer,
                            new WorkOfTheHeld(tx, answer, held.id()),
                            profiles,
                            lines,
                            Optional.of(allowance),
                            held.id()),
                    assessed,
                    ordinal,
                    () -> archive.open(answer.archiveKey()));
        }
        HeldRemittances.accepted(
                tx,
                held.id(),
                id,
                word.actor(),
                reason,
                "difference of " + held.difference() + " typed; counts as " + id);
        return new Accepted(id, held.difference());
    }

    private static Set<RemittanceKey> known(Tx tx, RemittanceKey key) throws SQLException {
        Set<RemittanceKey> known = new HashSet<>();
        for (KnownKey each : RemittanceLedger.keys(tx, key.trace(), key.print())) {
            known.add(new RemittanceKey(each.payer(), each.trace(), each.amount(), each.print()));
        }
        return known;
    }

    /** What the 835 states was written down when it came; only money that fits no claim is news, for the worklist. */
    private static final class WorkOfTheHeld implements PostRemittances.Statements {

        private final Tx tx;
        private final AnswerLedger.Answer answer;
        private final String heldId;
        private int unmatched;

        WorkOfTheHeld(Tx tx, AnswerLedger.Answer answer, String heldId) {
            this.tx = tx;
            this.answer = answer;
            this.heldId = heldId;
        }

        @Override
        public void made(Item item) {}

        @Override
        public void unmatched(String reference, String statement, String why, Money amount, String practiceId)
                throws SQLException {
            Worklist.put(
                    tx,
                    Worklist.Kind.UNMATCHED_PAYMENT,
                    heldId + " " + ++unmatched,
                    practiceId,
                    answer.payerId(),
                    "An accepted 835 of " + answer.payerId() + " pays for a claim that is not certain: " + why,
                    amount);
        }
    }
}
