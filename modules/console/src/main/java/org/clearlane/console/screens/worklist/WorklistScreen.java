package org.clearlane.console.screens.worklist;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.model.Money;
import org.clearlane.store.ledger.CorrectionLedger;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.ClaimDesk;
import org.clearlane.store.people.People;
import org.clearlane.store.people.Person;
import org.clearlane.transactions.t277ca.ClaimStatusLabels;

/** What waits for a biller, by reason and age, and what is done to several of its claims at once. */
public final class WorklistScreen implements Screen {

    private final Desk desk;
    private final ClaimStatusLabels labels = ClaimStatusLabels.bundled();

    public WorklistScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/worklist", desk.phi(this::groups));
        routes.get("/worklist/claims", desk.phi(this::claims));
        routes.post("/worklist/assign", desk.form(Permission.WORK_CLAIMS_IN_BULK, this::assign));
        routes.post("/worklist/close", desk.form(Permission.WORK_CLAIMS_IN_BULK, this::close));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(WorklistReading reading) throws SQLException;
    }

    private <T> T read(String practiceId, Reading<T> reading) {
        return desk.reads()
                .of(
                        practiceId,
                        connection -> reading.of(new WorklistReading(
                                connection, desk.ledger().clock().instant(), labels)));
    }

    private void groups(Context context, Visitor visitor) {
        WorklistQuery query = WorklistQuery.of(context);
        Map<String, Object> values = new HashMap<>();
        List<WorklistGroup> groups = read(visitor.readablePractice(), reading -> {
            values.put("payers", reading.payers());
            values.put("proposals", reading.proposals());
            return reading.groups(query);
        });
        values.put("groups", groups);
        values.put("query", query);
        values.put("claims", groups.stream().mapToLong(WorklistGroup::claims).sum());
        values.put("charge", groups.stream().map(WorklistGroup::charge).reduce(Money.ZERO, Money::plus));
        List<Long> ages = new ArrayList<>();
        for (Age age : Age.values()) {
            ages.add(groups.stream()
                    .mapToLong(group -> group.byAge().get(age.ordinal()))
                    .sum());
        }
        values.put("ages", ages);
        values.put("colleagues", colleagues(visitor));
        desk.show(context, "worklist/groups", desk.frame(context, visitor, "Worklist", "/worklist"), values);
    }

    private void claims(Context context, Visitor visitor) {
        WorklistQuery query = WorklistQuery.of(context);
        Map<String, Object> values = new HashMap<>();
        List<WorklistClaim> rows = read(visitor.readablePractice(), reading -> {
            List<WorklistGroup> groups = reading.groups(query);
            values.put("group", query.code().isEmpty() || groups.isEmpty() ? null : groups.getFirst());
            values.put(
                    "claims", groups.stream().mapToLong(WorklistGroup::claims).sum());
            values.put("charge", groups.stream().map(WorklistGroup::charge).reduce(Money.ZERO, Money::plus));
            return reading.claims(query);
        });
        boolean more = rows.size() > WorklistReading.PAGE;
        List<WorklistClaim> shown = more ? rows.subList(0, WorklistReading.PAGE) : rows;
        values.put("rows", shown);
        values.put(
                "next", more ? query.address("/worklist/claims", shown.getLast().cursor()) : null);
        values.put("query", query);
        values.put("mayWork", visitor.may(Permission.WORK_CLAIMS_IN_BULK));
        values.put("colleagues", colleagues(visitor));
        desk.show(context, "worklist/claims", desk.frame(context, visitor, "Worklist", "/worklist"), values);
    }

    private List<Person> colleagues(Visitor visitor) {
        return visitor.practiceId() == null
                ? List.of()
                : desk.ledger().transact(tx -> People.all(tx, visitor.practiceId())).stream()
                        .filter(person -> person.disabledAt() == null)
                        .toList();
    }

    /** The chosen claims that are this practice's and wait. */
    private List<String> chosen(Context context, Visitor visitor) {
        List<String> asked = context.formParams("claim");
        return visitor.practiceId() == null || asked.isEmpty() || asked.size() > WorklistReading.PAGE
                ? List.of()
                : read(visitor.practiceId(), reading -> reading.open(asked));
    }

    private void assign(Context context, Visitor visitor) {
        String to = Optional.ofNullable(context.formParam("person")).orElse("");
        Optional<Person> person = colleagues(visitor).stream()
                .filter(each -> each.id().equals(to))
                .findFirst();
        List<String> ids = chosen(context, visitor);
        String back = WorklistQuery.of(context).address("/worklist/claims", "");
        if (ids.isEmpty() || person.isEmpty()) {
            desk.onTo(context, back, "Nothing was done: choose claims of the list and a colleague.");
            return;
        }
        desk.ledger().run(tx -> {
            for (String id : ids) {
                ClaimDesk.assign(tx, id, visitor.practiceId(), to, person.get().name());
                AccessAudit.write(tx, visitor, "claim.assign", id, Outcome.DONE, "to " + to);
            }
        });
        desk.onTo(
                context,
                back,
                ids.size() + " claims are now the work of " + person.get().name() + ".");
    }

    private void close(Context context, Visitor visitor) {
        List<String> ids = chosen(context, visitor);
        String back = WorklistQuery.of(context).address("/worklist/claims", "");
        if (ids.isEmpty()) {
            desk.onTo(context, back, "Nothing was done: choose claims of the list.");
            return;
        }
        desk.ledger().run(tx -> {
            for (String id : ids) {
                CorrectionLedger.close(tx, id, "closed by a person");
                ClaimDesk.resolve(tx, id);
                AccessAudit.write(tx, visitor, "claim.close", id, Outcome.DONE, "");
            }
        });
        desk.onTo(context, back, ids.size() + " claims are off the list. Their pages tell what became of them.");
    }
}
