package org.clearlane.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The one HTTP server: {@code /livez} and {@code /readyz} for whoever watches, and a {@link Door} for everybody else. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    static final String ANSWERED = "answered";
    /** The key of a request's id in log lines; the answer tells it as X-Request-Id. */
    private static final String REQUEST = "request";

    /** Bytes of a request's line and headers; more is answered 431 without being read to its end. */
    static final int LARGEST_HEADER = 16 * 1024;
    /** A connection on which nothing moves is closed. One that has not said all its headers holds no thread. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Javalin server;

    private HttpServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param host the address to listen on
     * @param port the port, or 0 for any free one
     * @param largestBody bytes of a request's body at most
     * @param ready what keeps work from being taken
     * @param doors the last one owns whatever no other does
     */
    public static HttpServer start(String host, int port, long largestBody, Readiness ready, List<Door> doors) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = largestBody;
            config.jetty.host = host;
            config.jetty.port = port;
            config.jetty.modifyHttpConfiguration(http -> {
                http.setRequestHeaderSize(LARGEST_HEADER);
                http.setIdleTimeout(LONGEST_SILENCE.toMillis());
                http.setSendServerVersion(false);
            });
            config.routes.before(context -> {
                String request = UUID.randomUUID().toString();
                context.header("X-Request-Id", request);
                MDC.put(REQUEST, request);
                Trace.begin(context.header("traceparent"));
                context.header("X-Content-Type-Options", "nosniff");
                context.header("Referrer-Policy", "no-referrer");
                context.header("Cache-Control", "no-store");
            });
            config.routes.after(context -> {
                MDC.remove(REQUEST);
                Trace.end();
            });
            config.routes.get("/livez", context -> context.result("live\n"));
            config.routes.get("/readyz", context -> {
                List<String> missing = ready.missing();
                context.status(missing.isEmpty() ? 200 : 503)
                        .result(missing.isEmpty() ? "ready\n" : "not ready\n" + String.join("\n", missing) + "\n");
            });
            doors.forEach(door -> door.open(config.routes));
            config.routes.exception(Failure.class, (failure, context) -> failed(doors, failure, context));
            config.routes.exception(
                    HttpResponseException.class,
                    (e, context) -> refuse(
                            doors,
                            context,
                            e.getStatus(),
                            "refused",
                            "That cannot be answered",
                            "Look at the address and the form."));
            config.routes.exception(Exception.class, (e, context) -> {
                LOG.error("{} {} failed", context.method(), context.endpoint().path, e);
                refuse(
                        doors,
                        context,
                        500,
                        "internal",
                        "Something of ours failed",
                        "Nothing was lost. Try again later.");
            });
            config.routes.error(404, context -> {
                if (context.attribute(ANSWERED) == null) {
                    nothingHere(doorOf(doors, context), context);
                }
            });
        });
        server.start();
        return new HttpServer(server);
    }

    /** There is nothing there, or nothing for whoever asks: both look alike. */
    public static void nothingHere(Door door, Context context) {
        context.attribute(ANSWERED, true);
        door.refuse(context, 404, "not-found", "Not found", "There is nothing here for you.");
    }

    private static Door doorOf(List<Door> doors, Context context) {
        return doors.stream()
                .filter(door -> door.owns(context.path()))
                .findFirst()
                .orElseGet(doors::getLast);
    }

    private static void refuse(
            List<Door> doors, Context context, int status, String name, String title, String detail) {
        context.attribute(ANSWERED, true);
        doorOf(doors, context).refuse(context, status, name, title, detail);
    }

    private static void failed(List<Door> doors, Failure failure, Context context) {
        boolean resource = failure.code().category() == FailureCode.Category.RESOURCE;
        LOG.error("{} {} failed: {}", context.method(), context.endpoint().path, failure.code(), failure);
        if (resource) {
            context.header("Retry-After", "30");
            refuse(
                    doors,
                    context,
                    503,
                    "unavailable",
                    "Cannot take work right now",
                    "Nothing was acknowledged. Send it again, with the same Idempotency-Key, in half a minute.");
        } else {
            refuse(doors, context, 500, "internal", "Something of ours failed", "Nothing was lost. Try again later.");
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Every route there is, as {@code GET /claims/{id}}: what tests walk. */
    public List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
