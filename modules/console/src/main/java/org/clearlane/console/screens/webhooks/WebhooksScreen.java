package org.clearlane.console.screens.webhooks;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.ChosenPractice;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Frame;
import org.clearlane.console.web.Screen;
import org.clearlane.store.webhooks.WebhookDeliveries;
import org.clearlane.store.webhooks.WebhookDeliveries.Sent;
import org.clearlane.store.webhooks.WebhookEndpoint;
import org.clearlane.store.webhooks.WebhookTable;
import org.clearlane.store.webhooks.WebhookType;
import org.clearlane.webhooks.WebhookEndpoints;
import org.clearlane.webhooks.WebhookEndpoints.Actor;
import org.clearlane.webhooks.WebhookEndpoints.Objection;
import org.clearlane.webhooks.WebhookEndpoints.Result;
import org.clearlane.webhooks.WebhookEndpoints.Wish;

/** Where a practice's programs want to be told, every attempt to tell them, and what to do when it fails. */
public final class WebhooksScreen implements Screen {

    private static final int PAGE = 50;

    private final Desk desk;
    private final WebhookEndpoints endpoints;

    public WebhooksScreen(Desk desk, WebhookEndpoints endpoints) {
        this.desk = desk;
        this.endpoints = endpoints;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/webhooks", desk.page(Permission.MANAGE_KEYS, (context, visitor) -> list(context, visitor, null)));
        routes.post("/webhooks", desk.form(Permission.MANAGE_KEYS, this::create));
        routes.get(
                "/webhooks/{id}", desk.page(Permission.MANAGE_KEYS, (context, visitor) -> one(context, visitor, null)));
        routes.get("/webhooks/{id}/deliveries/{delivery}", desk.page(Permission.MANAGE_KEYS, this::delivery));
        routes.post("/webhooks/{id}/change", desk.form(Permission.MANAGE_KEYS, this::change));
        routes.post("/webhooks/{id}/rotate", desk.form(Permission.MANAGE_KEYS, this::rotate));
        doing(routes, "end-earlier-secret", "The earlier secret signs no more.", endpoints::endEarlierSecret);
        doing(
                routes,
                "enable",
                "It is on. What waits is sent now.",
                (by, practice, id) -> endpoints.setEnabled(by, practice, id, true));
        doing(
                routes,
                "disable",
                "It is off. Events are kept for 30 days.",
                (by, practice, id) -> endpoints.setEnabled(by, practice, id, false));
        doing(routes, "test", "A test is on its way. Look again in a moment.", endpoints::test);
        routes.post("/webhooks/{id}/delete", desk.form(Permission.MANAGE_KEYS, this::delete));
        routes.post("/webhooks/{id}/resend", desk.form(Permission.MANAGE_KEYS, this::resendSince));
        routes.post("/webhooks/{id}/deliveries/{delivery}/resend", desk.form(Permission.MANAGE_KEYS, this::resend));
    }

    @FunctionalInterface
    private interface Doing {
        Result to(Actor by, String practice, String id);
    }

    private void doing(JavalinDefaultRoutingApi routes, String name, String notice, Doing doing) {
        routes.post("/webhooks/{id}/" + name, desk.form(Permission.MANAGE_KEYS, (context, visitor) -> {
            ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
            String id = context.pathParam("id");
            if (chosen.id() == null || doing.to(by(visitor), chosen.id(), id) instanceof Result.NotThere) {
                desk.nothingHere(context, visitor, id);
            } else {
                desk.onTo(context, chosen.address("/webhooks/" + id), notice);
            }
        }));
    }

    private static Actor by(Visitor visitor) {
        return new Actor(visitor.personId(), visitor.role().name(), visitor.address());
    }

    private static Wish wish(Context context) {
        return new Wish(form(context, "url"), form(context, "description"), context.formParams("types"));
    }

    private void list(Context context, Visitor visitor, String problem) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put("chosen", chosen);
        values.put("wish", wish(context));
        values.put("types", WebhookType.subscribable());
        values.put(
                "endpoints",
                chosen.id() == null
                        ? List.of()
                        : desk.reads().of(chosen.id(), connection -> WebhookTable.all(connection, chosen.id())));
        desk.show(context, "webhooks/list", desk.frame(context, visitor, "Webhooks", "/webhooks"), values);
    }

    private void create(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        if (chosen.id() == null) {
            list(context.status(422), visitor, "Choose a practice.");
            return;
        }
        switch (endpoints.create(by(visitor), chosen.id(), wish(context))) {
            case Result.Secret made -> secret(context, visitor, chosen, made);
            case Result.Refused refused -> list(context.status(422), visitor, words(refused));
            case Result.Done ignored -> throw new IllegalStateException("an endpoint without a secret");
            case Result.NotThere ignored -> desk.nothingHere(context, visitor, "webhook");
        }
    }

    private static String words(Result.Refused refused) {
        return refused.objections().stream().map(Objection::message).collect(Collectors.joining(" "));
    }

    private void secret(Context context, Visitor visitor, ChosenPractice chosen, Result.Secret made) {
        Map<String, Object> values = new HashMap<>();
        values.put("chosen", chosen);
        values.put("endpoint", made.endpoint());
        values.put("secret", made.secret());
        desk.show(context, "webhooks/secret", desk.frame(context, visitor, "A new secret", "/webhooks"), values);
    }

    private record Read(WebhookEndpoint endpoint, List<Sent> sent) {}

    private void one(Context context, Visitor visitor, String problem) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        String id = context.pathParam("id");
        long after = number(Optional.ofNullable(context.queryParam("after")).orElse(""));
        Optional<Read> read = chosen.id() == null
                ? Optional.empty()
                : desk.reads().of(chosen.id(), connection -> {
                    Optional<WebhookEndpoint> endpoint = WebhookTable.of(connection, chosen.id(), id);
                    return endpoint.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Read(endpoint.get(), WebhookDeliveries.of(connection, id, after, PAGE + 1)));
                });
        if (read.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        List<Sent> sent = read.get().sent();
        boolean more = sent.size() > PAGE;
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put("chosen", chosen);
        values.put("endpoint", read.get().endpoint());
        values.put("types", WebhookType.subscribable());
        values.put("sent", more ? sent.subList(0, PAGE) : sent);
        values.put(
                "next",
                more
                        ? chosen.address("/webhooks/" + id + "?after="
                                + sent.get(PAGE - 1).id())
                        : null);
        values.put("now", desk.ledger().clock().instant());
        desk.show(context, "webhooks/endpoint", desk.frame(context, visitor, "Webhook", "/webhooks"), values);
    }

    private void delivery(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        String id = context.pathParam("id");
        long delivery = number(context.pathParam("delivery"));
        Map<String, Object> values = new HashMap<>();
        boolean there = chosen.id() != null
                && desk.reads().of(chosen.id(), connection -> {
                    Optional<WebhookEndpoint> endpoint = WebhookTable.of(connection, chosen.id(), id);
                    Optional<Sent> sent =
                            endpoint.isEmpty() ? Optional.empty() : WebhookDeliveries.one(connection, id, delivery);
                    if (sent.isEmpty()) {
                        return false;
                    }
                    values.put("endpoint", endpoint.get());
                    values.put("sent", sent.get());
                    values.put("attempts", WebhookDeliveries.attempts(connection, delivery));
                    return true;
                });
        if (!there) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        values.put("chosen", chosen);
        desk.show(context, "webhooks/delivery", desk.frame(context, visitor, "A delivery", "/webhooks"), values);
    }

    private void change(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        String id = context.pathParam("id");
        Result result = chosen.id() == null
                ? new Result.NotThere()
                : endpoints.change(by(visitor), chosen.id(), id, wish(context));
        switch (result) {
            case Result.Refused refused -> one(context.status(422), visitor, words(refused));
            case Result.NotThere ignored -> desk.nothingHere(context, visitor, id);
            case Result.Done ignored -> desk.onTo(context, chosen.address("/webhooks/" + id), "Changed.");
            case Result.Secret ignored -> throw new IllegalStateException("a change makes no secret");
        }
    }

    private void rotate(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        String id = context.pathParam("id");
        if (chosen.id() != null && endpoints.rotate(by(visitor), chosen.id(), id) instanceof Result.Secret made) {
            secret(context, visitor, chosen, made);
        } else {
            desk.nothingHere(context, visitor, id);
        }
    }

    private void delete(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        String id = context.pathParam("id");
        if (chosen.id() != null && endpoints.delete(by(visitor), chosen.id(), id) instanceof Result.Done) {
            desk.onTo(context, chosen.address("/webhooks"), "Deleted. Nothing is sent there any more.");
        } else {
            desk.nothingHere(context, visitor, id);
        }
    }

    private void resend(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        String id = context.pathParam("id");
        long delivery = number(context.pathParam("delivery"));
        if (chosen.id() != null
                && endpoints.resend(by(visitor), chosen.id(), id, delivery) instanceof Result.Done done) {
            desk.onTo(
                    context,
                    chosen.address("/webhooks/" + id),
                    done.endpoint().disabledAt() == null
                            ? "It is sent again now."
                            : "It is sent again when the webhook is switched on.");
        } else {
            desk.nothingHere(context, visitor, id);
        }
    }

    private void resendSince(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        String id = context.pathParam("id");
        Optional<Instant> since = day(desk.frame(context, visitor, "", ""), form(context, "since"));
        if (since.isEmpty()) {
            one(context.status(422), visitor, "Choose the day since when to send again.");
            return;
        }
        Optional<Integer> count = chosen.id() == null
                ? Optional.empty()
                : endpoints.resendSince(
                        by(visitor),
                        chosen.id(),
                        id,
                        since.get(),
                        form(context, "arrived").equals("too"));
        if (count.isEmpty()) {
            desk.nothingHere(context, visitor, id);
        } else {
            desk.onTo(context, chosen.address("/webhooks/" + id), count.get() + " events are sent again.");
        }
    }

    private static Optional<Instant> day(Frame frame, String text) {
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay(frame.zone()).toInstant());
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static String form(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }
}
