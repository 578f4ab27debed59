package org.clearlane.telemetry;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Set;
import org.clearlane.api.Door;
import org.clearlane.api.HttpServer;

/**
 * {@code /metrics}. Without a token it is open to this machine alone, and not through a proxy, which would make the whole world
 * look like this machine; with a token to whoever brings it, from anywhere. To everybody else there is nothing here.
 */
public final class MetricsDoor implements Door {

    private static final String PATH = "/metrics";
    private static final String BEGAN = "telemetry.began";
    private static final String NO_ROUTE = "none";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1", "[0:0:0:0:0:0:0:1]");

    private final Metrics metrics;
    private final String token;

    /** @param token what whoever asks has to bring; null for this machine alone */
    public MetricsDoor(Metrics metrics, String token) {
        this.metrics = metrics;
        this.token = token;
    }

    @Override
    public boolean owns(String path) {
        return path.equals(PATH);
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.before(context -> context.attribute(BEGAN, System.nanoTime()));
        routes.after(this::note);
        routes.get(PATH, context -> {
            if (opensFor(
                    context.ip(),
                    context.header("X-Forwarded-For") != null || context.header("Forwarded") != null,
                    context.header("Authorization"))) {
                context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
            } else {
                HttpServer.nothingHere(this, context);
            }
        });
    }

    /** Whether somebody may look. */
    boolean opensFor(String address, boolean forwarded, String authorization) {
        if (token == null) {
            return !forwarded && LOOPBACK.contains(address);
        }
        byte[] given = (authorization == null ? "" : authorization).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private void note(Context context) {
        Long began = context.attribute(BEGAN);
        Endpoint route = context.endpoints().matchedHttpEndpoint();
        if (began != null) {
            metrics.answered(
                    context.method().name(),
                    route == null ? NO_ROUTE : route.path,
                    context.statusCode(),
                    Duration.ofNanos(System.nanoTime() - began));
        }
    }

    @Override
    public void refuse(Context context, int status, String name, String title, String detail) {
        context.status(status).contentType("text/plain; charset=utf-8").result(title + "\n");
    }
}
