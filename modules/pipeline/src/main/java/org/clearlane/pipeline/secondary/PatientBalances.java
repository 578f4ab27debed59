package org.clearlane.pipeline.secondary;

import java.sql.SQLException;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.pipeline.dispatch.ClaimBytes;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.secondary.PatientBalance;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.SecondaryLedger;
import org.clearlane.store.ledger.SecondaryLedger.Source;
import org.clearlane.transactions.t837.OutboundClaim;
import org.clearlane.transactions.t837.PatientPaid;

/** What the patient of a claim owes, from everything payers have decided about it. */
public final class PatientBalances {

    private final Archive archive;
    private final Profiles profiles;

    public PatientBalances(Archive archive, Profiles profiles) {
        this.archive = archive;
        this.profiles = profiles;
    }

    /** One claim's balance. */
    public record Of(String claimId, String patientControlNumber, Money charge, PatientBalance balance) {}

    /** By our id of the first claim, or the practice's number. */
    public Optional<Of> find(Tx tx, String idOrNumber) throws SQLException {
        Optional<Source> found = SecondaryLedger.source(tx, idOrNumber);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Source source = found.get();
        Money paidAtVisit;
        try (ClaimBytes bytes = new ClaimBytes(archive)) {
            OutboundClaim claim = bytes.of(source.place());
            paidAtVisit = PatientPaid.of(claim.claim(), claim.sourceDelimiters());
        }
        return Optional.of(new Of(
                source.claimId(),
                source.patientControlNumber(),
                source.charge(),
                PatientBalance.of(
                        source.charge(),
                        paidAtVisit,
                        SecondaryLedger.shares(tx, source.claimId()).stream()
                                .map(share -> new PatientBalance.PayerShare(
                                        profiles.payer(share.payerId())
                                                .map(payer -> payer.name())
                                                .orElse(share.payerId()),
                                        share.decided(),
                                        share.paid(),
                                        share.patientShare(),
                                        share.writtenOff()))
                                .toList())));
    }
}
