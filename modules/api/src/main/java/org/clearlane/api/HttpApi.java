package org.clearlane.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: {@code /v1} for programs of practices, {@code /livez} and {@code /readyz} for whoever watches. */
public final class HttpApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final String PRACTICE = "practice";

    private final Javalin server;

    private HttpApi(Javalin server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param host the address to listen on
     * @param port the port, or 0 for any free one
     * @param ready whether work can be taken
     */
    public static HttpApi start(
            String host,
            int port,
            Ledger ledger,
            FileIntake intake,
            Archive archive,
            PracticeView view,
            long largestFile,
            BooleanSupplier ready) {
        FileUpload upload = new FileUpload(intake, ledger, largestFile);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = largestFile;
            config.jetty.host = host;
            config.jetty.port = port;
            config.routes.before(context -> {
                context.header("X-Request-Id", UUID.randomUUID().toString());
                context.header("X-Content-Type-Options", "nosniff");
                context.header("Cache-Control", "no-store");
            });
            config.routes.before("/v1/*", context -> authenticate(context, ledger));
            config.routes.get("/livez", context -> context.result("live\n"));
            config.routes.get("/readyz", context -> {
                boolean is = ready.getAsBoolean();
                context.status(is ? 200 : 503).result(is ? "ready\n" : "not ready\n");
            });
            config.routes.post("/v1/files", context -> {
                if (isAuthenticated(context)) {
                    upload.handle(context, context.attribute(PRACTICE));
                }
            });
            config.routes.get(
                    "/v1/files/{id}",
                    context -> whenKnown(context, practice -> view.file(practice, context.pathParam("id"))));
            config.routes.get(
                    "/v1/files/{id}/findings",
                    context -> whenKnown(context, practice -> view.findings(practice, context.pathParam("id"))
                            .map(all -> Map.of("findings", all))));
            config.routes.get(
                    "/v1/mailbox",
                    context -> whenKnown(
                            context,
                            practice -> Optional.of(Map.of("items", view.mailbox(practice, query(context, "after"))))));
            config.routes.get("/v1/mailbox/{id}", context -> download(context, view, archive));
            config.routes.get(
                    "/v1/claims",
                    context -> whenKnown(context, practice -> Optional.of(page(context, view, practice))));
            config.routes.get(
                    "/v1/claims/{id}",
                    context -> whenKnown(context, practice -> view.claim(practice, context.pathParam("id"))));
            config.routes.exception(Failure.class, HttpApi::failed);
            config.routes.exception(Exception.class, (e, context) -> {
                LOG.error("{} {} failed", context.method(), context.path(), e);
                Problem.answer(
                        context, 500, "internal", "Something of ours failed", "Nothing was lost. Try again later.");
            });
            config.routes.error(404, context -> {
                if (context.attribute("answered") == null) {
                    Problem.answer(context, 404, "not-found", "Not found", "There is nothing here for you.");
                }
            });
        });
        server.start();
        return new HttpApi(server);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    private static void authenticate(Context context, Ledger ledger) {
        String header = Optional.ofNullable(context.header("Authorization")).orElse("");
        Optional<String> practice = header.startsWith("Bearer ")
                ? ledger.transact(tx -> ApiKeys.practiceOf(
                        tx, header.substring("Bearer ".length()).strip()))
                : Optional.empty();
        if (practice.isEmpty()) {
            context.header("WWW-Authenticate", "Bearer");
            Problem.answer(
                    context, 401, "unauthorized", "Who are you?", "Send a live API key as Authorization: Bearer clk_…");
            context.skipRemainingHandlers();
            return;
        }
        String claimed = context.header("Clearlane-Practice");
        if (claimed != null && !claimed.equals(practice.get())) {
            Problem.answer(
                    context,
                    403,
                    "wrong-practice",
                    "This key belongs to another practice",
                    "Nothing was kept. Use the key of the practice you name, or leave Clearlane-Practice out.");
            context.skipRemainingHandlers();
            return;
        }
        context.attribute(PRACTICE, practice.get());
    }

    private static boolean isAuthenticated(Context context) {
        return context.attribute(PRACTICE) != null;
    }

    @FunctionalInterface
    private interface Look {
        Optional<Map<String, Object>> as(String practice);
    }

    private static void whenKnown(Context context, Look look) {
        if (!isAuthenticated(context)) {
            return;
        }
        Optional<Map<String, Object>> found = look.as(context.attribute(PRACTICE));
        if (found.isPresent()) {
            context.json(found.get());
        } else {
            nothingHere(context);
        }
    }

    private static void download(Context context, PracticeView view, Archive archive) {
        if (!isAuthenticated(context)) {
            return;
        }
        Optional<String> key = view.mailboxKey(context.attribute(PRACTICE), context.pathParam("id"));
        if (key.isPresent()) {
            context.contentType("application/octet-stream").result(archive.open(key.get()));
        } else {
            nothingHere(context);
        }
    }

    private static void nothingHere(Context context) {
        context.attribute("answered", true);
        Problem.answer(context, 404, "not-found", "Not found", "There is nothing here for you.");
    }

    private static String query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    private static Map<String, Object> page(Context context, PracticeView view, String practice) {
        List<Map<String, Object>> claims =
                view.claims(practice, query(context, "patientControlNumber"), query(context, "after"));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("claims", claims);
        if (claims.size() == 100) {
            page.put("next", "/v1/claims?after=" + claims.getLast().get("id"));
        }
        return page;
    }

    private static void failed(Failure failure, Context context) {
        boolean ours = failure.code().category() == FailureCode.Category.RESOURCE;
        LOG.error("{} {} failed: {}", context.method(), context.path(), failure.code(), failure);
        if (ours) {
            context.header("Retry-After", "30");
            Problem.answer(
                    context,
                    503,
                    "unavailable",
                    "Cannot take work right now",
                    "Nothing was acknowledged. Send it again, with the same Idempotency-Key, in half a minute.");
        } else {
            Problem.answer(context, 500, "internal", "Something of ours failed", "Nothing was lost. Try again later.");
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
