package org.clearlane.console.screens.queues;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.model.Failure;
import org.clearlane.pipeline.MendWork;
import org.clearlane.pipeline.dispatch.SettleInterchange;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.WorkQueue;
import org.clearlane.store.ledger.WorkQueueReading;
import org.clearlane.store.ledger.WorkQueueReading.ParkedWork;
import org.clearlane.store.ledger.WorkQueueReading.QueuedClaim;
import org.clearlane.store.ledger.Worklist;
import org.clearlane.store.people.AuditTrail.Outcome;

/** Queues, the claims and dollars inside them, and what failed for good. Identifiers, states and dollars only. */
public final class QueuesScreen implements Screen {

    private static final int PAGE = 50;
    private static final int LONGEST_REASON = 300;

    private final Desk desk;

    public QueuesScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/queues", desk.page(Permission.SEE_FLOWS, (context, visitor) -> list(context, visitor, null)));
        routes.get("/queues/{queue}", desk.page(Permission.SEE_FLOWS, this::inside));
        routes.post("/outbox/{id}/retry", desk.form(Permission.MEND_QUEUES, this::retry));
        routes.post("/outbox/{id}/park", desk.form(Permission.MEND_QUEUES, this::park));
        routes.post("/tasks/{id}/resolve", desk.form(Permission.MEND_QUEUES, this::resolve));
        routes.post("/interchanges/{id}/send-again", desk.form(Permission.MEND_QUEUES, this::sendAgain));
        routes.post("/interchanges/{id}/settle", desk.form(Permission.MEND_QUEUES, this::settle));
    }

    private void list(Context context, Visitor visitor, String problem) {
        long afterLetter = number(context.queryParam("letters"));
        long afterTask = number(context.queryParam("tasks"));
        Map<String, Object> values = desk.reads().flows(connection -> {
            Map<String, Object> all = new HashMap<>();
            all.put("queues", WorkQueueReading.all(connection));
            all.put("letters", WorkQueueReading.parked(connection, afterLetter, PAGE + 1));
            all.put("tasks", OperatorTask.open(connection, afterTask, PAGE + 1));
            return all;
        });
        @SuppressWarnings("unchecked")
        List<ParkedWork> letters = (List<ParkedWork>) values.get("letters");
        @SuppressWarnings("unchecked")
        List<OperatorTask> tasks = (List<OperatorTask>) values.get("tasks");
        values.put(
                "moreLetters",
                letters.size() > PAGE
                        ? "/queues?letters=" + letters.get(PAGE - 1).id()
                        : null);
        values.put(
                "moreTasks",
                tasks.size() > PAGE ? "/queues?tasks=" + tasks.get(PAGE - 1).id() : null);
        values.put("letters", letters.subList(0, Math.min(PAGE, letters.size())));
        values.put("tasks", tasks.subList(0, Math.min(PAGE, tasks.size())));
        values.put("now", desk.ledger().clock().instant());
        values.put("mayMend", visitor.may(Permission.MEND_QUEUES));
        values.put("problem", problem);
        desk.show(context, "queues/list", desk.frame(context, visitor, "Queues", "/queues"), values);
    }

    private void inside(Context context, Visitor visitor) {
        String name = context.pathParam("queue");
        String after = Optional.ofNullable(context.queryParam("after")).orElse("");
        Optional<WorkQueue> queue = desk.reads().flows(connection -> WorkQueueReading.one(connection, name));
        if (queue.isEmpty()) {
            desk.nothingHere(context, visitor, name);
            return;
        }
        Map<String, Object> values = desk.reads().flows(connection -> {
            Map<String, Object> all = new HashMap<>();
            all.put("claims", WorkQueueReading.claims(connection, name, after, PAGE + 1));
            all.put("work", WorkQueueReading.work(connection, name, PAGE));
            return all;
        });
        @SuppressWarnings("unchecked")
        List<QueuedClaim> claims = (List<QueuedClaim>) values.get("claims");
        boolean more = claims.size() > PAGE;
        values.put("claims", more ? claims.subList(0, PAGE) : claims);
        values.put(
                "next",
                more ? "/queues/" + name + "?after=" + claims.get(PAGE - 1).id() : null);
        values.put("queue", queue.get());
        values.put("now", desk.ledger().clock().instant());
        values.put("mayMend", visitor.may(Permission.MEND_QUEUES));
        values.put("first", after.isEmpty());
        desk.show(
                context,
                "queues/queue",
                desk.frame(context, visitor, queue.get().words(), "/queues"),
                values);
    }

    private void retry(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        act(context, visitor, id, back(context), "It is tried again now.", tx -> {
            MendWork.retry(tx, number(id), visitor.email());
            AccessAudit.write(tx, visitor, "work.retry", id, Outcome.DONE, "");
        });
    }

    private void park(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        String reason = reason(context);
        act(context, visitor, id, back(context), "It is put aside until somebody has it tried again.", tx -> {
            MendWork.park(tx, number(id), visitor.email(), reason);
            AccessAudit.write(tx, visitor, "work.park", id, Outcome.DONE, reason);
        });
    }

    private void resolve(Context context, Visitor visitor) {
        long id = number(context.pathParam("id"));
        String reason = reason(context);
        Optional<OperatorTask> task = desk.reads().flows(connection -> OperatorTask.one(connection, id));
        if (task.isEmpty()) {
            desk.nothingHere(context, visitor, context.pathParam("id"));
        } else if (reason.isEmpty()) {
            list(context.status(422), visitor, "Nothing was settled: say how.");
        } else {
            act(context, visitor, task.get().subject(), "/queues", "It is settled.", tx -> {
                Worklist.resolve(tx, task.get().kind(), task.get().subject(), visitor.email() + ": " + reason);
                AccessAudit.write(
                        tx,
                        visitor,
                        "task.resolve",
                        task.get().subject(),
                        Outcome.DONE,
                        task.get().kind() + ": " + reason);
            });
        }
    }

    private void sendAgain(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        act(context, visitor, id, payerOf(id), "It is sent again: the same number, the same bytes.", tx -> {
            SettleInterchange.sendAgain(tx, id, visitor.email());
            AccessAudit.write(tx, visitor, "interchange.send-again", id, Outcome.DONE, "");
        });
    }

    private void settle(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        boolean has = "yes".equals(context.formParam("has"));
        String reason = reason(context);
        if (reason.isEmpty()) {
            desk.onTo(context, payerOf(id), "Nothing was settled: write down who at the payer said so.");
            return;
        }
        String done = has ? "Noted: the payer has it." : "Noted: the payer does not have it. It is sent again.";
        act(context, visitor, id, payerOf(id), done, tx -> {
            if (has) {
                SettleInterchange.payerHasIt(tx, id, visitor.email() + ", told by " + reason);
            } else {
                SettleInterchange.payerDoesNotHaveIt(tx, id, visitor.email() + ", told by " + reason);
            }
            AccessAudit.write(
                    tx,
                    visitor,
                    "interchange.settle",
                    id,
                    Outcome.DONE,
                    (has ? "delivered: " : "not delivered: ") + reason);
        });
    }

    /** The page of the interchange's payer, with what became of it. */
    private String payerOf(String interchangeId) {
        return desk.reads()
                .flows(connection -> Sql.first(
                        connection,
                        "select payer_id from outbound_interchanges where id = ?",
                        row -> "/payers/" + row.getString(1),
                        interchangeId))
                .orElse("/payers");
    }

    @FunctionalInterface
    private interface Deed {
        void in(Tx tx) throws SQLException;
    }

    private void act(Context context, Visitor visitor, String subject, String path, String done, Deed deed) {
        try {
            desk.ledger().run(deed::in);
            desk.onTo(context, path, done);
        } catch (Failure failure) {
            switch (failure.code()) {
                case NOT_FOUND -> desk.nothingHere(context, visitor, subject);
                case ILLEGAL_MOVE -> desk.onTo(context, path, "Nothing was changed: " + failure.getMessage() + ".");
                default -> throw failure;
            }
        }
    }

    /** Where the form stood: the list, or one of its queues. */
    private String back(Context context) {
        String queue = Optional.ofNullable(context.formParam("queue")).orElse("");
        return queue.matches("[a-z0-9.-]{1,120}") ? "/queues/" + queue : "/queues";
    }

    private static String reason(Context context) {
        String reason =
                Optional.ofNullable(context.formParam("reason")).orElse("").strip();
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    private static long number(String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
