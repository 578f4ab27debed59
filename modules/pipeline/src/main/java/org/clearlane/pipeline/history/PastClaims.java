package org.clearlane.pipeline.history;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgedClaim;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.claim.Claim;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.PastClaimLedger;
import org.clearlane.store.ledger.PastClaimLedger.PastClaim;
import org.clearlane.store.ledger.PastClaimLedger.PastFile;

/** Reads claims of the past again, a file at a time, each with its fate. */
public final class PastClaims {

    /** Hears of each claim, file by file. */
    public interface Listener {

        /** The claims that follow were judged then. */
        default void file(Instant judgedAt) {}

        void claim(PastClaim past, Claim claim);
    }

    /** The lowest SNIP type there is: claims are read, and nobody asks what is wrong with them. */
    private static final int READING = 1;

    private final Ledger ledger;
    private final Archive archive;
    private final Judge judge;

    /** @param judge reads the files; what it would say of claims does not matter */
    public PastClaims(Ledger ledger, Archive archive, Judge judge) {
        this.ledger = ledger;
        this.archive = archive;
        this.judge = judge;
    }

    /** Tells of every claim of files judged since then; of this payer or practice alone where one is named. */
    public void since(Instant since, String payerId, String practiceId, Listener listener) {
        for (PastFile file : ledger.transact(tx -> PastClaimLedger.files(tx, since, payerId, practiceId))) {
            Map<Long, PastClaim> claims = ledger.transact(tx -> PastClaimLedger.claims(tx, file.id()));
            listener.file(file.judgedAt());
            try (InputStream bytes = archive.open(file.archiveKey())) {
                judge.judge(bytes, JudgeOptions.offline(READING), new JudgementListener() {
                    @Override
                    public void claims(List<JudgedClaim> slice) {
                        for (JudgedClaim judged : slice) {
                            PastClaim past = claims.get(judged.spans().claim().offset());
                            if (past != null && (payerId == null || payerId.equals(past.payerId()))) {
                                listener.claim(past, judged.claim());
                            }
                        }
                    }
                });
            } catch (IOException e) {
                throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "a file of the past cannot be read", e);
            }
        }
    }
}
