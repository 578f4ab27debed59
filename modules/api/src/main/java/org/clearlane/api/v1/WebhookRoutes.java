package org.clearlane.api.v1;

import static org.clearlane.store.ledger.ApiScope.WEBHOOKS_MANAGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiPart;
import org.clearlane.api.ApiRoute;
import org.clearlane.api.PracticeView;
import org.clearlane.store.webhooks.WebhookDeliveries;
import org.clearlane.store.webhooks.WebhookDeliveries.Attempt;
import org.clearlane.store.webhooks.WebhookDeliveries.Sent;
import org.clearlane.store.webhooks.WebhookEndpoint;
import org.clearlane.store.webhooks.WebhookTable;
import org.clearlane.webhooks.WebhookEndpoints;
import org.clearlane.webhooks.WebhookEndpoints.Actor;
import org.clearlane.webhooks.WebhookEndpoints.Objection;
import org.clearlane.webhooks.WebhookEndpoints.Result;
import org.clearlane.webhooks.WebhookEndpoints.Wish;

/** Where a practice's programs want to be told, and how telling them went. What may be changed is decided by {@link WebhookEndpoints}. */
public final class WebhookRoutes implements ApiPart {

    private final WebhookEndpoints endpoints;
    private final PracticeView view;

    public WebhookRoutes(WebhookEndpoints endpoints, PracticeView view) {
        this.endpoints = endpoints;
        this.view = view;
    }

    @Override
    public String document() {
        return "webhooks.yaml";
    }

    @Override
    public List<ApiRoute> routes() {
        return List.of(
                ApiRoute.get("/v1/webhooks", "webhooks.list", WEBHOOKS_MANAGE, this::list),
                ApiRoute.post("/v1/webhooks", "webhooks.create", WEBHOOKS_MANAGE, this::create),
                ApiRoute.get("/v1/webhooks/{id}", "webhooks.read", WEBHOOKS_MANAGE, this::read),
                ApiRoute.patch("/v1/webhooks/{id}", "webhooks.change", WEBHOOKS_MANAGE, this::change),
                ApiRoute.delete("/v1/webhooks/{id}", "webhooks.delete", WEBHOOKS_MANAGE, this::delete),
                ApiRoute.post("/v1/webhooks/{id}/secret", "webhooks.rotate", WEBHOOKS_MANAGE, this::rotate),
                ApiRoute.post("/v1/webhooks/{id}/test", "webhooks.test", WEBHOOKS_MANAGE, this::test),
                ApiRoute.post("/v1/webhooks/{id}/resend", "webhooks.resend", WEBHOOKS_MANAGE, this::resendSince),
                ApiRoute.get("/v1/webhooks/{id}/deliveries", "deliveries.list", WEBHOOKS_MANAGE, this::deliveries),
                ApiRoute.get(
                        "/v1/webhooks/{id}/deliveries/{delivery}", "deliveries.read", WEBHOOKS_MANAGE, this::delivery),
                ApiRoute.post(
                        "/v1/webhooks/{id}/deliveries/{delivery}/resend",
                        "deliveries.resend",
                        WEBHOOKS_MANAGE,
                        this::resend));
    }

    private static Actor by(ApiCall call) {
        return new Actor(call.key().id(), "API_KEY", call.context().ip());
    }

    private Optional<WebhookEndpoint> endpoint(ApiCall call) {
        return view.as(call.practiceId(), connection -> WebhookTable.of(connection, call.practiceId(), call.id()));
    }

    private void list(ApiCall call) {
        List<WebhookEndpoint> all =
                view.as(call.practiceId(), connection -> WebhookTable.all(connection, call.practiceId()));
        call.page(
                all.stream()
                        .filter(each -> each.id().compareTo(call.after()) > 0)
                        .limit(call.limit() + 1L)
                        .map(WebhookRoutes::told)
                        .toList(),
                "id");
    }

    private void read(ApiCall call) {
        call.one(endpoint(call).map(WebhookRoutes::told));
    }

    private void create(ApiCall call) throws IOException {
        Optional<JsonNode> body = call.json();
        if (body.isEmpty()) {
            return;
        }
        answer(
                call,
                endpoints.create(
                        by(call),
                        call.practiceId(),
                        new Wish(
                                body.get().path("url").asText(),
                                body.get().path("description").asText(""),
                                texts(body.get().path("types")))),
                201);
    }

    /** What is left out stays as it is. */
    private void change(ApiCall call) throws IOException {
        Optional<WebhookEndpoint> endpoint = endpoint(call);
        if (endpoint.isEmpty()) {
            call.nothing();
            return;
        }
        Optional<JsonNode> body = call.json();
        if (body.isEmpty()) {
            return;
        }
        JsonNode wanted = body.get();
        Result result = new Result.Done(endpoint.get());
        if (wanted.has("url") || wanted.has("description") || wanted.has("types")) {
            WebhookEndpoint now = endpoint.get();
            result = endpoints.change(
                    by(call),
                    call.practiceId(),
                    call.id(),
                    new Wish(
                            wanted.path("url").asText(now.url()),
                            wanted.path("description").asText(now.description()),
                            wanted.has("types") ? texts(wanted.path("types")) : now.types()));
        }
        if (result instanceof Result.Done && wanted.has("enabled")) {
            result = endpoints.setEnabled(
                    by(call), call.practiceId(), call.id(), wanted.path("enabled").asBoolean());
        }
        answer(call, result, 200);
    }

    private void delete(ApiCall call) {
        if (endpoints.delete(by(call), call.practiceId(), call.id()) instanceof Result.Done) {
            call.context().status(204);
        } else {
            call.nothing();
        }
    }

    private void rotate(ApiCall call) {
        answer(call, endpoints.rotate(by(call), call.practiceId(), call.id()), 200);
    }

    private void test(ApiCall call) {
        answer(call, endpoints.test(by(call), call.practiceId(), call.id()), 202);
    }

    private void resend(ApiCall call) {
        answer(call, endpoints.resend(by(call), call.practiceId(), call.id(), deliveryId(call)), 202);
    }

    private void resendSince(ApiCall call) throws IOException {
        if (endpoint(call).isEmpty()) {
            call.nothing();
            return;
        }
        Optional<JsonNode> body = call.json();
        if (body.isEmpty()) {
            return;
        }
        Instant since = Instant.parse(body.get().path("since").asText());
        boolean arrivedToo = body.get().path("arrivedToo").asBoolean(false);
        Optional<Integer> count = endpoints.resendSince(by(call), call.practiceId(), call.id(), since, arrivedToo);
        if (count.isEmpty()) {
            call.nothing();
        } else {
            call.answer(202, Map.of("deliveries", count.get()));
        }
    }

    private void deliveries(ApiCall call) {
        Optional<List<Sent>> sent = view.as(call.practiceId(), connection -> {
            boolean there = WebhookTable.of(connection, call.practiceId(), call.id()).isPresent();
            return there
                    ? Optional.of(WebhookDeliveries.of(connection, call.id(), call.afterNumber(), call.limit() + 1))
                    : Optional.empty();
        });
        if (sent.isEmpty()) {
            call.nothing();
        } else {
            call.page(sent.get().stream().map(WebhookRoutes::told).toList(), "id");
        }
    }

    private void delivery(ApiCall call) {
        long id = deliveryId(call);
        Optional<Map<String, Object>> found = view.as(call.practiceId(), connection -> {
            Optional<Sent> sent = WebhookTable.of(connection, call.practiceId(), call.id())
                            .isPresent()
                    ? WebhookDeliveries.one(connection, call.id(), id)
                    : Optional.empty();
            if (sent.isEmpty()) {
                return Optional.empty();
            }
            Map<String, Object> told = told(sent.get());
            List<Map<String, Object>> attempts = new ArrayList<>();
            for (Attempt attempt : WebhookDeliveries.attempts(connection, id)) {
                attempts.add(told(attempt));
            }
            told.put("attempts", attempts);
            return Optional.of(told);
        });
        call.one(found);
    }

    private static long deliveryId(ApiCall call) {
        String text = call.context().pathParam("delivery");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static void answer(ApiCall call, Result result, int status) {
        switch (result) {
            case Result.Secret made -> {
                Map<String, Object> told = told(made.endpoint());
                told.put("secret", made.secret());
                call.answer(status, told);
            }
            case Result.Done done -> call.answer(status, told(done.endpoint()));
            case Result.NotThere ignored -> call.nothing();
            case Result.Refused refused ->
                call.problem(
                        422,
                        "webhook-refused",
                        "Nothing was changed",
                        refused.objections().stream()
                                .map(Objection::message)
                                .collect(Collectors.joining(" ")));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts.stream().distinct().toList();
    }

    private static Map<String, Object> told(WebhookEndpoint endpoint) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", endpoint.id());
        told.put("url", endpoint.url());
        put(told, "description", endpoint.description().isEmpty() ? null : endpoint.description());
        told.put("types", endpoint.types());
        told.put("enabled", endpoint.disabledAt() == null);
        put(told, "disabledWhy", endpoint.disabledWhy());
        put(told, "disabledAt", endpoint.disabledAt());
        put(told, "earlierSecretUntil", endpoint.earlierUntil());
        put(told, "createdAt", endpoint.createdAt());
        return told;
    }

    private static Map<String, Object> told(Sent sent) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", Long.toString(sent.id()));
        told.put("event", sent.eventId());
        told.put("type", sent.type());
        put(told, "at", sent.at());
        told.put("state", state(sent.state()));
        told.put("attemptCount", sent.attempts());
        put(told, "nextAttemptAt", sent.state().equals("WAITING") ? sent.dueAt() : null);
        put(told, "lastStatus", sent.lastStatus());
        put(told, "lastProblem", sent.lastProblem() == null || sent.lastProblem().isEmpty() ? null : sent.lastProblem());
        return told;
    }

    private static String state(String state) {
        return switch (state) {
            case "DELIVERED" -> "delivered";
            case "WAITING" -> "waiting";
            default -> "given-up";
        };
    }

    private static Map<String, Object> told(Attempt attempt) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("number", attempt.number());
        put(told, "at", attempt.at());
        told.put("durationMs", attempt.durationMs());
        put(told, "status", attempt.status());
        put(told, "problem", attempt.problem().isEmpty() ? null : attempt.problem());
        return told;
    }

    private static void put(Map<String, Object> told, String name, Object value) {
        if (value != null) {
            told.put(name, value instanceof Instant at ? at.toString() : value);
        }
    }
}
