package org.clearlane.console.screens.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.model.Failure;

/** The page that everybody may read, signed in or not; the same for programs at {@code /status.json}. */
public final class StatusScreen implements Screen {

    /** So old a look at the ledger is good enough, however many ask. */
    private static final Duration GOOD_ENOUGH = Duration.ofSeconds(5);

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Desk desk;
    private final AtomicReference<ServiceStatus> last = new AtomicReference<>();

    public StatusScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/status", this::page);
        routes.get("/status.json", this::json);
    }

    private ServiceStatus status() {
        Instant now = desk.ledger().clock().instant();
        ServiceStatus before = last.get();
        if (before != null
                && !before.at().isAfter(now)
                && before.at().plus(GOOD_ENOUGH).isAfter(now)) {
            return before;
        }
        ServiceStatus status;
        try {
            status = desk.reads().flows(connection -> ServiceStatus.read(connection, now));
        } catch (Failure away) {
            status = ServiceStatus.unreadable(now);
        }
        last.set(status);
        return status;
    }

    private void page(Context context) {
        ServiceStatus status = status();
        context.status(status.service() == ServiceStatus.Word.TROUBLE ? 503 : 200);
        desk.show(
                context,
                "status/status",
                desk.frame(context, visitor(context, status), "Status", "/status"),
                Map.of("status", status));
    }

    /** While the ledger is away nobody can be recognised; the page is shown all the same. */
    private org.clearlane.access.Visitor visitor(Context context, ServiceStatus status) {
        return status.service() == ServiceStatus.Word.TROUBLE
                ? null
                : desk.guard().visitor(context).orElse(null);
    }

    private void json(Context context) throws JsonProcessingException {
        ServiceStatus status = status();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", status.at().toString());
        all.put("service", status.service().word());
        List<Map<String, Object>> payers = new ArrayList<>();
        for (ServiceStatus.Payer payer : status.payers()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", payer.id());
            one.put("name", payer.name());
            one.put("state", payer.state().word());
            if (payer.since() != null) {
                one.put("since", payer.since().toString());
            }
            payers.add(one);
        }
        all.put("payers", payers);
        List<Map<String, Object>> downtimes = new ArrayList<>();
        for (ServiceStatus.Planned planned : status.downtimes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("scope", planned.payer() == null ? "service" : "payer");
            if (planned.payer() != null) {
                one.put("payer", planned.payer());
            }
            one.put("from", planned.downtime().startsAt().toString());
            one.put("to", planned.downtime().endsAt().toString());
            one.put("notice", planned.downtime().notice());
            one.put("calledOff", planned.downtime().calledOff());
            downtimes.add(one);
        }
        all.put("downtimes", downtimes);
        context.status(status.service() == ServiceStatus.Word.TROUBLE ? 503 : 200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .result(JSON.writeValueAsString(all));
    }
}
