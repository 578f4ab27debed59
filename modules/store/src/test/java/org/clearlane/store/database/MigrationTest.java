package org.clearlane.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(LedgerServer.class)
class MigrationTest {

    private static final String COMMENTS_AND_LITERALS = "--[^\n]*|'[^']*'|\"[^\"]*\"";

    private static Ledgers ledgers;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
    }

    static List<Path> migrations() throws IOException {
        Path folder = Path.of(System.getProperty("clearlane.root"), "modules/store/src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void leadsFromAnEmptyDatabaseToTheLatest() throws SQLException, IOException {
        assertThat(applied())
                .containsExactlyElementsOf(migrations().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        try (Connection connection = ledgers.as(Role.PIPELINE)) {
            assertThat(Sql.number(connection, "select count(*) from claims")).isZero();
        }
    }

    @Test
    void changesNothingWhenItIsRunAgain() throws SQLException, IOException {
        ledgers.openAgain().close();

        assertThat(applied()).hasSize(migrations().size());
    }

    private static List<String> applied() throws SQLException {
        try (Connection auditor = ledgers.as(Role.AUDITOR)) {
            return Sql.list(
                    auditor,
                    "select script from flyway_schema_history where success and type = 'SQL' order by installed_rank",
                    row -> row.getString(1));
        }
    }

    /** Numbers are handed out in ranges, so gaps are no mistake; the same number twice is one. */
    @Test
    void givesNoNumberTwice() throws IOException {
        assertThat(migrations())
                .extracting(file -> file.getFileName().toString().substring(0, 5))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void isNamedByANumberAndASentence(Path migration) {
        assertThat(migration.getFileName().toString()).matches("V[0-9]{4}__[a-z]+(_[a-z0-9]+)+\\.sql");
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void isWrittenInLowerCase(Path migration) throws IOException {
        assertThat(Files.readString(migration).replaceAll(COMMENTS_AND_LITERALS, ""))
                .doesNotContainPattern("[A-Z]");
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void beginsWithACommentOrAStatementAndEndsWithAStatement(Path migration) throws IOException {
        assertThat(Files.readString(migration)).matches("(?s)(--|[a-z]).*;\n");
    }
}
