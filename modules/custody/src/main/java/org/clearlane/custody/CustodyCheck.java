package org.clearlane.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that no claim and no cent is unaccounted for. Reads the ledger in one read-only transaction, so that a running
 * service is seen at a single moment, and the archive as it lies on disk. Changes nothing; memory does not grow with the
 * number of claims. Not safe for use by several threads.
 */
public final class CustodyCheck {

    private final Connection connection;
    private final ArchiveFolder archive;
    private final Path mailboxes;
    private final List<Path> payerJournals;
    private final Clock clock;

    /**
     * A check by the clock of this machine.
     *
     * @param connection of the auditor, or of anybody who may read every table; nobody else uses it meanwhile
     * @param archiveRoot the folder of the kept bytes
     * @param mailboxes the folder that holds one folder a practice, or null to leave them out
     * @param payerJournals folders of simulated payers, or empty
     */
    public CustodyCheck(Connection connection, Path archiveRoot, Path mailboxes, List<Path> payerJournals) {
        this(connection, archiveRoot, mailboxes, payerJournals, Clock.systemUTC());
    }

    /** A check by another clock, which says what is overdue. */
    public CustodyCheck(
            Connection connection, Path archiveRoot, Path mailboxes, List<Path> payerJournals, Clock clock) {
        this.connection = connection;
        this.archive = new ArchiveFolder(archiveRoot);
        this.mailboxes = mailboxes;
        this.payerJournals = List.copyOf(payerJournals);
        this.clock = clock;
    }

    /**
     * Checks every invariant.
     *
     * @throws SQLException when the database cannot be read; a check that could not be made proves nothing
     * @throws IOException when files that are there cannot be read
     */
    public CustodyReport run() throws SQLException, IOException {
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        } else {
            connection.rollback();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
            statement.execute("set local search_path to clearlane");
            return checkAll(new Audit(connection, archive, mailboxes, payerJournals, clock.instant()));
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static CustodyReport checkAll(Audit audit) throws SQLException, IOException {
        FlowAddsUp flow = new FlowAddsUp();
        List<Invariant> invariants = List.of(
                new BytesAreKept(),
                new ClaimsAreCounted(),
                new OneState(),
                flow,
                new DeliveredOnce(),
                new ControlNumbersRunOn(),
                new AnswersAreTold(),
                new MoneyBalances(),
                new PlacesAgree(),
                new TrailIsAChain(),
                new NothingIsStuck());
        List<InvariantResult> results = new ArrayList<>();
        for (Invariant invariant : invariants) {
            Tally tally = new Tally();
            invariant.check(audit, tally);
            results.add(tally.result(invariant));
        }
        boolean ok = results.stream().allMatch(InvariantResult::ok);
        return new CustodyReport(ok, flow.claims(), flow.cents(), results);
    }
}
