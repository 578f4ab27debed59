package org.clearlane.pipeline.correction;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.CorrectionLedger;
import org.clearlane.store.ledger.CorrectionLedger.Candidate;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.t277ca.ClaimStatusAnswer;
import org.clearlane.transactions.t277ca.ClaimStatusBatch;
import org.clearlane.transactions.t277ca.ClaimStatusListener;
import org.clearlane.transactions.t277ca.ClaimStatusReader;

/** What payers call our claims: CLP07 of their 835, else REF*1K of their 277CA. */
final class PayerNumbers {

    private PayerNumbers() {}

    /** The payer's number of a claim; empty when it never said one. */
    static String of(Tx tx, Archive archive, Candidate claim) throws SQLException {
        var paid = CorrectionLedger.payerNumberOfPayment(tx, claim.claimId());
        if (paid.isPresent()) {
            return paid.get();
        }
        for (String key : CorrectionLedger.statusAnswers(tx, claim.claimId())) {
            Search search = new Search(claim);
            try (InputStream bytes = archive.open(key)) {
                ClaimStatusReader.read(bytes, search);
            } catch (IOException e) {
                throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "a payer's answer cannot be read", e);
            }
            if (!search.number.isEmpty()) {
                return search.number;
            }
        }
        return "";
    }

    private static final class Search implements ClaimStatusListener {

        private final String ourNumber;
        private final String patientControlNumber;
        private String number = "";

        Search(Candidate claim) {
            ourNumber = claim.claimId().substring("clm_".length());
            patientControlNumber = claim.patientControlNumber();
        }

        @Override
        public void claim(AnswerOrigin origin, ClaimStatusBatch batch, ClaimStatusAnswer answer) {
            String ours = answer.houseClaimNumber().strip();
            boolean ofThis = ours.isEmpty()
                    ? answer.patientControlNumber().equals(patientControlNumber)
                    : ours.equals(ourNumber);
            if (ofThis && !answer.payerClaimNumber().isBlank()) {
                number = answer.payerClaimNumber().strip();
            }
        }
    }
}
