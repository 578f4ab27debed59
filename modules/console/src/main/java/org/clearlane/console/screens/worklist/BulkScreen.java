package org.clearlane.console.screens.worklist;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.pipeline.correction.BulkCorrections;
import org.clearlane.pipeline.correction.BulkCorrections.Confirmed;
import org.clearlane.pipeline.correction.BulkLimits;
import org.clearlane.pipeline.correction.BulkPreview;
import org.clearlane.pipeline.correction.Impossible;
import org.clearlane.store.ledger.BulkLedger.Wish;
import org.clearlane.store.ledger.CorrectionLedger.Person;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.transactions.t277ca.ClaimStatusLabels;

/** Many claims mended alike: proposed, looked at one by one, confirmed by typing how many, or withdrawn. */
public final class BulkScreen implements Screen {

    private static final int PAGE = 50;
    private static final Set<String> ACTIONS = Set.of("VALUE", "REMOVE", "AS_IT_IS");
    private static final int LONGEST = 256;

    private final Desk desk;
    private final BulkCorrections corrections;
    private final ClaimStatusLabels labels = ClaimStatusLabels.bundled();

    public BulkScreen(Desk desk, BulkCorrections corrections) {
        this.desk = desk;
        this.corrections = corrections;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.post("/worklist/mend", desk.form(Permission.WORK_CLAIMS_IN_BULK, this::propose));
        routes.get("/worklist/mend/{id}", desk.page(Permission.WORK_CLAIMS_IN_BULK, this::preview));
        routes.post("/worklist/mend/{id}/confirm", desk.form(Permission.WORK_CLAIMS_IN_BULK, this::confirm));
        routes.post("/worklist/mend/{id}/withdraw", desk.form(Permission.WORK_CLAIMS_IN_BULK, this::withdraw));
    }

    private static String text(Context context, String name) {
        String value = Optional.ofNullable(context.formParam(name)).orElse("").strip();
        return value.substring(0, Math.min(value.length(), LONGEST + 1));
    }

    private static Person person(Visitor visitor) {
        return new Person(visitor.personId(), visitor.name());
    }

    private void propose(Context context, Visitor visitor) {
        WorklistQuery query = WorklistQuery.of(context);
        String action = text(context, "action");
        Wish wish = new Wish(
                ACTIONS.contains(action) ? action : "VALUE",
                query.code(),
                text(context, "place"),
                text(context, "value"));
        List<String> ids = visitor.practiceId() == null
                ? List.of()
                : desk.reads().of(visitor.practiceId(), connection -> new WorklistReading(
                                connection, desk.ledger().clock().instant(), labels)
                        .ids(query, BulkLimits.MOST_CLAIMS + 1));
        Optional<Impossible> obstacle = BulkLimits.obstacle(wish, ids.size());
        if (obstacle.isPresent()) {
            desk.onTo(
                    context,
                    query.address("/worklist/claims", ""),
                    obstacle.get().why() + " " + obstacle.get().mend());
            return;
        }
        String id = corrections.propose(
                visitor.practiceId(),
                wish,
                ids,
                person(visitor),
                (tx, made) -> AccessAudit.write(
                        tx, visitor, "claims.bulk.propose", made, Outcome.DONE, ids.size() + " claims"));
        desk.onTo(context, "/worklist/mend/" + id, null);
    }

    private void preview(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        Optional<BulkPreview> preview =
                visitor.practiceId() == null ? Optional.empty() : corrections.preview(visitor.practiceId(), id);
        if (preview.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        desk.ledger().run(tx -> AccessAudit.write(tx, visitor, "claims.bulk.see", id, Outcome.SEEN, ""));
        String after = Optional.ofNullable(context.queryParam("after")).orElse("");
        List<BulkPreview.Line> rest = preview.get().lines().stream()
                .filter(line -> line.claimId().compareTo(after) > 0)
                .toList();
        boolean more = rest.size() > PAGE;
        List<BulkPreview.Line> lines = more ? rest.subList(0, PAGE) : rest;
        desk.show(
                context,
                "worklist/mend",
                desk.frame(context, visitor, "Mend many claims", "/worklist"),
                Map.of(
                        "preview",
                        preview.get(),
                        "lines",
                        lines,
                        "next",
                        more ? lines.getLast().claimId() : "",
                        "own",
                        preview.get().proposal().proposedBy().id().equals(visitor.personId())));
    }

    private void confirm(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        Optional<Confirmed> confirmed = visitor.practiceId() == null
                ? Optional.empty()
                : corrections.confirm(
                        visitor.practiceId(),
                        id,
                        text(context, "number"),
                        person(visitor),
                        tx -> AccessAudit.write(tx, visitor, "claims.bulk.confirm", id, Outcome.DONE, ""));
        switch (confirmed.orElse(null)) {
            case null -> desk.nothingHere(context, visitor, id);
            case Confirmed.Not not ->
                desk.onTo(
                        context,
                        "/worklist/mend/" + id,
                        not.why().why() + " " + not.why().mend());
            case Confirmed.Sent sent ->
                desk.onTo(
                        context,
                        "/worklist",
                        "%d claims are handed in, in %d files. As long as one waits for its payer’s batch it can be held back from its page."
                                .formatted(sent.claims(), sent.fileIds().size()));
        }
    }

    private void withdraw(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        boolean done = visitor.practiceId() != null
                && corrections.withdraw(
                        visitor.practiceId(),
                        id,
                        person(visitor),
                        tx -> AccessAudit.write(tx, visitor, "claims.bulk.withdraw", id, Outcome.DONE, ""));
        if (done) {
            desk.onTo(context, "/worklist", "It is withdrawn. No claim was touched.");
        } else {
            desk.nothingHere(context, visitor, id);
        }
    }
}
