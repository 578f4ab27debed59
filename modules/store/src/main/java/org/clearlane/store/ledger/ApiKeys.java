package org.clearlane.store.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * Keys with which a practice's programs use the API. A key is 256 random bits, shown once; only its hash is kept. A
 * plain hash is enough for a secret that cannot be guessed. Who may make or end a key is asked by whoever calls, and so
 * is the entry in the audit trail written, in the same transaction.
 */
public final class ApiKeys {

    /** How long the old key lives on beside its successor, when nobody says otherwise. */
    public static final Duration OVERLAP = Duration.ofHours(24);
    /** {@code clk_} and eight letters: 208 of the 256 bits stay unsaid. */
    private static final int PREFIX = 12;

    private static final int LONGEST_LABEL = 100;
    private static final Duration LAST_USED_TO = Duration.ofMinutes(1);
    private static final String COLUMNS =
            """
            select id, practice_id, prefix, label, scopes, family, made_by, created_at, expires_at, revoked_at, last_used_at
            from api_keys""";

    /**
     * What a new key is to be.
     *
     * @param label what its owner calls it; cut at 100 characters
     * @param scopes what it may do; at least one
     * @param expiresAt when it stops by itself, or null
     * @param madeBy the person or command that makes it
     */
    public record Wish(String practiceId, String label, Set<ApiScope> scopes, Instant expiresAt, String madeBy) {}

    /**
     * A key just made.
     *
     * @param secret the key itself, to be shown this once and never written down here
     */
    public record Issued(ApiKey key, String secret) {}

    private ApiKeys() {}

    /** Makes a key that may do everything and never expires. */
    public static String create(Tx tx, String practiceId) throws SQLException {
        return issue(tx, new Wish(practiceId, "", EnumSet.allOf(ApiScope.class), null, "command"))
                .secret();
    }

    /** Makes a key, the only time it can be seen. */
    public static Issued issue(Tx tx, Wish wish) throws SQLException {
        return issue(tx, wish, tx.ids().next("key_"), null);
    }

    private static Issued issue(Tx tx, Wish wish, String id, String family) throws SQLException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String secret = "clk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String label = wish.label().strip();
        ApiKey key = new ApiKey(
                id,
                wish.practiceId(),
                secret.substring(0, PREFIX),
                label.substring(0, Math.min(label.length(), LONGEST_LABEL)),
                wish.scopes(),
                family == null ? id : family,
                wish.madeBy(),
                tx.now(),
                wish.expiresAt(),
                null,
                null);
        Sql.update(
                tx.connection(),
                """
                insert into api_keys (id, practice_id, secret_sha256, prefix, label, scopes, family, made_by, created_at,
                    expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                key.id(),
                key.practiceId(),
                sha256(secret),
                key.prefix(),
                key.label(),
                key.scopeCodes().toArray(String[]::new),
                key.family(),
                key.madeBy(),
                tx.now(),
                key.expiresAt());
        return new Issued(key, secret);
    }

    /**
     * Makes the successor of a key: same practice, label and scopes. The old one lives on for a while, so that programs
     * can change over; then it ends by itself. Empty when the key is not alive, or has a living companion already: no
     * more than two of a family live.
     *
     * @param overlap how long the old key lives on, at most
     * @param expiresAt when the new one stops by itself, or null
     */
    public static Optional<Issued> rotate(Tx tx, String id, Duration overlap, Instant expiresAt, String by)
            throws SQLException {
        Optional<ApiKey> old = Sql.first(tx.connection(), COLUMNS + " where id = ?", ApiKeys::key, id);
        if (old.isEmpty()) {
            return Optional.empty();
        }
        // All of the family wait here, so that two who rotate at once do not make three live keys.
        List<ApiKey> live = Sql.list(
                        tx.connection(),
                        COLUMNS + " where family = ? order by id for update",
                        ApiKeys::key,
                        old.get().family())
                .stream()
                .filter(key -> key.isLive(tx.now()))
                .toList();
        if (live.size() != 1 || !live.getFirst().id().equals(id)) {
            return Optional.empty();
        }
        Sql.update(
                tx.connection(),
                "update api_keys set expires_at = least(coalesce(expires_at, ?), ?) where id = ?",
                tx.now().plus(overlap),
                tx.now().plus(overlap),
                id);
        ApiKey key = old.get();
        Wish wish = new Wish(key.practiceId(), key.label(), key.scopes(), expiresAt, by);
        return Optional.of(issue(tx, wish, tx.ids().next("key_"), key.family()));
    }

    /** The key with this secret, if it is alive. */
    public static Optional<ApiKey> holder(Tx tx, String secret) throws SQLException {
        return Sql.first(tx.connection(), COLUMNS + " where secret_sha256 = ?", ApiKeys::key, sha256(secret))
                .filter(key -> key.isLive(tx.now()));
    }

    /** Remembers that a key was used, to the minute: a row is written once a minute and not with every request. */
    public static void used(Tx tx, ApiKey key) throws SQLException {
        if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(tx.now().minus(LAST_USED_TO))) {
            Sql.update(
                    tx.connection(),
                    "update api_keys set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)",
                    tx.now(),
                    key.id(),
                    tx.now());
        }
    }

    /** The practice this key belongs to, if it is alive. */
    public static Optional<String> practiceOf(Tx tx, String key) throws SQLException {
        return holder(tx, key).map(ApiKey::practiceId);
    }

    /** The keys of a practice, newest first, dead ones too; as many as a page holds, behind a given id or from the start. */
    public static List<ApiKey> ofPractice(Connection connection, String practiceId, String after, int limit)
            throws SQLException {
        return Sql.list(
                connection,
                COLUMNS + " where practice_id = ? and (? = '' or id < ?) order by id desc limit ?",
                ApiKeys::key,
                practiceId,
                after,
                after,
                limit);
    }

    /** The keys of all practices, newest first. */
    public static List<ApiKey> all(Connection connection) throws SQLException {
        return Sql.list(connection, COLUMNS + " order by id desc", ApiKeys::key);
    }

    /** One key of a practice, or empty. */
    public static Optional<ApiKey> find(Connection connection, String practiceId, String id) throws SQLException {
        return Sql.first(connection, COLUMNS + " where practice_id = ? and id = ?", ApiKeys::key, practiceId, id);
    }

    /** One key, whosever it is, or empty. */
    public static Optional<ApiKey> find(Connection connection, String id) throws SQLException {
        return Sql.first(connection, COLUMNS + " where id = ?", ApiKeys::key, id);
    }

    /** Ends a key's life; false where it was not alive. */
    public static boolean revoke(Tx tx, String id, String by) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        "update api_keys set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null"
                                + " and (expires_at is null or expires_at > ?)",
                        tx.now(),
                        by,
                        id,
                        tx.now())
                == 1;
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        Array scopes = row.getArray("scopes");
        return new ApiKey(
                row.getString("id"),
                row.getString("practice_id"),
                row.getString("prefix"),
                row.getString("label"),
                Arrays.stream((String[]) scopes.getArray())
                        .flatMap(code -> ApiScope.of(code).stream())
                        .collect(Collectors.toSet()),
                row.getString("family"),
                row.getString("made_by"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "expires_at"),
                Sql.instant(row, "revoked_at"),
                Sql.instant(row, "last_used_at"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
