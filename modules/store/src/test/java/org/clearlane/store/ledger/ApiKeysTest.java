package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearlane.store.ledger.ApiScope.CLAIMS_READ;
import static org.clearlane.store.ledger.ApiScope.FILES_WRITE;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.database.Role;
import org.clearlane.store.ledger.ApiKeys.Wish;
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

        assertThat(ledgers.ledger().<Boolean>transact(tx -> ApiKeys.revoke(tx, id, "pat")))
                .isTrue();
        assertThat(practiceOf(key)).isEmpty();
        assertThat(ledgers.ledger().<Boolean>transact(tx -> ApiKeys.revoke(tx, id, "pat")))
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

    @Test
    void issuesWhatWasWishedAndShowsOnlyTheFirstLetters() throws SQLException {
        Instant soon = ledgers.clock().instant().plusSeconds(600).truncatedTo(ChronoUnit.MICROS);
        ApiKeys.Issued issued =
                issue(new Wish("lakeside", " billing system ", EnumSet.of(FILES_WRITE, CLAIMS_READ), soon, "prs_pat"));

        try (Connection auditor = ledgers.as(Role.AUDITOR)) {
            ApiKey kept = ApiKeys.find(auditor, issued.key().id()).orElseThrow();
            assertThat(kept.label()).isEqualTo("billing system");
            assertThat(kept.scopeCodes()).containsExactly("files:write", "claims:read");
            assertThat(kept.expiresAt()).isEqualTo(soon);
            assertThat(kept.madeBy()).isEqualTo("prs_pat");
            assertThat(kept.prefix()).hasSize(12).isEqualTo(issued.secret().substring(0, 12));
            assertThat(kept.may(ApiScope.MONEY_READ)).isFalse();
        }
    }

    @Test
    void twoKeysOfAFamilyLiveWhileProgramsChangeOver() {
        ApiKeys.Issued old = issue(new Wish("harbor", "nightly", EnumSet.of(FILES_WRITE), null, "hal"));
        ApiKeys.Issued next = rotate(old.key().id()).orElseThrow();

        assertThat(next.key().label()).isEqualTo("nightly");
        assertThat(next.key().scopes()).containsExactly(FILES_WRITE);
        assertThat(practiceOf(old.secret())).contains("harbor");
        assertThat(practiceOf(next.secret())).contains("harbor");
        assertThat(rotate(old.key().id())).as("a third").isEmpty();
        assertThat(rotate(next.key().id())).as("a third").isEmpty();

        ledgers.clock().move(ApiKeys.OVERLAP);
        assertThat(practiceOf(old.secret())).isEmpty();
        assertThat(practiceOf(next.secret())).contains("harbor");
        assertThat(rotate(next.key().id())).isPresent();
    }

    @Test
    void remembersTheMinuteOfTheLastUse() throws SQLException {
        ApiKeys.Issued issued = issue(new Wish("harbor", "", EnumSet.of(FILES_WRITE), null, "hal"));
        Instant first = ledgers.clock().instant().truncatedTo(ChronoUnit.MICROS);
        use(issued);
        ledgers.clock().move(Duration.ofSeconds(59));
        use(issued);
        assertThat(kept(issued).lastUsedAt()).isEqualTo(first);
        ledgers.clock().move(Duration.ofSeconds(2));
        use(issued);

        assertThat(kept(issued).lastUsedAt()).isEqualTo(first.plusSeconds(61));
    }

    @Test
    void aPracticeReadsItsOwnKeysAndNoHash() throws SQLException {
        ApiKeys.Issued ours = issue(new Wish("lakeside", "ours", EnumSet.of(FILES_WRITE), null, "pat"));
        ApiKeys.Issued theirs = issue(new Wish("harbor", "theirs", EnumSet.of(FILES_WRITE), null, "hal"));
        try (Connection api = ledgers.as(Role.API)) {
            api.setAutoCommit(false);
            Sql.first(api, "select set_config('clearlane.practice', 'lakeside', true)", row -> null);

            assertThat(ApiKeys.find(api, ours.key().id())).isPresent();
            assertThat(ApiKeys.find(api, theirs.key().id())).isEmpty();
            assertThat(ApiKeys.ofPractice(api, "harbor", "", 50)).isEmpty();
            assertThat(ApiKeys.ofPractice(api, "lakeside", "", 1))
                    .extracting(ApiKey::id)
                    .containsExactly(ours.key().id());
            assertThatThrownBy(() -> Sql.list(api, "select secret_sha256 from api_keys", row -> row.getString(1)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static ApiKeys.Issued issue(Wish wish) {
        return ledgers.ledger().transact(tx -> ApiKeys.issue(tx, wish));
    }

    private static Optional<ApiKeys.Issued> rotate(String id) {
        return ledgers.ledger().transact(tx -> ApiKeys.rotate(tx, id, ApiKeys.OVERLAP, null, "hal"));
    }

    private static void use(ApiKeys.Issued issued) {
        ledgers.ledger()
                .run(tx -> ApiKeys.used(tx, ApiKeys.holder(tx, issued.secret()).orElseThrow()));
    }

    private static ApiKey kept(ApiKeys.Issued issued) throws SQLException {
        try (Connection auditor = ledgers.as(Role.AUDITOR)) {
            return ApiKeys.find(auditor, issued.key().id()).orElseThrow();
        }
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
