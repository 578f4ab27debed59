package org.clearlane.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.ledger.Ledger;

/** {@code /v1}, for programs of practices. */
public final class ApiDoor implements Door {

    private static final String PRACTICE = "practice";

    private final Ledger ledger;
    private final Archive archive;
    private final PracticeView view;
    private final FileUpload upload;

    /**
     * The door.
     *
     * @param largestFile bytes of an uploaded file at most
     */
    public ApiDoor(Ledger ledger, FileIntake intake, Archive archive, PracticeView view, long largestFile) {
        this.ledger = ledger;
        this.archive = archive;
        this.view = view;
        this.upload = new FileUpload(intake, ledger, largestFile);
    }

    @Override
    public boolean owns(String path) {
        return path.equals("/v1") || path.startsWith("/v1/");
    }

    @Override
    public void refuse(Context context, int status, String name, String title, String detail) {
        Problem.answer(context, status, name, title, detail);
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.before("/v1/*", this::authenticate);
        routes.post("/v1/files", context -> {
            if (isAuthenticated(context)) {
                upload.handle(context, context.attribute(PRACTICE));
            }
        });
        routes.get(
                "/v1/files/{id}",
                context -> whenKnown(context, practice -> view.file(practice, context.pathParam("id"))));
        routes.get(
                "/v1/files/{id}/findings",
                context -> whenKnown(context, practice -> view.findings(practice, context.pathParam("id"))
                        .map(all -> Map.of("findings", all))));
        routes.get(
                "/v1/mailbox",
                context -> whenKnown(
                        context,
                        practice -> Optional.of(Map.of("items", view.mailbox(practice, query(context, "after"))))));
        routes.get("/v1/mailbox/{id}", this::download);
        routes.get(
                "/v1/worklist",
                context -> whenKnown(context, practice -> Optional.of(Map.of("items", view.worklist(practice)))));
        routes.get("/v1/claims", context -> whenKnown(context, practice -> Optional.of(page(context, practice))));
        routes.get(
                "/v1/claims/{id}",
                context -> whenKnown(context, practice -> view.claim(practice, context.pathParam("id"))));
    }

    private void authenticate(Context context) {
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

    private void whenKnown(Context context, Look look) {
        if (!isAuthenticated(context)) {
            return;
        }
        Optional<Map<String, Object>> found = look.as(context.attribute(PRACTICE));
        if (found.isPresent()) {
            context.json(found.get());
        } else {
            HttpServer.nothingHere(this, context);
        }
    }

    private void download(Context context) {
        if (!isAuthenticated(context)) {
            return;
        }
        Optional<String> key = view.mailboxKey(context.attribute(PRACTICE), context.pathParam("id"));
        if (key.isPresent()) {
            context.contentType("application/octet-stream").result(archive.open(key.get()));
        } else {
            HttpServer.nothingHere(this, context);
        }
    }

    private static String query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    private Map<String, Object> page(Context context, String practice) {
        List<Map<String, Object>> claims =
                view.claims(practice, query(context, "patientControlNumber"), query(context, "after"));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("claims", claims);
        if (claims.size() == 100) {
            page.put("next", "/v1/claims?after=" + claims.getLast().get("id"));
        }
        return page;
    }
}
