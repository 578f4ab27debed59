package org.clearlane.console.screens.correction;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.pipeline.correction.ClaimDraft;
import org.clearlane.pipeline.correction.CorrectionKind;
import org.clearlane.pipeline.correction.Corrections;
import org.clearlane.pipeline.correction.Corrections.Opened;
import org.clearlane.pipeline.correction.Corrections.Order;
import org.clearlane.pipeline.correction.Corrections.Sent;
import org.clearlane.pipeline.correction.Corrections.Shown;
import org.clearlane.pipeline.correction.Impossible;
import org.clearlane.store.ledger.CorrectionLedger.Person;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.transactions.correction.ChangeRefused;

/** One claim corrected, replaced or voided. Nothing is written before somebody says "Send it". */
public final class CorrectionScreen implements Screen {

    private final Desk desk;
    private final Corrections corrections;

    public CorrectionScreen(Desk desk, Corrections corrections) {
        this.desk = desk;
        this.corrections = corrections;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/claims/{id}/correct", desk.page(Permission.WORK_CLAIMS, this::form));
        routes.post("/claims/{id}/correct", desk.form(Permission.WORK_CLAIMS, this::form));
        routes.post("/claims/{id}/correct/preview", desk.form(Permission.WORK_CLAIMS, this::preview));
        routes.post("/claims/{id}/correct/send", desk.form(Permission.WORK_CLAIMS, this::send));
    }

    /** The kind stands in the address of the page; what was entered comes with the form alone. */
    private static Order order(Context context, Visitor visitor) {
        return new Order(
                visitor.practiceId(),
                context.pathParam("id"),
                CorrectionKind.of(
                                Optional.ofNullable(context.queryParam("kind")).orElse("correction"))
                        .orElse(CorrectionKind.CORRECTION),
                Optional.ofNullable(context.formParam("payerNumber")).orElse(""));
    }

    private void form(Context context, Visitor visitor) {
        Order order = order(context, visitor);
        Entered entered = Entered.of(context);
        switch (visitor.practiceId() == null ? null : corrections.open(order).orElse(null)) {
            case null -> desk.nothingHere(context, visitor, order.claimId());
            case Opened.Refused refused -> refuse(context, order, refused.why());
            case Opened.NumberWanted wanted -> {
                Map<String, Object> values = new HashMap<>();
                values.put("claimId", order.claimId());
                values.put("number", wanted.patientControlNumber());
                values.put("kind", order.kind());
                show(context, visitor, order, "correction/number", values);
            }
            case Opened.Draft opened -> {
                desk.ledger()
                        .run(tx -> AccessAudit.write(
                                tx,
                                visitor,
                                "claim.correct.open",
                                order.claimId(),
                                Outcome.SEEN,
                                order.kind().name()));
                edit(context, visitor, order, opened.draft(), entered, List.of());
            }
        }
    }

    private void edit(
            Context context,
            Visitor visitor,
            Order order,
            ClaimDraft draft,
            Entered entered,
            List<ChangeRefused> refused) {
        show(
                context,
                visitor,
                order,
                "correction/form",
                Map.of(
                        "claim",
                        CorrectionForm.of(draft, entered, refused),
                        "labels",
                        CorrectionWords.of(order.kind())));
    }

    private void preview(Context context, Visitor visitor) {
        Order order = order(context, visitor);
        Entered entered = Entered.of(context);
        Opened opened =
                visitor.practiceId() == null ? null : corrections.open(order).orElse(null);
        if (!(opened instanceof Opened.Draft draft)) {
            form(context, visitor);
            return;
        }
        Shown shown =
                corrections.show(order, entered.changes(draft.draft().base())).orElse(null);
        switch (shown) {
            case null -> desk.nothingHere(context, visitor, order.claimId());
            case Shown.Refused refused -> refuse(context, order, refused.why());
            case Shown.Unwritable unwritable -> {
                context.status(422);
                edit(context, visitor, order, unwritable.draft(), entered, unwritable.why());
            }
            case Shown.Preview preview ->
                show(
                        context,
                        visitor,
                        order,
                        "correction/preview",
                        Map.of(
                                "shown",
                                preview,
                                "kept",
                                entered.kept(preview.draft().base()),
                                "labels",
                                CorrectionWords.of(order.kind())));
        }
    }

    private void send(Context context, Visitor visitor) {
        Order order = order(context, visitor);
        Entered entered = Entered.of(context);
        Opened opened =
                visitor.practiceId() == null ? null : corrections.open(order).orElse(null);
        if (!(opened instanceof Opened.Draft draft)) {
            form(context, visitor);
            return;
        }
        Sent sent = corrections
                .send(
                        order,
                        entered.changes(draft.draft().base()),
                        new Person(visitor.personId(), visitor.name()),
                        tx -> AccessAudit.write(
                                tx,
                                visitor,
                                "claim." + order.kind().name().toLowerCase(java.util.Locale.ROOT),
                                order.claimId(),
                                Outcome.DONE,
                                ""))
                .orElse(null);
        switch (sent) {
            case null -> desk.nothingHere(context, visitor, order.claimId());
            case Sent.Not not -> refuse(context, order, not.why());
            case Sent.Done ignored ->
                desk.onTo(
                        context,
                        "/claims/" + order.claimId(),
                        "It is handed in and is being judged. The new claim is linked here as soon as it is; as long as it waits for the payer's batch it can be held back.");
        }
    }

    private void refuse(Context context, Order order, Impossible why) {
        desk.onTo(context, "/claims/" + order.claimId(), why.why() + " " + why.mend());
    }

    private void show(Context context, Visitor visitor, Order order, String template, Map<String, Object> values) {
        desk.show(
                context,
                template,
                desk.frame(context, visitor, CorrectionWords.of(order.kind()).title(), "/claims"),
                values);
    }
}
