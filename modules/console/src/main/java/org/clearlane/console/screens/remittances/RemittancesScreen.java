package org.clearlane.console.screens.remittances;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.api.CsvCells;
import org.clearlane.console.screens.remittances.RemittancePage.Part;
import org.clearlane.console.screens.remittances.RemittancePage.PaymentRow;
import org.clearlane.console.screens.remittances.RemittancePage.Proof;
import org.clearlane.console.screens.remittances.UnmatchedMoney.Carried;
import org.clearlane.console.screens.remittances.UnmatchedMoney.Item;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.MoneyMeans;
import org.clearlane.console.web.Screen;
import org.clearlane.model.Money;
import org.clearlane.pipeline.posting.AcceptRemittance;
import org.clearlane.pipeline.posting.Acceptance;
import org.clearlane.store.Sql;
import org.clearlane.store.people.AuditTrail.Outcome;

/**
 * Remittances. A practice's people see theirs with their claims; people of the clearinghouse see all, as sums, and claims
 * only behind broken glass.
 */
public final class RemittancesScreen implements Screen {

    private static final int MOST_CSV_ROWS = 10_000;

    private final Desk desk;
    private final MoneyMeans money;

    public RemittancesScreen(Desk desk, MoneyMeans money) {
        this.desk = desk;
        this.money = money;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/remittances", seen(this::list));
        routes.get("/remittances.csv", seen(this::csv));
        routes.get("/remittances/unmatched", seen(this::unmatched));
        routes.get("/remittances/{id}", seen(this::show));
        routes.get("/remittances/{id}/payments/{ordinal}", desk.phi(this::payment));
        ExplanationPages explanations = new ExplanationPages(desk, money);
        routes.get("/remittances/{id}/explanation", desk.phi(explanations::page));
        routes.get("/remittances/{id}/explanation.pdf", desk.phi(explanations::pdf));
        routes.post("/remittances/{id}/accept", desk.form(Permission.ACCEPT_MONEY, this::accept));
    }

    /** For a practice's people with their claims, for the clearinghouse's without. */
    private io.javalin.http.Handler seen(Desk.Work work) {
        return desk.page(null, (context, visitor) -> {
            boolean practice = visitor.may(Permission.SEE_CLAIMS) && visitor.practiceId() != null;
            if (practice || visitor.may(Permission.SEE_FLOWS)) {
                work.serve(context, visitor);
            } else {
                desk.refuse(
                        context,
                        403,
                        "Not for your role",
                        "Remittances are read for a practice. Ask an administrator.");
            }
        });
    }

    private static boolean ofPractice(Visitor visitor) {
        return visitor.role().ofAPractice();
    }

    private List<RemittanceRow> rows(RemittanceQuery query, Visitor visitor, int limit) {
        return ofPractice(visitor)
                ? desk.reads()
                        .of(
                                visitor.practiceId(),
                                connection -> query.ofPractice(connection, visitor.practiceId(), limit))
                : desk.reads().flows(connection -> query.ofAll(connection, limit));
    }

    private boolean banksAreRead() {
        return desk.reads().flows(connection -> Sql.first(
                        connection, "select exists (select from eft_receipts)", row -> row.getBoolean(1))
                .orElse(false));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(desk.ledger().clock().instant(), ZoneOffset.UTC);
    }

    private void list(Context context, Visitor visitor) {
        RemittanceQuery query = RemittanceQuery.of(context);
        List<RemittanceRow> rows = rows(query, visitor, RemittanceQuery.PAGE + 1);
        boolean more = rows.size() > RemittanceQuery.PAGE;
        Map<String, Object> values = new HashMap<>();
        values.put("rows", more ? rows.subList(0, RemittanceQuery.PAGE) : rows);
        values.put(
                "next",
                more
                        ? query.address(
                                "/remittances",
                                rows.get(RemittanceQuery.PAGE - 1).id())
                        : null);
        values.put("query", query);
        values.put("payers", desk.payers());
        values.put("ofPractice", ofPractice(visitor));
        values.put("banksAreRead", banksAreRead());
        values.put("today", today());
        desk.show(context, "remittances/list", desk.frame(context, visitor, "Remittances", "/remittances"), values);
    }

    private void csv(Context context, Visitor visitor) throws IOException {
        List<RemittanceRow> rows = rows(RemittanceQuery.of(context), visitor, MOST_CSV_ROWS);
        boolean banks = banksAreRead();
        desk.ledger()
                .run(tx -> AccessAudit.write(
                        tx, visitor, "remittance.export", "remittances.csv", Outcome.SEEN, rows.size() + " rows"));
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"remittances.csv\"");
        try (CsvWriter csv =
                CsvWriter.builder().build(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    "remittance",
                    "paid on",
                    "payer",
                    "payer name",
                    "trace",
                    "method",
                    "amount",
                    ofPractice(visitor) ? "your part" : "of which shared",
                    "state",
                    "difference",
                    "bank",
                    "received");
            for (RemittanceRow row : rows) {
                csv.writeRecord(
                        row.id(),
                        row.paidOn() == null ? "" : row.paidOn().toString(),
                        CsvCells.text(row.payerId()),
                        CsvCells.text(row.payerName()),
                        CsvCells.text(row.trace()),
                        CsvCells.text(row.method()),
                        row.amount().toString(),
                        row.own().toString(),
                        row.state(),
                        row.difference().toString(),
                        row.bank(today(), banks),
                        row.receivedAt().toString());
            }
        }
    }

    private void show(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        Optional<RemittancePage> page = read(id, visitor, behind(context));
        if (page.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        if (visitor.readablePractice() != null) {
            desk.ledger()
                    .run(tx -> AccessAudit.write(
                            tx, visitor, visitor.readablePractice(), "remittance.see", id, Outcome.SEEN, ""));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("page", page.get());
        values.put("ofPractice", ofPractice(visitor));
        values.put(
                "mayAccept",
                visitor.may(Permission.ACCEPT_MONEY)
                        && page.get().head().state().equals("UNBALANCED"));
        values.put("banksAreRead", banksAreRead());
        values.put("today", today());
        desk.show(
                context, "remittances/remittance", desk.frame(context, visitor, "Remittance", "/remittances"), values);
    }

    private static int behind(Context context) {
        String text = Optional.ofNullable(context.queryParam("after")).orElse("");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Optional<RemittancePage> read(String id, Visitor visitor, int behind) {
        String practice = visitor.readablePractice();
        Optional<RemittanceReading.Own> own = practice == null
                ? Optional.empty()
                : desk.reads().of(practice, connection -> new RemittanceReading(connection, money.labels())
                        .own(id, practice, behind));
        if (own.isEmpty() && ofPractice(visitor)) {
            return Optional.empty();
        }
        return desk.reads().flows(connection -> {
            RemittanceReading reading = new RemittanceReading(connection, money.labels());
            Optional<RemittanceReading.Whole> whole = reading.whole(id);
            if (whole.isEmpty()) {
                return Optional.empty();
            }
            List<Part> parts = ofPractice(visitor) ? own.get().parts() : reading.parts(id);
            List<PaymentRow> payments = own.map(RemittanceReading.Own::payments).orElse(List.of());
            boolean more = payments.size() > RemittanceReading.CLAIMS;
            List<PaymentRow> shown = more ? payments.subList(0, RemittanceReading.CLAIMS) : payments;
            return Optional.of(new RemittancePage(
                    own.map(RemittanceReading.Own::own).orElse(whole.get().head()),
                    own.map(RemittanceReading.Own::claimsTotal).orElse(-1),
                    whole.get().acceptedFrom(),
                    proofs(whole.get(), own, visitor),
                    parts,
                    ofPractice(visitor) ? own.get().adjustments() : reading.outsideOfAll(id),
                    shown,
                    more
                            ? "/remittances/" + id + "?after="
                                    + shown.stream()
                                            .mapToInt(PaymentRow::ordinal)
                                            .max()
                                            .orElse(0)
                            : null,
                    whole.get().decisions(),
                    own.map(RemittanceReading.Own::explained).orElse(false)));
        });
    }

    /** A practice sees the balances below the payment's own only where all of it is theirs: others' claims are in them. */
    private static List<Proof> proofs(
            RemittanceReading.Whole whole, Optional<RemittanceReading.Own> own, Visitor visitor) {
        boolean theirsAlone =
                own.isPresent() && own.get().own().claims() == own.get().claimsTotal();
        return !ofPractice(visitor) || theirsAlone || whole.proofs().isEmpty()
                ? whole.proofs()
                : List.of(whole.proofs().getFirst());
    }

    private void payment(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        String ordinal = context.pathParam("ordinal");
        String practice = visitor.readablePractice();
        Optional<PaymentPage> page = ordinal.matches("\\d{1,9}")
                ? desk.reads().of(practice, connection -> new PaymentReading(connection, practice, money.labels())
                        .page(id, Integer.parseInt(ordinal)))
                : Optional.empty();
        if (page.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        desk.ledger()
                .run(tx -> AccessAudit.write(
                        tx, visitor, practice, "remittance.payment.see", id, Outcome.SEEN, "payment " + ordinal));
        desk.show(
                context,
                "remittances/payment",
                desk.frame(context, visitor, "Payment", "/remittances"),
                Map.of("page", page.get()));
    }

    private void unmatched(Context context, Visitor visitor) {
        Instant now = desk.ledger().clock().instant();
        long behind = behind(context);
        record Read(List<Item> items, List<Carried> carried) {}
        Read read = ofPractice(visitor)
                ? desk.reads().of(visitor.practiceId(), connection -> {
                    UnmatchedReading reading = new UnmatchedReading(connection, money.labels());
                    return new Read(
                            reading.items(behind, now, UnmatchedReading.PAGE + 1),
                            reading.carried(visitor.practiceId()));
                })
                : desk.reads().flows(connection -> {
                    UnmatchedReading reading = new UnmatchedReading(connection, money.labels());
                    return new Read(reading.items(behind, now, UnmatchedReading.PAGE + 1), reading.carried(null));
                });
        boolean more = read.items().size() > UnmatchedReading.PAGE;
        List<Item> shown = more ? read.items().subList(0, UnmatchedReading.PAGE) : read.items();
        List<Item> linked =
                desk.reads().flows(connection -> UnmatchedReading.withRemittances(connection, new ArrayList<>(shown)));
        desk.show(
                context,
                "remittances/unmatched",
                desk.frame(context, visitor, "Unmatched money", "/remittances"),
                Map.of(
                        "page",
                        new UnmatchedMoney(
                                linked,
                                more
                                        ? "/remittances/unmatched?after="
                                                + shown.getLast().id()
                                        : null,
                                read.carried())));
    }

    private void accept(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        boolean theirs = !ofPractice(visitor) || read(id, visitor, 0).isPresent();
        if (!theirs) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        Optional<Money> difference = Money.parse(Optional.ofNullable(context.formParam("difference"))
                .orElse("")
                .strip()
                .replace("$", "")
                .replace(",", ""));
        if (difference.isEmpty()) {
            desk.onTo(
                    context, "/remittances/" + id, "Type the difference as an amount, such as 1.00. Nothing was done.");
            return;
        }
        AcceptRemittance.Word word = new AcceptRemittance.Word(
                id,
                difference.get(),
                Optional.ofNullable(context.formParam("reason")).orElse(""),
                visitor.personId(),
                ofPractice(visitor) ? visitor.practiceId() : null);
        Acceptance outcome = desk.ledger().transact(tx -> {
            Acceptance done = money.accepting().accept(tx, word);
            boolean accepted = done instanceof Acceptance.Accepted;
            AccessAudit.write(
                    tx,
                    visitor,
                    "remittance.accept",
                    id,
                    accepted ? Outcome.DONE : Outcome.REFUSED,
                    accepted
                            ? "difference of " + word.difference()
                            : ((Acceptance.Refused) done).why().name());
            return done;
        });
        switch (outcome) {
            case Acceptance.Accepted done ->
                desk.onTo(
                        context,
                        "/remittances/" + done.remittanceId(),
                        "It counts now, with a difference of $" + done.difference()
                                + ". What nothing explains is on the worklist.");
            case Acceptance.Refused refused -> {
                if (refused.why() == Acceptance.Why.NOT_THERE) {
                    desk.nothingHere(context, visitor, id);
                } else {
                    desk.onTo(context, "/remittances/" + id, refused.inWords());
                }
            }
        }
    }
}
