package org.clearlane.store.webhooks;

import java.time.Instant;
import java.util.List;

/**
 * Where a practice wants to be told.
 *
 * @param id {@code whe_…}
 * @param types what of, by their names in requests
 * @param earlierUntil until when the secret before signs too, or null
 * @param quietUntil until when the receiver asked for quiet, or null
 * @param disabledAt since when nothing is sent, or null
 * @param disabledWhy who or what ended it, in words, or null
 */
public record WebhookEndpoint(
        String id,
        String practiceId,
        String url,
        String description,
        List<String> types,
        Instant createdAt,
        Instant changedAt,
        Instant earlierUntil,
        Instant quietUntil,
        Instant disabledAt,
        String disabledWhy) {

    public WebhookEndpoint {
        types = List.copyOf(types);
    }

    /** Whether it is told of this. */
    public boolean listensTo(WebhookType type) {
        return types.contains(type.wire());
    }
}
