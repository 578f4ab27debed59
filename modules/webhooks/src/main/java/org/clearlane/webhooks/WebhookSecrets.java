package org.clearlane.webhooks;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.clearlane.access.SecretBox;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.webhooks.WebhookTable;

/**
 * What requests are signed with: 256 random bits, shown once as {@code whsec_…} and kept sealed. They have to be readable,
 * since signing needs them; sealed, a copy of the database alone signs nothing. Safe for use by several threads.
 */
final class WebhookSecrets {

    /** How long the secret before signs too, so that a receiver can change over. */
    static final Duration OVERLAP = Duration.ofHours(24);

    private static final String PURPOSE = "webhook ";
    private static final int BYTES = 32;

    private final SecretBox box;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(SecretBox box) {
        this.box = box;
    }

    /** Gives an endpoint a secret and returns it, the only time it can be seen. The one before ends a day later. */
    String renew(Tx tx, String endpointId) throws SQLException {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        WebhookTable.secret(
                tx, endpointId, box.seal(secret, PURPOSE + endpointId), tx.now().plus(OVERLAP));
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** Those that sign now. */
    List<byte[]> live(Tx tx, String endpointId) throws SQLException {
        return WebhookTable.secrets(tx, endpointId).stream()
                .map(kept -> box.open(kept, PURPOSE + endpointId))
                .toList();
    }
}
