package org.clearlane.store.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A key with which a practice's programs use the API, without its secret.
 *
 * @param prefix the first letters of the key, by which people know it again; empty for keys made before these were kept
 * @param label what its owner calls it
 * @param family the id of the first of the keys that follow each other
 * @param madeBy the person or command that made it
 * @param expiresAt when it stops by itself, or null
 * @param revokedAt when somebody ended it, or null
 * @param lastUsedAt to the minute, or null while nobody has used it
 */
public record ApiKey(
        String id,
        String practiceId,
        String prefix,
        String label,
        Set<ApiScope> scopes,
        String family,
        String madeBy,
        Instant createdAt,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it opens anything at this time. */
    public boolean isLive(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** Whether it may do this. */
    public boolean may(ApiScope scope) {
        return scopes.contains(scope);
    }

    /** Its scopes as they are written, in the order of {@link ApiScope}. */
    public List<String> scopeCodes() {
        return scopes.stream().sorted().map(ApiScope::code).toList();
    }
}
