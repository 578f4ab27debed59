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
import org.clearlane.console.screens.payers.PayerLights;
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
        Today today =
                visitor.may(Permission.SEE_FLOWS) ? ofAll(since, now) : ofPractice(visitor.practiceId(), since, now);
        Map<String, Object> values = values(today, span);
        values.put("flows", visitor.may(Permission.SEE_FLOWS));
        desk.show(context, "today/today", desk.frame(context, visitor, "Today", "/"), values);
    }

    private Map<String, Object> values(Today today, String span) {
        Map<String, Object> values = new HashMap<>();
        values.put("today", today);
        values.put("span", span);
        // That custody holds is for everybody to know; the row has sums of the house and no health information.
        values.put("custody", desk.reads().flows(CustodyChecks::last).orElse(null));
        return values;
    }

    private Today ofAll(Instant since, Instant now) {
        List<PayerLights.Light> lights = PayerLights.ofAll(desk.reads(), now);
        return desk.reads()
                .flows(connection -> new Today(
                        TodayReading.flow(connection, since), TodayReading.needsOfTheHouse(connection), lights));
    }

    private Today ofPractice(String practiceId, Instant since, Instant now) {
        if (practiceId == null) {
            return desk.reads()
                    .of("", connection -> new Today(TodayReading.flow(connection, since), List.of(), List.of()));
        }
        List<PayerLights.Light> lights = PayerLights.ofPractice(desk.reads(), practiceId, now);
        return desk.reads()
                .of(
                        practiceId,
                        connection -> new Today(
                                TodayReading.flow(connection, since),
                                TodayReading.needsOfPractice(connection),
                                lights));
    }
}
