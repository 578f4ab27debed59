package org.clearlane.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.api.contract.ApiDocument;
import org.clearlane.api.v1.ClaimRoutes;
import org.clearlane.api.v1.FileRoutes;
import org.clearlane.api.v1.MailboxRoutes;
import org.clearlane.api.v1.MoneyRoutes;
import org.clearlane.api.v1.PayerRoutes;
import org.clearlane.api.v1.RehearsalRoutes;
import org.clearlane.api.v1.WorklistRoutes;

/**
 * {@code /v1}, for programs of practices. What it offers is a list of parts; each operation stands in the document, and
 * what a request may hold is checked against it before anything is done.
 */
public final class ApiDoor implements Door {

    private static final String DOCUMENT = "/v1/openapi.json";
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS);

    private final List<ApiRoute> routes = new ArrayList<>();
    private final ApiDocument document;
    private final ApiGate gate;

    /** The door with everything that is always there. */
    public ApiDoor(ApiMeans means) {
        this(means, List.of());
    }

    /**
     * The door.
     *
     * @param more parts that other rooms bring
     */
    public ApiDoor(ApiMeans means, List<ApiPart> more) {
        List<ApiPart> parts = new ArrayList<>(List.of(
                new FileRoutes(means),
                new ClaimRoutes(means),
                new RehearsalRoutes(means),
                new MoneyRoutes(means),
                new MailboxRoutes(means),
                new WorklistRoutes(means),
                new PayerRoutes(means)));
        parts.addAll(more);
        ApiDocument all = ApiDocument.begin(ApiDoor.class, "openapi.yaml");
        parts.forEach(part -> {
            all.add(part.getClass(), part.document());
            routes.addAll(part.routes());
        });
        this.document = all.complete();
        this.gate = new ApiGate(means, document);
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
    public void open(JavalinDefaultRoutingApi javalin) {
        Map<String, Map<HandlerType, io.javalin.http.Handler>> paths = new LinkedHashMap<>();
        byte[] text = document.json().toPrettyString().getBytes(StandardCharsets.UTF_8);
        paths.computeIfAbsent(DOCUMENT, unused -> new LinkedHashMap<>())
                .put(HandlerType.GET, context -> context.contentType("application/json")
                        .result(text));
        for (ApiRoute route : routes) {
            paths.computeIfAbsent(route.path(), unused -> new LinkedHashMap<>())
                    .put(route.method(), gate.before(route));
        }
        paths.forEach((path, answers) -> {
            Optional.ofNullable(answers.get(HandlerType.GET)).ifPresent(get -> answers.put(HandlerType.HEAD, get));
            String allowed = String.join(
                    ", ",
                    METHODS.stream()
                            .filter(method -> answers.containsKey(method) || method.equals(HandlerType.OPTIONS))
                            .map(HandlerType::name)
                            .toList());
            METHODS.forEach(method -> javalin.addHttpHandler(
                    method, path, answers.getOrDefault(method, context -> notSo(context, allowed))));
        });
    }

    /** OPTIONS is told what there is; every other method that is not there is refused with the same list. */
    private static void notSo(Context context, String allowed) {
        context.header("Allow", allowed);
        if (context.method().equals(HandlerType.OPTIONS)) {
            context.status(204);
        } else {
            context.attribute(HttpServer.ANSWERED, true);
            Problem.answer(
                    context, 405, "method-not-allowed", "That cannot be done here", "Allowed here: " + allowed + ".");
        }
    }

    /** What can be asked for. */
    public List<ApiRoute> routes() {
        return List.copyOf(routes);
    }

    /** The document that says so. */
    public ApiDocument document() {
        return document;
    }
}
