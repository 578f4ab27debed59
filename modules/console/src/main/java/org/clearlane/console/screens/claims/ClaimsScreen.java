package org.clearlane.console.screens.claims;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.screens.correction.ClaimLinks;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.ClaimHolds;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.ClaimDesk;
import org.clearlane.store.people.People;
import org.clearlane.store.people.Person;

/** The list of claims, one claim, and what people do to it. */
public final class ClaimsScreen implements Screen {

    private static final int LONGEST_NOTE = 2_000;

    private final Desk desk;
    private final Archive archive;

    public ClaimsScreen(Desk desk, Archive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        new ClaimLists(desk).open(routes);
        routes.get("/claims/{id}", desk.phi(this::show));
        routes.post("/claims/{id}/note", desk.form(Permission.WORK_CLAIMS, this::note));
        routes.post("/claims/{id}/assign", desk.form(Permission.WORK_CLAIMS, this::assign));
        routes.post("/claims/{id}/resolve", desk.form(Permission.WORK_CLAIMS, this::resolve));
        routes.post("/claims/{id}/hold", desk.form(Permission.WORK_CLAIMS, this::hold));
        routes.post("/claims/{id}/release", desk.form(Permission.WORK_CLAIMS, this::release));
    }

    private void show(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        Optional<ClaimPage> page = desk.reads()
                .of(visitor.readablePractice(), connection -> new ClaimReading(connection, archive).read(id));
        if (page.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        desk.ledger()
                .run(tx ->
                        AccessAudit.write(tx, visitor, visitor.readablePractice(), "claim.see", id, Outcome.SEEN, ""));
        Map<String, Object> values = new HashMap<>();
        values.put("claim", page.get());
        values.put("mayWork", visitor.may(Permission.WORK_CLAIMS));
        List<Person> colleagues = visitor.may(Permission.WORK_CLAIMS) ? colleagues(visitor) : List.of();
        values.put("colleagues", colleagues);
        values.put("names", colleagues.stream().collect(Collectors.toMap(Person::id, Person::name)));
        values.put("links", links(visitor, page.get()));
        values.put("payers", desk.reads().of(visitor.readablePractice(), ClaimQuery::payers));
        desk.show(context, "claims/claim", desk.frame(context, visitor, "Claim", "/claims"), values);
    }

    private ClaimLinks links(Visitor visitor, ClaimPage page) {
        return desk.reads()
                .of(
                        visitor.readablePractice(),
                        connection -> ClaimLinks.read(
                                connection,
                                page.row().id(),
                                page.row().state(),
                                !page.raw().isEmpty()));
    }

    private List<Person> colleagues(Visitor visitor) {
        return desk.ledger().transact(tx -> People.all(tx, visitor.practiceId())).stream()
                .filter(person -> person.disabledAt() == null)
                .toList();
    }

    /** Whether the claim is this practice's, by the role that sees no other. */
    private boolean isTheirs(Visitor visitor, String id) {
        return visitor.practiceId() != null
                && desk.reads()
                        .of(
                                visitor.practiceId(),
                                connection -> org.clearlane.store.Sql.number(
                                                connection, "select count(*) from claims where id = ?", id)
                                        == 1);
    }

    private void note(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        String note = Optional.ofNullable(context.formParam("note")).orElse("").strip();
        if (!isTheirs(visitor, id)) {
            desk.nothingHere(context, visitor, id);
        } else if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            desk.onTo(context, "/claims/" + id, "A note has 1 to " + LONGEST_NOTE + " characters. Nothing was kept.");
        } else {
            desk.ledger().run(tx -> {
                ClaimDesk.note(tx, id, visitor.practiceId(), visitor.personId(), visitor.name(), note);
                AccessAudit.write(tx, visitor, "claim.note", id, Outcome.DONE, "");
            });
            desk.onTo(context, "/claims/" + id, "The note is kept.");
        }
    }

    private void assign(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        String to = Optional.ofNullable(context.formParam("person")).orElse("");
        Optional<Person> person = colleagues(visitor).stream()
                .filter(each -> each.id().equals(to))
                .findFirst();
        if (!isTheirs(visitor, id) || person.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        desk.ledger().run(tx -> {
            ClaimDesk.assign(tx, id, visitor.practiceId(), to, person.get().name());
            AccessAudit.write(tx, visitor, "claim.assign", id, Outcome.DONE, "to " + to);
        });
        desk.onTo(
                context,
                "/claims/" + id,
                "It is now the work of " + person.get().name() + ".");
    }

    private void resolve(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        if (!isTheirs(visitor, id)) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        desk.ledger().run(tx -> {
            if (ClaimDesk.resolve(tx, id)) {
                AccessAudit.write(tx, visitor, "claim.resolve", id, Outcome.DONE, "");
            }
        });
        desk.onTo(context, "/claims/" + id, "Marked as done.");
    }

    private void hold(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        act(context, visitor, id, "It is held until somebody releases it.", tx -> {
            ClaimHolds.hold(tx, id, ClaimState.QUEUED, "held by a person", visitor.personId());
            AccessAudit.write(tx, visitor, "claim.hold", id, Outcome.DONE, "");
        });
    }

    private void release(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        String payer = Optional.ofNullable(context.formParam("payer")).orElse("");
        if (!desk.payers().contains(payer)) {
            desk.onTo(context, "/claims/" + id, "Choose one of the payers that are set up here.");
            return;
        }
        act(context, visitor, id, "It goes out with the next batch for " + payer + ".", tx -> {
            ClaimHolds.release(tx, id, payer, visitor.personId());
            AccessAudit.write(tx, visitor, "claim.release", id, Outcome.DONE, "to " + payer);
        });
    }

    private void act(
            Context context, Visitor visitor, String id, String done, org.clearlane.store.ledger.Ledger.Task task) {
        if (!isTheirs(visitor, id)) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        try {
            desk.ledger().run(task);
            desk.onTo(context, "/claims/" + id, done);
        } catch (Failure failure) {
            if (failure.code() != FailureCode.ILLEGAL_MOVE) {
                throw failure;
            }
            desk.onTo(
                    context,
                    "/claims/" + id,
                    "That is no longer possible: the claim has moved on. Look at its timeline.");
        }
    }
}
