package org.clearlane.console.screens.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.api.CsvCells;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Reads;
import org.clearlane.console.web.Screen;
import org.clearlane.store.Sql;
import org.clearlane.store.people.AuditTrail;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.People;
import org.clearlane.store.people.Person;

/**
 * Who saw and did what. Operators and auditors see all of the trail, a practice's administrator the entries about that
 * practice. That nobody changed it since is computed again from the chain of its hashes.
 */
public final class AuditScreen implements Screen {

    private static final int MOST_CSV_ROWS = 50_000;
    /** Entries whose chain is computed again whenever the page is opened. */
    private static final long RECENT = 1_000;

    private final Desk desk;

    public AuditScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/audit", desk.page(Permission.SEE_AUDIT, this::list));
        routes.get("/audit.csv", desk.page(Permission.SEE_AUDIT, this::csv));
        routes.post("/audit/check", desk.form(Permission.SEE_AUDIT, this::checkAll));
    }

    /**
     * What is known of the chain.
     *
     * @param from the first entry looked at
     * @param to the last one
     * @param broken the first entry that does not fit, or nought
     */
    public record Chain(long from, long to, long broken) {}

    private <T> T read(Visitor visitor, Reads.Reading<T> reading) {
        return visitor.may(Permission.SEE_FLOWS)
                ? desk.reads().flows(reading)
                : desk.reads().of(String.valueOf(visitor.practiceId()), reading);
    }

    private List<AuditRow> rows(Context context, Visitor visitor, AuditQuery query, int most) {
        String actor = query.person().contains("@")
                ? desk.ledger()
                        .transact(tx -> People.byEmail(tx, query.person()))
                        .map(Person::id)
                        .orElse("nobody by that address")
                : query.person();
        return read(
                visitor,
                connection -> query.read(
                        connection, actor, desk.frame(context, visitor, "", "").zone(), most));
    }

    private void list(Context context, Visitor visitor) {
        AuditQuery query = AuditQuery.of(context);
        List<AuditRow> rows = rows(context, visitor, query, AuditQuery.PAGE + 1);
        boolean more = rows.size() > AuditQuery.PAGE;
        List<AuditRow> page = more ? rows.subList(0, AuditQuery.PAGE) : rows;
        Map<String, Object> values = new HashMap<>();
        values.put("query", query);
        values.put("rows", page);
        values.put("names", names(page));
        values.put("next", more ? query.address("/audit", page.getLast().seq()) : null);
        values.put("chain", chain(RECENT));
        desk.show(context, "audit/list", desk.frame(context, visitor, "Audit", "/audit"), values);
    }

    private Map<String, String> names(List<AuditRow> rows) {
        return desk.ledger()
                .transact(tx ->
                        People.names(tx, rows.stream().map(AuditRow::actor).collect(Collectors.toSet())));
    }

    /** Computes the chain of the last so many entries again, or of all. The links go over everybody's entries; none is shown. */
    private Chain chain(long most) {
        return desk.reads().flows(connection -> {
            long last = Sql.number(connection, "select seq from audit_head");
            long from = Math.max(1, last - most + 1);
            OptionalLong broken = AuditTrail.firstBroken(connection, from);
            return new Chain(from, last, broken.orElse(0));
        });
    }

    private void checkAll(Context context, Visitor visitor) {
        Chain chain = chain(Long.MAX_VALUE);
        desk.ledger()
                .run(tx -> AccessAudit.write(
                        tx,
                        visitor,
                        "audit.check",
                        "audit",
                        Outcome.DONE,
                        chain.broken() == 0 ? chain.to() + " entries, unbroken" : "broken at " + chain.broken()));
        desk.onTo(
                context,
                "/audit",
                chain.broken() == 0
                        ? "All " + chain.to() + " entries were computed again: nobody changed, added or removed one."
                        : "Entry " + chain.broken() + " does not fit the one before it: the trail was changed there.");
    }

    private void csv(Context context, Visitor visitor) throws IOException {
        List<AuditRow> rows = rows(context, visitor, AuditQuery.of(context), MOST_CSV_ROWS);
        desk.ledger()
                .run(tx -> AccessAudit.write(
                        tx, visitor, "audit.export", "audit.csv", Outcome.SEEN, rows.size() + " rows"));
        Map<String, String> names = names(rows);
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"");
        try (CsvWriter csv =
                CsvWriter.builder().build(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    "entry", "at", "who", "name", "role", "practice", "action", "subject", "outcome", "detail", "from");
            for (AuditRow row : rows) {
                csv.writeRecord(
                        Long.toString(row.seq()),
                        row.at().toString(),
                        CsvCells.text(row.actor()),
                        CsvCells.text(names.getOrDefault(row.actor(), "")),
                        row.role(),
                        CsvCells.text(row.practiceId()),
                        CsvCells.text(row.action()),
                        CsvCells.text(row.subject()),
                        row.outcome().name(),
                        CsvCells.text(row.detail()),
                        CsvCells.text(row.address()));
            }
        }
    }
}
