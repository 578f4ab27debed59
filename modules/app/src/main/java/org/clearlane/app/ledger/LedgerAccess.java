package org.clearlane.app.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clearlane.store.Ids;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.Ledger;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options with which a command finds the ledger, running or at rest. */
public final class LedgerAccess {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            scope = ScopeType.INHERIT,
            description = "the service's data folder (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(
            names = "--shared",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the folder nodes share, as given to serve")
    private Path shared;

    @Option(
            names = "--database-url",
            paramLabel = "U",
            scope = ScopeType.INHERIT,
            description = "the PostgreSQL of your own, as given to serve")
    private String databaseUrl;

    /** The bytes that were taken in and sent. */
    public Archive archive() {
        return new Archive((shared == null ? data : shared).toAbsolutePath().resolve("archive"));
    }

    /** Opens the ledger, does the work, closes it. */
    public <T> T with(Function<Ledger, T> work) {
        return with((ledger, archive) -> work.apply(ledger));
    }

    /** The same with the archive of kept bytes. */
    public <T> T with(BiFunction<Ledger, Archive, T> work) {
        Path kept = (shared == null ? data : shared).toAbsolutePath();
        try (Database database = Database.open(data.toAbsolutePath(), kept, databaseUrl)) {
            Clock clock = Clock.systemUTC();
            return work.apply(
                    new Ledger(database.pipeline(), clock, new Ids(clock)), new Archive(kept.resolve("archive")));
        }
    }

    /** As {@link #with}, with the archive beside it. */
    public <T> T withArchive(BiFunction<Ledger, Archive, T> work) {
        Path archive = (shared == null ? data : shared).toAbsolutePath().resolve("archive");
        return with(ledger -> work.apply(ledger, new Archive(archive)));
    }

    /** Whether there is a ledger: opening one that is not there would make one. */
    public boolean isThere() {
        return databaseUrl != null || Files.isDirectory(data.resolve("postgres"));
    }
}
