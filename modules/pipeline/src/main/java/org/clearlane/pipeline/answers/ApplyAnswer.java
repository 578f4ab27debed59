package org.clearlane.pipeline.answers;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.CrashPoint;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.Money;
import org.clearlane.pipeline.Step;
import org.clearlane.pipeline.dispatch.PayerConnectionsInUse;
import org.clearlane.pipeline.posting.PostRemittances;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Outbox;
import org.clearlane.store.ledger.Worklist;
import org.clearlane.transactions.AnswerFileReader;
import org.clearlane.transactions.AnswerListener;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;
import org.clearlane.transactions.t277ca.ClaimStatusAnswer;
import org.clearlane.transactions.t277ca.ClaimStatusBatch;
import org.clearlane.transactions.t277ca.ClaimStatusLabels;
import org.clearlane.transactions.t999.AnsweredGroup;
import org.clearlane.transactions.t999.GroupAck;
import org.clearlane.transactions.t999.SetAck;
import org.clearlane.transactions.ta1.Ta1;

/**
 * Applies one answer of a payer, whatever mixture of TA1, 999, 277CA and 835 it is: all of it in one transaction, once.
 * What is no X12 at all is kept and put on the worklist.
 */
public final class ApplyAnswer implements Step {

    private final Ledger ledger;
    private final Archive archive;
    private final PayerConnectionsInUse payers;
    private final PostRemittances posting;
    private final ClaimStatusLabels labels = ClaimStatusLabels.bundled();

    public ApplyAnswer(Ledger ledger, Archive archive, PayerConnectionsInUse payers, PostRemittances posting) {
        this.ledger = ledger;
        this.archive = archive;
        this.payers = payers;
        this.posting = posting;
    }

    @Override
    public void perform(Outbox.Message message) {
        boolean applied = ledger.transact(tx -> {
            if (!Outbox.begin(tx, message.id())) {
                return false;
            }
            AnswerLedger.Answer answer = AnswerLedger.lock(tx, message.subject())
                    .orElseThrow(() -> new IllegalStateException("no answer " + message.subject()));
            apply(tx, answer);
            Outbox.done(tx, message.id());
            CrashPoint.ANSWER_BEFORE_COMMIT.reached();
            return true;
        });
        if (applied) {
            CrashPoint.ANSWER_AFTER_COMMIT.reached();
        }
    }

    private void apply(Tx tx, AnswerLedger.Answer answer) throws SQLException {
        Statements statements = new Statements(tx, answer);
        List<String> others = new ArrayList<>();
        List<AnswerProblem> problems;
        String payerName = payers.profile(answer.payerId()).name();
        try (PracticeStatusReport report = new PracticeStatusReport(archive, labels, payerName)) {
            RefusedBatch refused = new RefusedBatch(tx, answer, report);
            ClaimAnswers claims = new ClaimAnswers(tx, answer, statements, report, refused);
            try (InputStream bytes = archive.open(answer.archiveKey())) {
                problems = AnswerFileReader.read(
                        bytes, new Dispatch(new EnvelopeAnswers(tx, answer, statements, refused), claims, others));
            }
            claims.flush();
            if (others.contains("835")) {
                posting.post(tx, answer, statementsOf(statements), () -> archive.open(answer.archiveKey()));
            }
            statements.flush();
            report.deliver(tx, answer.id());
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "a kept answer cannot be read", e);
        }
        close(tx, answer, statements, others, problems);
    }

    private static PostRemittances.Statements statementsOf(Statements statements) {
        return new PostRemittances.Statements() {
            @Override
            public void made(AnswerLedger.Item item) throws SQLException {
                statements.made(item);
            }

            @Override
            public void unmatched(String reference, String statement, String why, Money amount, String practiceId)
                    throws SQLException {
                statements.unmatchedMoney(reference, statement, why, amount, practiceId);
            }
        };
    }

    private static void close(
            Tx tx, AnswerLedger.Answer answer, Statements statements, List<String> others, List<AnswerProblem> problems)
            throws SQLException {
        boolean cutOff = problems.stream().anyMatch(problem -> problem.kind() == AnswerProblem.Kind.CUT_OFF);
        boolean understood = statements.count() > 0 || others.contains("835");
        String problem = problems.isEmpty() ? null : problems.getFirst().message();
        if (!understood || cutOff) {
            Worklist.put(
                    tx,
                    Worklist.Kind.UNREADABLE_ANSWER,
                    answer.id(),
                    null,
                    answer.payerId(),
                    understood
                            ? "This answer breaks off: " + problem
                            : "This answer says nothing we can read: "
                                    + (problem == null ? "no known set in it" : problem),
                    null);
        }
        AnswerLedger.applied(tx, answer.id(), statements.kinds(), understood, problem);
    }

    /** From what the reader hears to who applies it; failures of the ledger pass through as what they are. */
    private record Dispatch(EnvelopeAnswers envelopes, ClaimAnswers claims, List<String> others)
            implements AnswerListener {

        @FunctionalInterface
        private interface Application {
            void run() throws SQLException;
        }

        private static void apply(Application application) {
            try {
                application.run();
            } catch (SQLException e) {
                throw Ledger.refused(e);
            }
        }

        @Override
        public void interchangeAnswered(AnswerOrigin origin, Ta1 ta1) {
            apply(() -> envelopes.interchange(ta1));
        }

        @Override
        public void setAnswered(AnswerOrigin origin, AnsweredGroup group, SetAck set) {
            apply(() -> envelopes.set(group, set));
        }

        @Override
        public void groupAnswered(AnswerOrigin origin, GroupAck group) {
            apply(() -> envelopes.group(group));
        }

        @Override
        public void claim(AnswerOrigin origin, ClaimStatusBatch batch, ClaimStatusAnswer answer) {
            apply(() -> claims.claim(batch, answer));
        }

        @Override
        public void batchEnded(AnswerOrigin origin, ClaimStatusBatch batch, long count) {
            apply(() -> claims.batchEnded(batch, count));
        }

        @Override
        public void otherSet(AnswerOrigin origin, String kind) {
            others.add(kind);
        }
    }
}
