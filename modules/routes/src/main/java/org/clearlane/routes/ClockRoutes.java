package org.clearlane.routes;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** What happens every so often: relaying, batching, collecting, tidying. A round that fails is logged; the next comes. */
public final class ClockRoutes extends RouteBuilder {

    private final Map<String, Round> rounds = new LinkedHashMap<>();

    private record Round(Duration interval, Runnable work) {}

    /** Adds a round; its name is the route's id. */
    public ClockRoutes every(Duration interval, String name, Runnable work) {
        rounds.put(name, new Round(interval, work));
        return this;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(
                        LoggingLevel.WARN,
                        "org.clearlane.routes",
                        "${routeId} failed: ${exception.class.simpleName}: ${exception.message}");
        rounds.forEach((name, round) -> from("timer:" + name + "?delay=0&fixedRate=false&period="
                        + round.interval().toMillis())
                .routeId(name)
                .bean(round.work(), "run"));
    }
}
