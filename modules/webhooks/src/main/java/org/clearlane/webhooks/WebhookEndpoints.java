package org.clearlane.webhooks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.access.SecretBox;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Worklist;
import org.clearlane.store.people.AuditTrail;
import org.clearlane.store.people.AuditTrail.Deed;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.webhooks.WebhookDeliveries;
import org.clearlane.store.webhooks.WebhookEndpoint;
import org.clearlane.store.webhooks.WebhookTable;
import org.clearlane.store.webhooks.WebhookType;

/**
 * What a practice may do with its endpoints, by console and API alike; every change stands in the audit trail. Whether
 * whoever asks may is decided by whoever calls. Safe for use by several threads.
 */
public final class WebhookEndpoints {

    /** Endpoints a practice at most. */
    public static final int MOST = 20;

    private static final int LONGEST_DESCRIPTION = 200;
    private static final Set<String> TYPES =
            WebhookType.subscribable().stream().map(WebhookType::wire).collect(Collectors.toUnmodifiableSet());

    private final Ledger ledger;
    private final AddressGuard guard;
    private final WebhookSecrets secrets;

    public WebhookEndpoints(Ledger ledger, SecretBox box, AddressGuard guard) {
        this.ledger = ledger;
        this.guard = guard;
        this.secrets = new WebhookSecrets(box);
    }

    /**
     * Who does it, for the audit trail.
     *
     * @param id of a person or a key
     * @param address where the request came from
     */
    public record Actor(String id, String role, String address) {}

    /** What somebody wants. */
    public record Wish(String url, String description, List<String> types) {

        public Wish {
            types = List.copyOf(types);
        }
    }

    /** What is wrong with a wish. */
    public record Objection(String field, String message) {}

    /** What came of it. */
    public sealed interface Result {
        /** There is a new secret, to be shown this once. */
        record Secret(WebhookEndpoint endpoint, String secret) implements Result {}

        /** It is so now. */
        record Done(WebhookEndpoint endpoint) implements Result {}

        /** Nothing was changed. */
        record Refused(List<Objection> objections) implements Result {}

        /** There is no such endpoint, or it is not theirs. */
        record NotThere() implements Result {}
    }

    /** Adds an endpoint. */
    public Result create(Actor by, String practiceId, Wish wish) {
        List<Objection> objections = objections(wish);
        if (!objections.isEmpty()) {
            return new Result.Refused(objections);
        }
        return ledger.transact(tx -> {
            if (WebhookTable.all(tx.connection(), practiceId).size() >= MOST) {
                return new Result.Refused(List.of(
                        new Objection("url", "There are " + MOST + " webhooks already. Delete one that is not used.")));
            }
            String id = WebhookTable.add(
                    tx, practiceId, wish.url().strip(), wish.description().strip(), wish.types());
            String secret = secrets.renew(tx, id);
            audit(tx, by, practiceId, "webhook.create", id, String.join(" ", wish.types()));
            return new Result.Secret(endpoint(tx, practiceId, id).orElseThrow(), secret);
        });
    }

    /** Changes where it goes and what of. */
    public Result change(Actor by, String practiceId, String id, Wish wish) {
        if (ledger.transact(tx -> endpoint(tx, practiceId, id)).isEmpty()) {
            return new Result.NotThere();
        }
        List<Objection> objections = objections(wish);
        if (!objections.isEmpty()) {
            return new Result.Refused(objections);
        }
        return whenThere(by, practiceId, id, "webhook.change", String.join(" ", wish.types()), tx -> {
            WebhookTable.change(tx, id, wish.url().strip(), wish.description().strip(), wish.types());
            return true;
        });
    }

    /** Switches it off, or on again: what waits is then sent at once. */
    public Result setEnabled(Actor by, String practiceId, String id, boolean enabled) {
        return whenThere(by, practiceId, id, enabled ? "webhook.enable" : "webhook.disable", "", tx -> {
            if (enabled) {
                WebhookTable.enable(tx, id);
                Worklist.resolve(tx, Worklist.Kind.WEBHOOK_DISABLED, id, "switched on by " + by.id());
            } else {
                WebhookTable.disable(tx, id, "Switched off by a person or program of the practice.");
            }
            return true;
        });
    }

    /** Deletes it; what waits is not sent any more. */
    public Result delete(Actor by, String practiceId, String id) {
        return ledger.transact(tx -> {
            Optional<WebhookEndpoint> found = endpoint(tx, practiceId, id);
            if (found.isEmpty()) {
                return new Result.NotThere();
            }
            WebhookTable.delete(tx, id);
            Worklist.resolve(tx, Worklist.Kind.WEBHOOK_DISABLED, id, "deleted by " + by.id());
            audit(tx, by, practiceId, "webhook.delete", id, "");
            return new Result.Done(found.get());
        });
    }

    /** Gives it a new secret; the one before signs too for a day. */
    public Result rotate(Actor by, String practiceId, String id) {
        return ledger.transact(tx -> {
            if (endpoint(tx, practiceId, id).isEmpty()) {
                return new Result.NotThere();
            }
            String secret = secrets.renew(tx, id);
            audit(tx, by, practiceId, "webhook.rotate", id, "");
            return new Result.Secret(endpoint(tx, practiceId, id).orElseThrow(), secret);
        });
    }

    /** Ends the secret before now: every receiver has the new one, or the old one has leaked. */
    public Result endEarlierSecret(Actor by, String practiceId, String id) {
        return whenThere(by, practiceId, id, "webhook.end-earlier-secret", "", tx -> WebhookTable.endEarlier(tx, id));
    }

    /** Sends a test. */
    public Result test(Actor by, String practiceId, String id) {
        return whenThere(by, practiceId, id, "webhook.test", "", tx -> {
            WebhookDeliveries.only(tx, id, practiceId, WebhookType.TEST);
            return true;
        });
    }

    /** Sends one delivery again. */
    public Result resend(Actor by, String practiceId, String id, long delivery) {
        return ledger.transact(tx -> {
            Optional<WebhookEndpoint> found = endpoint(tx, practiceId, id);
            if (found.isEmpty() || !WebhookDeliveries.again(tx, id, delivery)) {
                return new Result.NotThere();
            }
            audit(tx, by, practiceId, "webhook.resend", id, "delivery " + delivery);
            return new Result.Done(found.get());
        });
    }

    /**
     * Sends everything since then that has not arrived, also what was never sent because the endpoint was off; all of it,
     * on demand. Empty when there is no such endpoint, else how many.
     */
    public Optional<Integer> resendSince(Actor by, String practiceId, String id, Instant since, boolean arrivedToo) {
        return ledger.transact(tx -> {
            Optional<WebhookEndpoint> found = endpoint(tx, practiceId, id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            int count = WebhookDeliveries.againSince(tx, found.get(), since, !arrivedToo);
            audit(tx, by, practiceId, "webhook.resend", id, count + " deliveries since " + since);
            return Optional.of(count);
        });
    }

    @FunctionalInterface
    private interface Change {
        boolean in(Tx tx) throws SQLException;
    }

    private Result whenThere(Actor by, String practiceId, String id, String action, String detail, Change change) {
        return ledger.transact(tx -> {
            if (endpoint(tx, practiceId, id).isEmpty()) {
                return new Result.NotThere();
            }
            if (change.in(tx)) {
                audit(tx, by, practiceId, action, id, detail);
            }
            return new Result.Done(endpoint(tx, practiceId, id).orElseThrow());
        });
    }

    private static Optional<WebhookEndpoint> endpoint(Tx tx, String practiceId, String id) throws SQLException {
        return WebhookTable.of(tx.connection(), practiceId, id);
    }

    private List<Objection> objections(Wish wish) {
        List<Objection> objections = new ArrayList<>();
        guard.objection(wish.url().strip()).ifPresent(why -> objections.add(new Objection("url", why)));
        if (wish.description().strip().length() > LONGEST_DESCRIPTION) {
            objections.add(
                    new Objection("description", "Describe it in at most " + LONGEST_DESCRIPTION + " characters."));
        }
        if (wish.types().isEmpty()) {
            objections.add(new Objection("types", "Choose at least one event."));
        }
        wish.types().stream()
                .filter(type -> !TYPES.contains(type))
                .findFirst()
                .ifPresent(type -> objections.add(new Objection(
                        "types", "One of these events is not known. Known are: " + String.join(", ", known()) + ".")));
        return objections;
    }

    private static List<String> known() {
        return WebhookType.subscribable().stream().map(WebhookType::wire).toList();
    }

    private static void audit(Tx tx, Actor by, String practiceId, String action, String subject, String detail)
            throws SQLException {
        AuditTrail.write(
                tx, new Deed(by.id(), by.role(), practiceId, action, subject, Outcome.DONE, detail, by.address()));
    }
}
