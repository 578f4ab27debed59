package org.clearlane.app.custody;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.clearlane.custody.CustodyReport;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.CustodyChecks;
import org.clearlane.store.ledger.Leases;
import org.clearlane.store.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has custody checked once a day by one of the nodes, so that a breach is seen before somebody asks. */
public final class CustodyRound {

    /** How old the last check may become. */
    private static final Duration DAY = Duration.ofHours(24);
    /** Longer than a check of many millions of claims takes; a node that dies with it gives it up by then. */
    private static final Duration LEASE = Duration.ofHours(6);

    private static final String NAME = "custody.check";
    private static final Logger LOG = LoggerFactory.getLogger(CustodyRound.class);

    private final Ledger ledger;
    private final Database database;
    private final Path data;
    private final String node;

    /**
     * The round.
     *
     * @param data the folder of archive and mailbox
     * @param node the name under which this node holds leases
     */
    public CustodyRound(Ledger ledger, Database database, Path data, String node) {
        this.ledger = ledger;
        this.database = database;
        this.data = data;
        this.node = node;
    }

    /** Checks if it is time and no other node does. */
    public void look() {
        Instant due = ledger.clock().instant().minus(DAY);
        boolean mine = ledger.transact(tx -> CustodyChecks.last(tx.connection())
                        .map(check -> check.at().isBefore(due))
                        .orElse(true)
                && Leases.take(tx, NAME, node, LEASE));
        if (!mine) {
            return;
        }
        try {
            CustodyReport report = CustodyCommand.check(database, data);
            if (!report.ok()) {
                LOG.error("custody is broken: run clearlane custody, which names what does not fit");
            }
        } catch (Exception e) {
            throw new IllegalStateException("custody could not be checked", e);
        } finally {
            ledger.run(tx -> Leases.release(tx, NAME, node));
        }
    }
}
