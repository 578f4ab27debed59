package org.clearlane.pipeline.posting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.directory.Practice;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.RemittanceSplit;
import org.clearlane.remittance.SplitPart;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.ControlNumbers;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Mailbox;
import org.clearlane.store.ledger.RemittanceLedger;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.Payee;
import org.clearlane.transactions.t835.RemittanceEnvelope;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.SetEnd;

/**
 * Shares a posted remittance out: each practice gets an 835 of its own claims, byte for byte as the payer sent them, and
 * the same as a table. The parts add up to the whole to the cent; what is nobody's goes on the worklist.
 */
public final class PracticeParts {

    private static final int OWNERS_AT_ONCE = 2_000;

    private final Profiles profiles;
    private final Archive archive;
    private final AdjustmentLabels labels;
    private final String ourId;

    /** @param ourId ISA06 of what we send to practices */
    public PracticeParts(Profiles profiles, Archive archive, AdjustmentLabels labels, String ourId) {
        this.profiles = profiles;
        this.archive = archive;
        this.labels = labels;
        this.ourId = ourId;
    }

    /**
     * Writes the parts of these payments, and puts each into its practice's mailbox.
     *
     * @param payments all payments of the answer, in the order sent
     * @param bytes the answer once more
     */
    void share(Tx tx, AnswerLedger.Answer answer, List<PaymentPosting.Shared> payments, InputStream bytes)
            throws IOException {
        try (Sharing sharing = new Sharing(tx, answer, payments)) {
            RemittanceReader.read(bytes, sharing);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The third reading: each claim goes to whom the ledger says it belongs. */
    private final class Sharing implements RemittanceListener, AutoCloseable {

        private final Tx tx;
        private final AnswerLedger.Answer answer;
        private final Iterator<PaymentPosting.Shared> payments;
        private final Map<String, PartFile> open = new LinkedHashMap<>();
        private PaymentPosting.Shared payment;
        private List<String> owners = List.of();
        private int ordinal;
        private int ownersFrom;

        Sharing(Tx tx, AnswerLedger.Answer answer, List<PaymentPosting.Shared> payments) {
            this.tx = tx;
            this.answer = answer;
            this.payments = payments.iterator();
        }

        private interface Action {
            void run() throws SQLException, IOException;
        }

        private static void run(Action action) {
            try {
                action.run();
            } catch (SQLException e) {
                throw Ledger.refused(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void opened(RemittanceHead head) {
            payment = payments.next();
            ordinal = 0;
            ownersFrom = 1;
            owners = List.of();
            for (SplitPart part : payment.parts()) {
                String practice = part.practiceId();
                if (!practice.equals(RemittanceSplit.UNALLOCATED)) {
                    run(() -> open.put(
                            practice,
                            PartFile.begin(
                                    archive,
                                    labels,
                                    envelope(tx, practice, head),
                                    Clock.fixed(tx.now(), ZoneOffset.UTC),
                                    head,
                                    payee(practice, head.payment(), payment.payees()),
                                    part)));
                }
            }
        }

        @Override
        public void group(ClaimGroup group) {
            open.values().forEach(PartFile::group);
        }

        @Override
        public void claim(ClaimPayment claim, List<Finding> problems) {
            ordinal++;
            if (open.isEmpty()) {
                return;
            }
            run(() -> {
                PartFile part = open.get(owner());
                if (part != null) {
                    part.claim(claim);
                }
            });
        }

        private String owner() throws SQLException {
            if (ordinal >= ownersFrom + owners.size()) {
                ownersFrom = ordinal;
                owners = RemittanceLedger.owners(tx, payment.id(), ordinal, OWNERS_AT_ONCE);
            }
            return owners.get(ordinal - ownersFrom);
        }

        @Override
        public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {
            run(() -> {
                for (Map.Entry<String, PartFile> part : open.entrySet()) {
                    part.getValue().end();
                    put(part.getKey(), "835", "835.x12", part.getValue().x12());
                    put(part.getKey(), "CSV", "835.csv", part.getValue().csv());
                }
                close();
            });
        }

        private void put(String practice, String kind, String extension, Archive.Kept kept) throws SQLException {
            Mailbox.put(tx, practice, kind, extension, kept, null, answer.id(), payment.id());
        }

        @Override
        public void problem(Finding finding) {}

        @Override
        public void close() throws IOException {
            for (PartFile part : open.values()) {
                part.close();
            }
            open.clear();
        }
    }

    /** The original's payee where that is the practice, else the billing provider of its claims. */
    private Optional<Payee> payee(String practice, PaymentHeader header, Map<String, ClaimRound.Payee> payees) {
        boolean theirs = PayeePractice.of(profiles, header.payeeNpi(), header.payeeTaxId())
                .filter(practice::equals)
                .isPresent();
        ClaimRound.Payee billing = payees.get(practice);
        if (theirs
                || billing == null
                || (billing.npi().isBlank() && billing.taxId().isBlank())) {
            return Optional.empty();
        }
        String name = profiles.practice(practice).map(Practice::name).orElse(practice);
        return Optional.of(new Payee(name, billing.npi(), billing.taxId().replace("-", "")));
    }

    private RemittanceEnvelope envelope(Tx tx, String practice, RemittanceHead original) throws SQLException {
        String receiver = profiles.practice(practice)
                .flatMap(known -> known.senderIds().stream().sorted().findFirst())
                .orElse(practice);
        return new RemittanceEnvelope(
                original.delimiters(),
                "ZZ",
                ourId,
                "ZZ",
                receiver,
                ControlNumbers.next(tx, "practice " + practice, "ISA13"),
                ControlNumbers.next(tx, "practice " + practice, "GS06"),
                "0001",
                original.usage().equals("T") ? 'T' : 'P');
    }
}
