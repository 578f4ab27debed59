package org.clearlane.pipeline.answers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.clearlane.model.CrashPoint;
import org.clearlane.model.Failure;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.pipeline.dispatch.PayerConnectionsInUse;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.Leases;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.PayerContacts;
import org.clearlane.store.ledger.PayerRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what payers have for us. An answer is kept and entered before the payer may drop it; the same bytes again
 * are noted and change nothing. One node at a time looks at a payer.
 */
public final class CollectAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(CollectAnswers.class);
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final Archive archive;
    private final PayerConnectionsInUse connections;
    private final String node;
    private final long largestAnswer;

    public CollectAnswers(
            Ledger ledger, Archive archive, PayerConnectionsInUse connections, String node, long largestAnswer) {
        this.ledger = ledger;
        this.archive = archive;
        this.connections = connections;
        this.node = node;
        this.largestAnswer = largestAnswer;
    }

    /** Fetches every answer waiting at this payer. */
    public void from(String payerId) {
        String lease = "collect." + payerId;
        if (!ledger.transact(tx -> PayerRoutes.mayCollect(tx, payerId) && Leases.take(tx, lease, node, LEASE))) {
            return;
        }
        try {
            PayerConnection.Collection collected = connections.to(payerId).collect((name, bytes) -> {
                Archive.Kept kept = keep(bytes);
                CrashPoint.COLLECT_BEFORE_COMMIT.reached();
                ledger.run(tx -> AnswerLedger.enter(tx, payerId, name, kept));
                CrashPoint.COLLECT_AFTER_COMMIT.reached();
            });
            ledger.run(tx -> note(tx, payerId, collected));
            if (collected.problem() != null) {
                LOG.warn("collecting from {} stopped early: {}", payerId, collected.problem());
            }
        } finally {
            ledger.run(tx -> Leases.release(tx, lease, node));
        }
    }

    private void note(Tx tx, String payerId, PayerConnection.Collection collected) throws SQLException {
        PayerProfile.Circuit rule = connections.profile(payerId).circuit();
        if (collected.reached()) {
            PayerContacts.worked(tx, payerId, rule, PayerContacts.Way.COLLECT);
        } else {
            PayerContacts.failed(tx, payerId, rule, PayerContacts.Way.COLLECT, collected.problem());
        }
    }

    private Archive.Kept keep(java.io.InputStream bytes) throws IOException {
        try {
            return archive.keep(bytes, largestAnswer);
        } catch (Failure failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }
}
