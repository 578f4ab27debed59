package org.clearlane.pipeline.posting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clearlane.model.Money;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.AnswerLedger.Item;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.RemittanceLedger;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.SetEnd;

/**
 * Posts the 835s of one answer. A payment is posted whole or held whole: it must be readable, new, and balanced in every
 * sense before one cent of it counts. Claims it pays that we cannot place stay visible as unmatched money.
 *
 * <p>The file is read three times, a claim at a time, so that memory grows with the largest claim and not with the file:
 * to assess each payment, to post its claims in rounds, and to write each practice's part.
 */
public final class PostRemittances {

    /** Where statements and their fate are written down. */
    public interface Statements {
        void made(Item item) throws SQLException;

        /** @param practiceId whose worklist it goes on; null where the money is nobody's we know */
        void unmatched(String reference, String statement, String why, Money amount, String practiceId)
                throws SQLException;
    }

    private final Profiles profiles;
    private final Archive archive;
    private final PracticeParts parts;

    public PostRemittances(Profiles profiles, Archive archive, PracticeParts parts) {
        this.profiles = profiles;
        this.archive = archive;
        this.parts = parts;
    }

    /** Posts every 835 in these bytes, which are opened three times. */
    public void post(Tx tx, AnswerLedger.Answer answer, Statements statements, Supplier<InputStream> bytes)
            throws SQLException, IOException {
        RemittanceLedger.lockPayer(tx, answer.payerId());
        List<Assessment.Assessed> assessed;
        try (InputStream in = bytes.get()) {
            assessed = Assessment.of(in);
        }
        Optional<PayerProfile.UnbalancedAllowance> allowance = profiles.payers().stream()
                .filter(payer -> payer.id().equals(answer.payerId()))
                .findFirst()
                .flatMap(PayerProfile::allowUnbalanced);
        List<PaymentPosting.Shared> shared;
        try (ClaimLines lines = new ClaimLines(archive);
                InputStream in = bytes.get()) {
            Surroundings around = new Surroundings(tx, answer, statements, profiles, lines, allowance, null);
            shared = read(around, assessed, 0, in);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (shared.stream().anyMatch(payment -> !payment.parts().isEmpty())) {
            try (InputStream in = bytes.get()) {
                parts.share(tx, answer, shared, in);
            }
        }
    }

    /**
     * Posts one payment of an answer once more, which was held because it does not add up, as a payment that counts.
     *
     * @param ordinal which 835 of the answer it is, from 1
     * @param assessed all payments of the answer
     * @return the identifier under which it counts
     */
    String postAgain(Surroundings around, List<Assessment.Assessed> assessed, int ordinal, Supplier<InputStream> bytes)
            throws SQLException, IOException {
        List<PaymentPosting.Shared> shared;
        try (InputStream in = bytes.get()) {
            shared = read(around, assessed, ordinal, in);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        try (InputStream in = bytes.get()) {
            parts.share(around.tx(), around.answer(), shared, in);
        }
        return shared.get(ordinal - 1).id();
    }

    private static List<PaymentPosting.Shared> read(
            Surroundings around, List<Assessment.Assessed> assessed, int only, InputStream in)
            throws SQLException, IOException {
        Posting posting = new Posting(around, assessed, only);
        RemittanceReader.read(in, posting);
        return posting.shared;
    }

    /**
     * What every payment of the answer is posted with.
     *
     * @param acceptedFrom the held payment that is being let count, or null
     */
    record Surroundings(
            Tx tx,
            AnswerLedger.Answer answer,
            Statements statements,
            Profiles profiles,
            ClaimLines lines,
            Optional<PayerProfile.UnbalancedAllowance> allowance,
            String acceptedFrom) {}

    /** The second reading. Failures of the ledger pass through the reader as what they are. */
    private static final class Posting implements RemittanceListener {

        private final Surroundings around;
        private final List<Assessment.Assessed> assessed;
        private final int only;
        private final List<PaymentPosting.Shared> shared = new ArrayList<>();
        private PaymentPosting payment;

        /** @param only which payment alone is posted, from 1; all where 0 */
        Posting(Surroundings around, List<Assessment.Assessed> assessed, int only) {
            this.around = around;
            this.assessed = assessed;
            this.only = only;
        }

        private interface Action {
            void run() throws SQLException;
        }

        private static void run(Action action) {
            try {
                action.run();
            } catch (SQLException e) {
                throw Ledger.refused(e);
            }
        }

        @Override
        public void opened(RemittanceHead head) {
            int ordinal = shared.size() + 1;
            payment = null;
            if (only != 0 && only != ordinal) {
                return;
            }
            run(() -> payment = PaymentPosting.begin(around, ordinal, head, assessed.get(ordinal - 1)));
        }

        @Override
        public void group(ClaimGroup group) {
            if (payment != null) {
                payment.group(group);
            }
        }

        @Override
        public void claim(ClaimPayment claim, List<Finding> problems) {
            if (payment != null) {
                run(() -> payment.claim(claim));
            }
        }

        @Override
        public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {
            run(() -> shared.add(payment == null ? PaymentPosting.Shared.NONE : payment.close()));
        }

        @Override
        public void problem(Finding finding) {}
    }
}
