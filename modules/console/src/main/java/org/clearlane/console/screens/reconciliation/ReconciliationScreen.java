package org.clearlane.console.screens.reconciliation;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.api.CsvCells;
import org.clearlane.console.screens.reconciliation.Reconciliation.Ages;
import org.clearlane.console.screens.reconciliation.Reconciliation.Sums;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.MoneyMeans;
import org.clearlane.console.web.Screen;
import org.clearlane.store.people.AuditTrail.Outcome;

/** Reconciliation: a practice's figures for its people, those of all for people of the clearinghouse. No claim is on it. */
public final class ReconciliationScreen implements Screen {

    private final Desk desk;
    private final MoneyMeans money;

    public ReconciliationScreen(Desk desk, MoneyMeans money) {
        this.desk = desk;
        this.money = money;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/reconciliation", seen(this::show));
        routes.get("/reconciliation/{table}.csv", seen(this::csv));
    }

    private Handler seen(Desk.Work work) {
        return desk.page(null, (context, visitor) -> {
            boolean practice = visitor.may(Permission.SEE_CLAIMS) && visitor.practiceId() != null;
            if (practice || visitor.may(Permission.SEE_FLOWS)) {
                work.serve(context, visitor);
            } else {
                desk.refuse(
                        context,
                        403,
                        "Not for your role",
                        "Reconciliation is read for a practice. Ask an administrator.");
            }
        });
    }

    private Reconciliation read(Visitor visitor) {
        return visitor.role().ofAPractice()
                ? desk.reads().of(visitor.practiceId(), connection -> new FiguresReading(
                                connection, visitor.practiceId(), money.labels())
                        .read())
                : desk.reads().flows(connection -> new FiguresReading(connection, null, money.labels()).read());
    }

    private void show(Context context, Visitor visitor) {
        desk.show(
                context,
                "reconciliation/reconciliation",
                desk.frame(context, visitor, "Reconciliation", "/reconciliation"),
                Map.of("page", read(visitor), "ofPractice", visitor.role().ofAPractice()));
    }

    private void csv(Context context, Visitor visitor) throws IOException {
        String table = context.pathParam("table");
        Reconciliation figures = read(visitor);
        List<List<String>> rows =
                switch (table) {
                    case "sums" -> sums(figures);
                    case "ages" -> ages(figures);
                    case "days" -> days(figures);
                    case "rates" -> rates(figures);
                    case "reasons" -> reasons(figures);
                    case "patients" -> patients(figures);
                    default -> List.of();
                };
        if (rows.isEmpty()) {
            desk.nothingHere(context, visitor, "reconciliation");
            return;
        }
        desk.ledger()
                .run(tx -> AccessAudit.write(
                        tx, visitor, "reconciliation.export", table + ".csv", Outcome.SEEN, rows.size() - 1 + " rows"));
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + table + ".csv\"");
        try (CsvWriter csv =
                CsvWriter.builder().build(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
            rows.forEach(csv::writeRecord);
        }
    }

    private static List<List<String>> sums(Reconciliation figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "payer",
                "claims",
                "charge",
                "refused",
                "open claims",
                "open",
                "decided claims",
                "decided charge",
                "CO",
                "OA",
                "PI",
                "PR",
                "other",
                "paid",
                "allowed",
                "difference"));
        for (Sums one : figures.payers()) {
            rows.add(List.of(
                    CsvCells.text(one.payer()),
                    "" + one.claims(),
                    one.charge().toString(),
                    "" + one.refused(),
                    "" + one.open(),
                    one.openCharge().toString(),
                    "" + one.decided(),
                    one.decidedCharge().toString(),
                    one.co().toString(),
                    one.oa().toString(),
                    one.pi().toString(),
                    one.pr().toString(),
                    one.other().toString(),
                    one.paid().toString(),
                    one.allowed().toString(),
                    one.difference().toString()));
        }
        return rows;
    }

    private static List<List<String>> ages(Reconciliation figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("payer", "days", "claims", "charge"));
        for (Ages one : figures.ages()) {
            for (int bucket = 0; bucket < Reconciliation.BUCKETS.size(); bucket++) {
                rows.add(List.of(
                        CsvCells.text(one.payer()),
                        Reconciliation.BUCKETS.get(bucket),
                        "" + one.claims().get(bucket),
                        one.charges().get(bucket).toString()));
            }
        }
        return rows;
    }

    private static List<List<String>> days(Reconciliation figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("payer", "paid claims", "median days", "90th percentile days"));
        figures.days()
                .forEach(one -> rows.add(List.of(
                        CsvCells.text(one.payer()), "" + one.claims(), "" + one.median(), "" + one.ninetieth())));
        return rows;
    }

    private static List<List<String>> rates(Reconciliation figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "payer",
                "month",
                "decided",
                "denied at first",
                "denial rate",
                "refused",
                "paid at first pass",
                "first-pass rate"));
        for (Sums one : figures.cells()) {
            rows.add(List.of(
                    CsvCells.text(one.payer()),
                    one.monthInWords(),
                    "" + one.decided(),
                    "" + one.deniedFirst(),
                    one.denialRate(),
                    "" + one.refused(),
                    "" + one.firstPass(),
                    one.firstPassRate()));
        }
        return rows;
    }

    private static List<List<String>> reasons(Reconciliation figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("code", "reason", "claims", "amount"));
        figures.reasons()
                .forEach(one -> rows.add(List.of(
                        one.code(),
                        CsvCells.text(one.words()),
                        "" + one.claims(),
                        one.amount().toString())));
        return rows;
    }

    private static List<List<String>> patients(Reconciliation figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("payer", "claims", "patients owe"));
        figures.payers()
                .forEach(one -> rows.add(List.of(
                        CsvCells.text(one.payer()),
                        "" + one.patientClaims(),
                        one.patient().toString())));
        return rows;
    }
}
