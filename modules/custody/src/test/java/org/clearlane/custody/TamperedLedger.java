package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a copy of the clean small ledger to tamper with, and the archive, mailbox and journal beside it. */
abstract class TamperedLedger {

    static final Clock NOON = Clock.fixed(Instant.parse(SmallLedger.NOW), ZoneOffset.UTC);

    private static LedgerServer server;
    private static SmallLedger small;
    private static Path original;

    @TempDir
    private Path folder;

    private String database;
    private final Map<String, String> keys = new HashMap<>();

    @BeforeEach
    void copyTheLedger() throws IOException, SQLException {
        startOnce();
        database = server.copy();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(original.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** One server for all classes; it ends with the process. */
    private static void startOnce() throws IOException, SQLException {
        if (server == null) {
            original = Files.createTempDirectory("small-ledger");
            server = LedgerServer.start();
            try (Connection owner = server.original()) {
                small = SmallLedger.fill(owner, original);
            }
        }
    }

    Path folder() {
        return folder;
    }

    Connection auditor() throws SQLException {
        return server.connect(database, "clearlane_auditor");
    }

    CustodyReport check() throws SQLException, IOException {
        try (Connection auditor = auditor()) {
            return new CustodyCheck(
                            auditor,
                            folder.resolve("archive"),
                            folder.resolve("mailboxes"),
                            List.of(folder.resolve("payers/acme")),
                            NOON)
                    .run();
        }
    }

    void tamper(String sql) throws SQLException {
        try (Connection owner = server.connect(database, "postgres");
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The archive key of something kept, as {@link SmallLedger} names it. */
    String key(String name) {
        return keys.getOrDefault(name, small.key(name));
    }

    Path kept(String name) {
        return folder.resolve("archive").resolve(key(name).substring(0, 2)).resolve(key(name));
    }

    /** Keeps other bytes in place of what was kept, and lets every row point to them, so that only their content tells. */
    void replaceKept(String name, String from, String to) throws SQLException, IOException {
        String before = key(name);
        String content = Files.readString(kept(name));
        assertThat(content).contains(from);
        byte[] bytes = content.replace(from, to).getBytes(StandardCharsets.UTF_8);
        String after = SmallLedger.sha256(bytes);
        keys.put(name, after);
        Files.createDirectories(kept(name).getParent());
        Files.write(kept(name), bytes);
        Files.setPosixFilePermissions(kept(name), PosixFilePermissions.fromString("r--------"));
        for (String table : List.of("files", "outbound_interchanges", "answers")) {
            tamper("update %s set archive_key = '%s', sha256 = '%s', size_bytes = %d where archive_key = '%s'"
                    .formatted(table, after, after, bytes.length, before));
        }
        Path journal = folder.resolve("payers/acme/journal.tsv");
        Files.writeString(journal, Files.readString(journal).replace(before, after));
    }

    /** Only this invariant is broken, and one breach names all of these. */
    void breaksOnly(String invariant, String... named) throws SQLException, IOException {
        CustodyReport report = check();
        assertThat(report.ok()).isFalse();
        assertThat(report.invariants().stream().filter(result -> !result.ok()))
                .as(report.toText())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.id()).isEqualTo(invariant);
                    assertThat(result.breaches())
                            .anySatisfy(breach -> assertThat(breach).contains(named));
                });
    }
}
