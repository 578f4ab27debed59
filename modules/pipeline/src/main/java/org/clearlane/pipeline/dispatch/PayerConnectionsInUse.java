package org.clearlane.pipeline.dispatch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.directory.PayerProfile;

/** One connection a payer, opened when first used. Safe for use by several threads. */
public final class PayerConnectionsInUse implements AutoCloseable {

    private final Map<String, PayerProfile> profiles;
    private final Function<PayerProfile, PayerConnection> opener;
    private final Map<String, PayerConnection> open = new ConcurrentHashMap<>();

    public PayerConnectionsInUse(Map<String, PayerProfile> profiles, Function<PayerProfile, PayerConnection> opener) {
        this.profiles = Map.copyOf(profiles);
        this.opener = opener;
    }

    /** The payer's profile. */
    public PayerProfile profile(String payerId) {
        PayerProfile profile = profiles.get(payerId);
        if (profile == null) {
            throw new IllegalStateException("no profile of payer " + payerId);
        }
        return profile;
    }

    /** All profiles by id. */
    public Map<String, PayerProfile> profiles() {
        return profiles;
    }

    /** The connection to this payer. */
    public PayerConnection to(String payerId) {
        return open.computeIfAbsent(payerId, id -> opener.apply(profile(id)));
    }

    @Override
    public void close() {
        open.values().forEach(PayerConnection::close);
    }
}
