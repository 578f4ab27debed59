package org.clearlane.console.screens.payers;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.dispatch.RouteControl;
import org.clearlane.store.ledger.Downtimes;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.PayerRouteReading;
import org.clearlane.store.people.AuditTrail.Outcome;

/** Payers and the routes to them: how they stand, and what an operator does to them. No health information. */
public final class PayersScreen implements Screen {

    private static final int MOST = 50;
    private static final Map<String, Duration> SPANS = Map.of("day", Duration.ofHours(24), "week", Duration.ofDays(7));

    private final Desk desk;
    private final RouteControl control;

    public PayersScreen(Desk desk, RouteControl control) {
        this.desk = desk;
        this.control = control;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/payers", desk.page(Permission.SEE_FLOWS, (context, visitor) -> list(context, visitor, null)));
        routes.get("/payers/{id}", desk.page(Permission.SEE_FLOWS, (context, visitor) -> show(context, visitor, null)));
        routes.post("/payers/{id}/start", desk.form(Permission.RUN_ROUTES, this::start));
        routes.post("/payers/{id}/stop", desk.form(Permission.RUN_ROUTES, this::stop));
        routes.post("/payers/{id}/suspend", desk.form(Permission.RUN_ROUTES, this::suspend));
        routes.post("/payers/{id}/test", desk.form(Permission.RUN_ROUTES, this::test));
        routes.post("/downtimes", desk.form(Permission.RUN_ROUTES, this::plan));
        routes.post("/downtimes/{downtime}/call-off", desk.form(Permission.RUN_ROUTES, this::callOff));
    }

    private Instant now() {
        return desk.ledger().clock().instant();
    }

    private void list(Context context, Visitor visitor, String problem) {
        Map<String, Object> values = new HashMap<>();
        values.put("routes", desk.reads().flows(PayerRouteReading::all));
        values.put("downtimes", desk.reads().flows(connection -> Downtimes.around(connection, null, now())));
        values.put("now", now());
        values.put("mayRun", visitor.may(Permission.RUN_ROUTES));
        values.put("problem", problem);
        desk.show(context, "payers/list", desk.frame(context, visitor, "Payers and routes", "/payers"), values);
    }

    private void show(Context context, Visitor visitor, String problem) {
        String id = context.pathParam("id");
        String span = Optional.ofNullable(context.queryParam("span"))
                .filter(SPANS::containsKey)
                .orElse("day");
        Instant now = now();
        Instant since = now.minus(SPANS.get(span)).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        Optional<PayerPage> page = desk.reads().flows(connection -> {
            var route = PayerRouteReading.one(connection, id);
            return route.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PayerPage(
                            route.get(),
                            PayerRouteReading.open(connection, id, MOST),
                            PayerRouteReading.traffic(connection, id, since, now),
                            PayerRouteReading.history(connection, id, MOST),
                            Downtimes.around(connection, id, now),
                            now));
        });
        if (page.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("page", page.get());
        values.put("span", span);
        values.put("mayRun", visitor.may(Permission.RUN_ROUTES));
        values.put("mayMend", visitor.may(Permission.MEND_QUEUES));
        values.put("setUp", control.isSetUp(id));
        values.put("problem", problem);
        desk.show(
                context,
                "payers/payer",
                desk.frame(context, visitor, page.get().route().name(), "/payers"),
                values);
    }

    /** What a form does to a route; false when it is so already. */
    @FunctionalInterface
    private interface Deed {
        boolean on(Tx tx, String payerId) throws SQLException;
    }

    private void act(Context context, Visitor visitor, String action, String detail, String done, Deed deed) {
        String id = context.pathParam("id");
        try {
            boolean changed = desk.ledger().transact(tx -> {
                boolean did = deed.on(tx, id);
                if (did) {
                    AccessAudit.write(tx, visitor, action, id, Outcome.DONE, detail);
                }
                return did;
            });
            desk.onTo(context, "/payers/" + id, changed ? done : "It is so already. Nothing was changed.");
        } catch (Failure failure) {
            switch (failure.code()) {
                case NOT_FOUND -> desk.nothingHere(context, visitor, id);
                case ILLEGAL_MOVE ->
                    show(context.status(422), visitor, "Nothing was changed: " + failure.getMessage() + ".");
                default -> throw failure;
            }
        }
    }

    private void start(Context context, Visitor visitor) {
        String reason = given(context, "reason");
        act(
                context,
                visitor,
                "route.start",
                reason,
                "Started. What waited goes out now.",
                (tx, id) -> RouteControl.start(tx, id, visitor.email(), reason));
    }

    private void stop(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        if (!given(context, "confirm").equals(id)) {
            show(context.status(422), visitor, "Nothing was stopped: type " + id + " to confirm.");
            return;
        }
        String reason = given(context, "reason");
        act(
                context,
                visitor,
                "route.stop",
                reason,
                "Stopped. Nothing goes out, nothing is collected; claims wait as queued.",
                (tx, payer) -> RouteControl.stop(tx, payer, visitor.email(), reason));
    }

    private void suspend(Context context, Visitor visitor) {
        String reason = given(context, "reason");
        Optional<Instant> until = instant(context, visitor, "until");
        if (until.isEmpty()) {
            show(context.status(422), visitor, "Nothing was suspended: say until when, as a day and a time.");
            return;
        }
        act(
                context,
                visitor,
                "route.suspend",
                "until " + until.get() + ": " + reason,
                "Suspended. It goes on by itself when the time is over.",
                (tx, id) -> RouteControl.suspend(tx, id, until.get(), visitor.email(), reason));
    }

    private void test(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        if (!control.isSetUp(id)) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        RouteControl.Tested tested = control.test(id, visitor.email());
        String took = " (" + tested.took().toMillis() + " ms)";
        desk.ledger()
                .run(tx -> AccessAudit.write(
                        tx, visitor, "route.test", id, Outcome.DONE, tested.works() ? "works" : "does not work"));
        if (tested.works()) {
            desk.onTo(context, "/payers/" + id, "The connection works: " + tested.words() + took + ".");
        } else {
            show(context, visitor, "The connection does not work: " + tested.words() + took + ".");
        }
    }

    private void plan(Context context, Visitor visitor) {
        String payer = given(context, "payer");
        Optional<Instant> from = instant(context, visitor, "from");
        Optional<Instant> to = instant(context, visitor, "to");
        String notice = given(context, "notice");
        if (from.isEmpty() || to.isEmpty() || !payer.isEmpty() && !desk.payers().contains(payer)) {
            list(context.status(422), visitor, "Nothing was planned: choose a payer, and a beginning and an end.");
            return;
        }
        try {
            desk.ledger().run(tx -> {
                String id = Downtimes.plan(
                        tx, payer.isEmpty() ? null : payer, from.get(), to.get(), notice, visitor.email());
                AccessAudit.write(tx, visitor, "downtime.plan", id, Outcome.DONE, notice);
            });
            desk.onTo(context, "/payers", "Planned. It stands on the status page, which everybody can read.");
        } catch (Failure failure) {
            if (failure.code() != FailureCode.ILLEGAL_MOVE) {
                throw failure;
            }
            list(context.status(422), visitor, "Nothing was planned: " + failure.getMessage() + ".");
        }
    }

    private void callOff(Context context, Visitor visitor) {
        String id = context.pathParam("downtime");
        boolean done = desk.ledger().transact(tx -> {
            boolean off = Downtimes.callOff(tx, id, visitor.email());
            if (off) {
                AccessAudit.write(tx, visitor, "downtime.call-off", id, Outcome.DONE, "");
            }
            return off;
        });
        if (done) {
            desk.onTo(context, "/payers", "Called off. The status page says so.");
        } else {
            desk.nothingHere(context, visitor, id);
        }
    }

    private static String given(Context context, String field) {
        return Optional.ofNullable(context.formParam(field)).orElse("").strip();
    }

    /** A day and a time as the browser's field gives them, by the clocks this page shows. */
    private Optional<Instant> instant(Context context, Visitor visitor, String field) {
        ZoneId zone = desk.frame(context, visitor, "", "").zone();
        try {
            return Optional.of(
                    LocalDateTime.parse(given(context, field)).atZone(zone).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
