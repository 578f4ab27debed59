package org.clearlane.console.screens.claims;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Downloads;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.KeptSearches;
import org.clearlane.store.people.People;

/** The list of claims: found by whatever is known of them, kept under a name, taken away as a table. */
final class ClaimLists {

    private static final String SCREEN = "claims";
    private static final int MOST_TABLE_ROWS = 10_000;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Desk desk;

    ClaimLists(Desk desk) {
        this.desk = desk;
    }

    void open(JavalinDefaultRoutingApi routes) {
        routes.get("/claims", desk.phi(this::list));
        routes.get("/claims.csv", desk.phi(this::csv));
        routes.get("/claims.xlsx", desk.phi(this::xlsx));
        routes.post("/claims/find", desk.phiForm(this::find));
        routes.post("/claims/columns", desk.phiForm(this::columns));
        routes.post("/claims/kept", desk.form(Permission.SEE_CLAIMS, this::keep));
        routes.post("/claims/kept/forget", desk.form(Permission.SEE_CLAIMS, this::forget));
    }

    private void list(Context context, Visitor visitor) {
        Map<String, Object> values = new HashMap<>();
        ClaimQuery asked = ClaimQuery.of(context);
        List<ClaimRow> rows = desk.reads().of(visitor.readablePractice(), connection -> {
            ClaimQuery query = withWords(connection, asked, visitor);
            values.put("query", query);
            values.put("payers", ClaimQuery.payers(connection));
            values.put("named", KeptSearches.named(connection, visitor.personId(), SCREEN));
            return query.read(connection, ClaimQuery.PAGE + 1);
        });
        boolean more = rows.size() > ClaimQuery.PAGE;
        values.put("rows", more ? rows.subList(0, ClaimQuery.PAGE) : rows);
        values.put(
                "next",
                more ? asked.address("/claims", rows.get(ClaimQuery.PAGE - 1).id()) : null);
        values.put(
                "columns", ClaimColumn.of(desk.ledger().transact(tx -> People.claimColumns(tx, visitor.personId()))));
        desk.show(context, "claims/list", desk.frame(context, visitor, "Claims", "/claims"), values);
    }

    private static ClaimQuery withWords(java.sql.Connection connection, ClaimQuery asked, Visitor visitor)
            throws java.sql.SQLException {
        return asked.kept().isEmpty()
                ? asked
                : asked.finding(KeptSearches.words(connection, asked.kept(), visitor.personId())
                        .orElse(""));
    }

    /** The words come as a form and stay here: they may be a name, and addresses are written into logs and histories. */
    private void find(Context context, Visitor visitor) {
        String words = Optional.ofNullable(context.formParam("find")).orElse("").strip();
        String kept = words.isEmpty()
                ? ""
                : desk.ledger()
                        .transact(tx ->
                                KeptSearches.keep(tx, visitor.readablePractice(), visitor.personId(), SCREEN, words));
        desk.onTo(context, ClaimQuery.ofForm(context, kept).address("/claims", ""), null);
    }

    private void columns(Context context, Visitor visitor) {
        Set<ClaimColumn> chosen = ClaimColumn.chosen(context.formParams("column"));
        desk.ledger().run(tx -> People.chooseClaimColumns(tx, visitor.personId(), ClaimColumn.kept(chosen)));
        desk.onTo(context, ClaimQuery.ofForm(context, of(context, "s")).address("/claims", ""), null);
    }

    private void keep(Context context, Visitor visitor) {
        ClaimQuery query = ClaimQuery.ofForm(context, of(context, "s"));
        if (visitor.practiceId() == null) {
            desk.nothingHere(context, visitor, "/claims/kept");
            return;
        }
        String name = of(context, "name");
        String words = desk.reads().of(visitor.practiceId(), connection -> withWords(connection, query, visitor)
                .find());
        boolean kept = desk.ledger()
                .transact(tx -> KeptSearches.name(
                        tx,
                        visitor.practiceId(),
                        visitor.personId(),
                        SCREEN,
                        words,
                        name,
                        query.withoutWords().address("", "")));
        desk.onTo(
                context,
                query.address("/claims", ""),
                kept
                        ? "The list is kept as " + name + ", for you alone."
                        : "Nothing was kept: a name has 1 to " + KeptSearches.LONGEST_NAME
                                + " characters, and there are at most " + KeptSearches.MOST_NAMED + " lists.");
    }

    private void forget(Context context, Visitor visitor) {
        String id = of(context, "id");
        if (desk.ledger().transact(tx -> KeptSearches.forget(tx, id, visitor.personId()))) {
            desk.onTo(context, "/claims", "The list is forgotten; its claims are where they were.");
        } else {
            desk.nothingHere(context, visitor, id);
        }
    }

    private static String of(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("").strip();
    }

    // --- tables ---

    @FunctionalInterface
    private interface Table {
        void write(List<ClaimRow> rows, OutputStream out) throws IOException;
    }

    private void csv(Context context, Visitor visitor) throws IOException {
        table(context, visitor, "claims.csv", "text/csv; charset=utf-8", ClaimTables::csv);
    }

    private void xlsx(Context context, Visitor visitor) throws IOException {
        java.time.ZoneId zone = desk.frame(context, visitor, "", "").zone();
        table(context, visitor, "claims.xlsx", XLSX, (rows, out) -> ClaimTables.xlsx(rows, zone, out));
    }

    private void table(Context context, Visitor visitor, String name, String type, Table table) throws IOException {
        ClaimQuery asked = ClaimQuery.of(context);
        List<ClaimRow> rows = desk.reads()
                .of(visitor.readablePractice(), connection -> withWords(connection, asked, visitor)
                        .read(connection, MOST_TABLE_ROWS));
        desk.ledger()
                .run(tx -> AccessAudit.write(
                        tx,
                        visitor,
                        visitor.readablePractice(),
                        "claims.export",
                        name,
                        Outcome.SEEN,
                        rows.size() + " rows"));
        Downloads.head(context, name, type);
        table.write(rows, context.outputStream());
    }
}
