package org.clearlane.console.screens.practices;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.model.Money;
import org.clearlane.model.directory.Practice;
import org.clearlane.store.Sql;

/**
 * The practices of this house. Operators and auditors see all of them, by counts and money; a practice's administrator sees
 * what the own one is set up as. What a practice is set up as stands in its file and is changed there.
 */
public final class PracticesScreen implements Screen {

    private static final int PAGE = 50;
    private static final Duration MONTH = Duration.ofDays(30);

    private final Desk desk;
    private final List<Practice> practices;

    /**
     * The screen.
     *
     * @param practices as they are set up
     */
    public PracticesScreen(Desk desk, List<Practice> practices) {
        this.desk = desk;
        this.practices = List.copyOf(practices);
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/practices", open(this::list));
        routes.get("/practices/{id}", open(this::show));
    }

    /** For whoever sees all practices, or looks after one. */
    private Handler open(Desk.Work work) {
        Handler all = desk.page(Permission.SEE_FLOWS, work);
        Handler own = desk.page(Permission.MANAGE_PEOPLE, work);
        return context -> (desk.guard()
                                .visitor(context)
                                .filter(visitor -> visitor.may(Permission.SEE_FLOWS))
                                .isPresent()
                        ? all
                        : own)
                .handle(context);
    }

    /** A practice by its numbers: all time, and of the last thirty days. */
    public record PracticeRow(
            String id,
            String name,
            boolean active,
            long files,
            long claims,
            Money charge,
            long monthClaims,
            Money monthCharge,
            long monthRefused,
            Instant lastFile) {}

    /** What belongs to a practice, counted. */
    public record Belongings(long people, long keys, long webhooks) {}

    private void list(Context context, Visitor visitor) {
        if (!visitor.may(Permission.SEE_FLOWS)) {
            context.redirect("/practices/" + visitor.practiceId());
            return;
        }
        String after = Optional.ofNullable(context.queryParam("after")).orElse("");
        Instant since = desk.ledger().clock().instant().minus(MONTH);
        List<PracticeRow> rows = desk.reads().flows(connection -> rows(connection, "", after, since));
        boolean more = rows.size() > PAGE;
        Map<String, Object> values = new HashMap<>();
        values.put("rows", more ? rows.subList(0, PAGE) : rows);
        values.put("next", more ? "/practices?after=" + rows.get(PAGE - 1).id() : null);
        desk.show(context, "practices/list", desk.frame(context, visitor, "Practices", "/practices"), values);
    }

    /** Files know how many claims they brought and for how much: no claim is touched. */
    private static List<PracticeRow> rows(Connection connection, String only, String after, Instant since)
            throws SQLException {
        return Sql.list(
                connection,
                """
                select p.id, p.name, p.active, count(f.id) as files,
                    coalesce(sum(f.claims_total), 0) as claims, coalesce(sum(f.charge_cents), 0) as charge,
                    coalesce(sum(f.claims_total) filter (where f.received_at >= ?), 0) as month_claims,
                    coalesce(sum(f.charge_cents) filter (where f.received_at >= ?), 0) as month_charge,
                    coalesce(sum(f.claims_rejected) filter (where f.received_at >= ?), 0) as month_refused,
                    max(f.received_at) as last_file
                from practices p left join files f on f.practice_id = p.id
                where (? = '' or p.id = ?) and p.id > ? group by p.id, p.name, p.active order by p.id limit ?""",
                row -> new PracticeRow(
                        row.getString("id"),
                        row.getString("name"),
                        row.getBoolean("active"),
                        row.getLong("files"),
                        row.getLong("claims"),
                        new Money(row.getLong("charge")),
                        row.getLong("month_claims"),
                        new Money(row.getLong("month_charge")),
                        row.getLong("month_refused"),
                        Sql.instant(row, "last_file")),
                since,
                since,
                since,
                only,
                only,
                after,
                PAGE + 1);
    }

    private void show(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        boolean theirs = visitor.may(Permission.SEE_FLOWS)
                || visitor.may(Permission.MANAGE_PEOPLE) && id.equals(visitor.practiceId());
        Instant since = desk.ledger().clock().instant().minus(MONTH);
        Optional<PracticeRow> row = theirs
                ? desk.reads().flows(connection -> rows(connection, id, "", since)).stream()
                        .findFirst()
                : Optional.empty();
        if (row.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("row", row.get());
        values.put(
                "practice",
                practices.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElse(null));
        values.put(
                "belongings",
                desk.reads()
                        .flows(connection ->
                                belongings(connection, id, desk.ledger().clock().instant())));
        desk.show(
                context,
                "practices/practice",
                desk.frame(context, visitor, row.get().name(), "/practices"),
                values);
    }

    private static Belongings belongings(Connection connection, String id, Instant now) throws SQLException {
        return new Belongings(
                Sql.number(connection, "select count(*) from people_practices where practice_id = ?", id),
                Sql.number(
                        connection,
                        "select count(*) from api_keys where practice_id = ? and revoked_at is null and (expires_at is null or expires_at > ?)",
                        id,
                        now),
                Sql.number(
                        connection,
                        "select count(*) from webhook_endpoints where practice_id = ? and deleted_at is null",
                        id));
    }
}
