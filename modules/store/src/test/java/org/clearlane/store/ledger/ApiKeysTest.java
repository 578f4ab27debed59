package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.database.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class ApiKeysTest {

    private static Ledgers ledgers;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
    }

    @Test
    void tellsWhichPracticeAKeyBelongsTo() {
        String lakeside = create("lakeside");
        String harbor = create("harbor");

        assertThat(practiceOf(lakeside)).contains("lakeside");
        assertThat(practiceOf(harbor)).contains("harbor");
        assertThat(lakeside).matches("clk_[A-Za-z0-9_-]{43}").isNotEqualTo(create("lakeside"));
    }

    @Test
    void keepsNoKeyOnlyItsHash() throws SQLException {
        String key = create("lakeside");
        try (Connection auditor = ledgers.as(Role.AUDITOR)) {
            assertThat(Sql.list(auditor, "select api_keys::text from api_keys", row -> row.getString(1)))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains(key) || row.contains(key.substring("clk_".length())));
            assertThat(Sql.list(auditor, "select secret_sha256 from api_keys", row -> row.getString(1)))
                    .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        }
    }

    @Test
    void knowsNoKeyThatItDidNotMake() {
        String key = create("lakeside");

        assertThat(practiceOf("")).isEmpty();
        assertThat(practiceOf("clk_")).isEmpty();
        assertThat(practiceOf(key + "x")).isEmpty();
        assertThat(practiceOf(key.toLowerCase(java.util.Locale.ROOT) + " ")).isEmpty();
        assertThat(practiceOf("' or revoked_at is null --")).isEmpty();
    }

    @Test
    void endsAKeysLifeOnce() {
        String key = create("lakeside");
        String id = newest();

        assertThat(ledgers.ledger().<Boolean>transact(tx -> ApiKeys.revoke(tx, id)))
                .isTrue();
        assertThat(practiceOf(key)).isEmpty();
        assertThat(ledgers.ledger().<Boolean>transact(tx -> ApiKeys.revoke(tx, id)))
                .isFalse();
    }

    @Test
    void refusesAKeyFromTheMomentItExpires() {
        String key = create("lakeside");
        String id = newest();
        ledgers.ledger()
                .run(tx -> Sql.update(
                        tx.connection(),
                        "update api_keys set expires_at = ? where id = ?",
                        tx.now().plusSeconds(60),
                        id));
        ledgers.clock().move(Duration.ofSeconds(59));
        assertThat(practiceOf(key)).contains("lakeside");
        ledgers.clock().move(Duration.ofSeconds(1));

        assertThat(practiceOf(key)).isEmpty();
    }

    private static String create(String practice) {
        return ledgers.ledger().transact(tx -> ApiKeys.create(tx, practice));
    }

    private static Optional<String> practiceOf(String key) {
        return ledgers.ledger().transact(tx -> ApiKeys.practiceOf(tx, key));
    }

    private static String newest() {
        return ledgers.ledger()
                .transact(tx -> Sql.first(tx.connection(), "select max(id) from api_keys", row -> row.getString(1))
                        .orElseThrow());
    }
}
