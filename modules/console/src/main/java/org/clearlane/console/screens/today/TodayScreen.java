package org.clearlane.console.screens.today;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
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
import org.clearlane.store.ledger.CustodyChecks;

/** The first page. */
public final class TodayScreen implements Screen {

    private static final Map<String, Duration> SPANS =
            Map.of("day", Duration.ofDays(1), "week", Duration.ofDays(7), "month", Duration.ofDays(30));

    private final Desk desk;

    public TodayScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/", desk.page(null, this::show));
    }

    private void show(Context context, Visitor visitor) {
        String span = Optional.ofNullable(context.queryParam("span"))
                .filter(SPANS::containsKey)
                .orElse("month");
        Instant now = desk.ledger().clock().instant();
        Instant since = now.minus(SPANS.get(span));
        Today today = visitor.may(Permission.SEE_FLOWS)
                ? desk.reads()
                        .flows(connection -> new Today(
                                TodayReading.flow(connection, since),
                                TodayReading.needsOfTheHouse(connection),
                                TodayReading.payers(connection, now)))
                : ofPractice(visitor, since);
        desk.show(context, "today/today", desk.frame(context, visitor, "Today", "/"), values(today, span));
    }

    private Map<String, Object> values(Today today, String span) {
        Map<String, Object> values = new HashMap<>();
        values.put("today", today);
        values.put("span", span);
        // That custody holds is for everybody to know; the row has sums of the house and no health information.
        values.put("custody", desk.reads().flows(CustodyChecks::last).orElse(null));
        return values;
    }

    private Today ofPractice(Visitor visitor, Instant since) {
        if (visitor.practiceId() == null) {
            return desk.reads()
                    .of("", connection -> new Today(TodayReading.flow(connection, since), List.of(), List.of()));
        }
        return desk.reads()
                .of(
                        visitor.practiceId(),
                        connection -> new Today(
                                TodayReading.flow(connection, since),
                                TodayReading.needsOfPractice(connection),
                                List.of()));
    }
}
