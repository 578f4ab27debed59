package org.clearlane.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.clearlane.model.directory.Practice;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.database.Database;
import org.clearlane.store.database.DatabaseSecrets;
import org.clearlane.store.database.Role;
import org.clearlane.store.ledger.FileLedger;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Practices;

/** An empty ledger that knows two practices, {@code lakeside} and {@code harbor}, and the ways into it. */
public final class Ledgers implements AutoCloseable {

    private final Path folder;
    private final String url;
    private final DatabaseSecrets secrets;
    private final Database database;
    private final SettableClock clock = new SettableClock();
    private final Ledger ledger;
    private int files;

    Ledgers(Path folder, String url, DatabaseSecrets secrets) {
        this.folder = folder;
        this.url = url;
        this.secrets = secrets;
        this.database = Database.open(folder, ownerUrl());
        this.ledger = new Ledger(database.pipeline(), clock, new Ids(clock));
        ledger.run(tx -> Practices.know(tx, List.of(practice("lakeside"), practice("harbor"))));
    }

    private static Practice practice(String id) {
        return new Practice(id, id, Set.of(id), Set.of(), Set.of());
    }

    /** The same database once more, as another node opens it. */
    public Database openAgain() {
        return Database.open(folder, ownerUrl());
    }

    private String ownerUrl() {
        return url + "?user=" + Role.OWNER.roleName() + "&password=" + secrets.passwordOf(Role.OWNER);
    }

    public Database database() {
        return database;
    }

    public Ledger ledger() {
        return ledger;
    }

    public SettableClock clock() {
        return clock;
    }

    /** A connection of any role, with the ledger's tables in sight. */
    public Connection as(Role role) throws SQLException {
        return DriverManager.getConnection(url + "?currentSchema=clearlane", role.roleName(), secrets.passwordOf(role));
    }

    /** A new file of a practice. */
    public String file(String practiceId) {
        String sha256 = "%064x".formatted(++files);
        return ledger.transact(tx -> {
            String id = tx.ids().next("file_");
            FileLedger.enter(
                    tx, id, practiceId, "folder", "claims.edi", "now", new Archive.Kept(sha256, sha256, 1_000));
            return id;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
