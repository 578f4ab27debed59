package org.clearlane.store.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * Keys with which a practice's programs use the API. A key is 256 random bits, shown once; only its hash is kept. A
 * plain hash is enough for a secret that cannot be guessed.
 */
public final class ApiKeys {

    private ApiKeys() {}

    /** Makes a key for a practice and returns it, the only time it can be seen. */
    public static String create(Tx tx, String practiceId) throws SQLException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String key = "clk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Sql.update(
                tx.connection(),
                "insert into api_keys (id, practice_id, secret_sha256, created_at) values (?, ?, ?, ?)",
                tx.ids().next("key_"),
                practiceId,
                sha256(key),
                tx.now());
        return key;
    }

    /** The practice this key belongs to, if it is alive. */
    public static Optional<String> practiceOf(Tx tx, String key) throws SQLException {
        return Sql.first(
                tx.connection(),
                """
                select practice_id from api_keys
                where secret_sha256 = ? and revoked_at is null and (expires_at is null or expires_at > ?)""",
                row -> row.getString(1),
                sha256(key),
                tx.now());
    }

    /** Ends a key's life. */
    public static boolean revoke(Tx tx, String id) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        "update api_keys set revoked_at = ? where id = ? and revoked_at is null",
                        tx.now(),
                        id)
                == 1;
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
