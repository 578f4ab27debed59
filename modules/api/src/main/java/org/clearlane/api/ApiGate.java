package org.clearlane.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearlane.api.contract.ApiDocument;
import org.clearlane.api.contract.RequestCheck;
import org.clearlane.store.ledger.ApiKey;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.AuditWriter;

/**
 * What every request passes before it is answered, in this order: a live key, the key's share of requests, the practice it
 * names, the scope, the form of the request.
 */
final class ApiGate {

    private static final Pattern KEY = Pattern.compile("clk_[A-Za-z0-9_-]{43}");

    private final Ledger ledger;
    private final ApiAudit audit;
    private final RateLimits limits;
    private final ApiDocument document;

    ApiGate(ApiMeans means, ApiDocument document) {
        this.ledger = means.ledger();
        this.audit = new ApiAudit(new AuditWriter(ledger));
        this.limits = new RateLimits(means.limits().requests(), means.limits().window(), ledger.clock());
        this.document = document;
    }

    /** What answers a route's requests. */
    Handler before(ApiRoute route) {
        ApiDocument.Operation operation = document.operation(route.method().name(), route.path());
        RequestCheck check = new RequestCheck(document, operation);
        CsvTable table = new CsvTable(document, operation);
        return context -> {
            Optional<ApiKey> key = key(context);
            if (key.isPresent() && lets(context, key.get(), route, check)) {
                route.answer().to(new ApiCall(context, key.get(), route, audit, check, table));
            }
        };
    }

    private Optional<ApiKey> key(Context context) {
        String header = Optional.ofNullable(context.header("Authorization")).orElse("");
        String secret = header.startsWith("Bearer ")
                ? header.substring("Bearer ".length()).strip()
                : "";
        Optional<ApiKey> key = !KEY.matcher(secret).matches()
                ? Optional.empty()
                : ledger.transact(tx -> {
                    Optional<ApiKey> holder = ApiKeys.holder(tx, secret);
                    if (holder.isPresent()) {
                        ApiKeys.used(tx, holder.get());
                    }
                    return holder;
                });
        if (key.isEmpty()) {
            context.header("WWW-Authenticate", "Bearer");
            refuse(context, 401, "unauthorized", "Who are you?", "Send a live API key as Authorization: Bearer clk_…");
        }
        return key;
    }

    private boolean lets(Context context, ApiKey key, ApiRoute route, RequestCheck check) {
        RateLimits.Left left = limits.take(key.id());
        context.header("RateLimit-Limit", Integer.toString(left.limit()));
        context.header("RateLimit-Remaining", Integer.toString(Math.max(0, left.remaining())));
        context.header("RateLimit-Reset", Long.toString(left.resetSeconds()));
        if (left.refused()) {
            context.header("Retry-After", Long.toString(left.resetSeconds()));
            refuse(
                    context,
                    429,
                    "too-many-requests",
                    "Too many requests with this key",
                    "It is the key that asks too often; nothing is down. Nothing was done. Ask again when the time in"
                            + " Retry-After is over.");
            return false;
        }
        String claimed = context.header("Clearlane-Practice");
        if (claimed != null && !claimed.equals(key.practiceId())) {
            audit.write(key, route.operation(), "", Outcome.REFUSED, "for another practice", context.ip());
            refuse(
                    context,
                    403,
                    "wrong-practice",
                    "This key belongs to another practice",
                    "Nothing was kept. Use the key of the practice you name, or leave Clearlane-Practice out.");
            return false;
        }
        if (!key.may(route.scope())) {
            audit.write(
                    key,
                    route.operation(),
                    "",
                    Outcome.REFUSED,
                    "without " + route.scope().code(),
                    context.ip());
            refuse(
                    context,
                    403,
                    "missing-scope",
                    "This key may not do that",
                    "It takes a key with the scope " + route.scope().code() + ". Nothing was done.");
            return false;
        }
        return isWellFormed(context, check);
    }

    private boolean isWellFormed(Context context, RequestCheck check) {
        Map<String, List<String>> query = context.queryParamMap();
        List<String> wrong = check.parameters(query, context::header);
        if (wrong.isEmpty() && query.containsKey("after")) {
            String after = query.get("after").getFirst();
            if (Cursor.read(after).isEmpty()) {
                wrong.add("The query parameter after is no cursor of ours: take it from next as it is.");
            }
        }
        if (wrong.isEmpty()) {
            return true;
        }
        refuse(
                context,
                400,
                context.header("Idempotency-Key") == null && wrong.toString().contains("Idempotency-Key")
                        ? "idempotency-key"
                        : "bad-request",
                "The request is not as the document has it",
                String.join(" ", wrong) + " Nothing was done. /v1/openapi.json says what is known.");
        return false;
    }

    private static void refuse(Context context, int status, String name, String title, String detail) {
        context.attribute(HttpServer.ANSWERED, true);
        Problem.answer(context, status, name, title, detail);
    }
}
