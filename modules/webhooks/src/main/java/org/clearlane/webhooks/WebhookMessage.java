package org.clearlane.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearlane.store.webhooks.WebhookDeliveries.Due;
import org.clearlane.store.webhooks.WebhookType;

/**
 * A request as it goes out: a thin body of identifiers and links, so that whoever wants to know more asks the API and the
 * asking is recorded. The same event has the same body at every attempt; time and signature are those of the attempt.
 *
 * @param id {@code webhook-id}
 * @param timestamp {@code webhook-timestamp}, in seconds
 * @param signature {@code webhook-signature}: one for each live secret
 */
record WebhookMessage(String id, long timestamp, String signature, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static WebhookMessage of(Due due, List<byte[]> secrets, Instant now, String base) {
        String body = body(due, base);
        long timestamp = now.getEpochSecond();
        String signature = secrets.stream()
                .map(secret -> sign(secret, due.eventId(), timestamp, body))
                .collect(Collectors.joining(" "));
        return new WebhookMessage(due.eventId(), timestamp, signature, body);
    }

    private static String sign(byte[] secret, String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("a webhook secret of ours does not sign", e);
        }
    }

    static String body(Due due, String base) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", due.type());
        all.put("timestamp", due.at().toString());
        all.put("data", data(due, base));
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> data(Due due, String base) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("practice", due.practiceId());
        String first = due.subjects().getFirst();
        switch (WebhookType.ofWire(due.type()).orElseThrow()) {
            case FILE_RECEIVED, FILE_FAILED -> thing(data, "file", first, base + "/v1/files/");
            case CLAIM_REJECTED, CLAIM_ACCEPTED, CLAIM_SENT, CLAIM_PAID -> {
                data.put(
                        "claims",
                        due.subjects().stream()
                                .map(id -> Map.of("id", id, "link", base + "/v1/claims/" + id))
                                .map(java.util.TreeMap::new)
                                .toList());
                data.put("evidence", due.evidence());
            }
            case ERA_RECEIVED, ERA_UNBALANCED -> thing(data, "remittance", first, base + "/v1/remittances/");
            case PAYER_DOWN, PAYER_UP -> thing(data, "payer", first, base + "/v1/payers/");
            case TEST -> thing(data, "webhook", first, base + "/v1/webhooks/");
        }
        return data;
    }

    private static void thing(Map<String, Object> data, String name, String id, String path) {
        data.put(name, id);
        data.put("link", path + id);
    }
}
