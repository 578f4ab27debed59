package org.clearlane.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.api.contract.RequestCheck;
import org.clearlane.store.ledger.ApiKey;
import org.clearlane.store.people.AuditTrail.Outcome;

/** One request of a live key that may ask, and how it is answered. Belongs to one thread. */
public final class ApiCall {

    /** Bytes of a refused body that are read on. */
    private static final long HEARD_OUT = 8_000_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int USUAL_LIMIT = 50;

    private final Context context;
    private final ApiKey key;
    private final ApiRoute route;
    private final ApiAudit audit;
    private final RequestCheck check;
    private final CsvTable table;

    ApiCall(Context context, ApiKey key, ApiRoute route, ApiAudit audit, RequestCheck check, CsvTable table) {
        this.context = context;
        this.key = key;
        this.route = route;
        this.audit = audit;
        this.check = check;
        this.table = table;
    }

    /** The request itself. */
    public Context context() {
        return context;
    }

    /** Who asks. */
    public ApiKey key() {
        return key;
    }

    /** Whose data it is about. */
    public String practiceId() {
        return key.practiceId();
    }

    /** The {@code {id}} of the path. */
    public String id() {
        return context.pathParam("id");
    }

    /** A query parameter as it was sent, or empty text; its form was checked before. */
    public String query(String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    /** How many rows a page has. */
    public int limit() {
        String asked = query("limit");
        return asked.isEmpty() ? USUAL_LIMIT : Integer.parseInt(asked);
    }

    /** The key of the row the page begins behind; empty text for the first page. */
    public String after() {
        return Cursor.read(query("after")).orElse("");
    }

    /** The same where the key is a number; 0 for the first page. */
    public long afterNumber() {
        String after = after();
        return after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0;
    }

    /**
     * Reads on for a while what nobody wants, so that a client which writes its body to the end hears the answer instead of
     * finding the connection closed. At most {@value #HEARD_OUT} bytes; who sends more asks with Expect: 100-continue.
     */
    public void hearOut() {
        byte[] unwanted = new byte[8_192];
        long left = HEARD_OUT;
        try (InputStream body = body()) {
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = body.read(unwanted);
            }
        } catch (IOException gone) {
            // Whoever went away waits for no answer; it is given all the same.
            context.header("Connection", "close");
        }
    }

    /** The body, which has to come in at a pace. */
    public InputStream body() {
        return new SteadyBody(context.bodyInputStream());
    }

    /** The body as JSON, if it is as the document has it; otherwise the request has been answered. */
    public Optional<JsonNode> json() throws IOException {
        byte[] bytes;
        try (InputStream in = body()) {
            bytes = in.readNBytes(RequestCheck.LONGEST_JSON + 1);
        }
        List<String> wrong = new ArrayList<>();
        if (bytes.length > RequestCheck.LONGEST_JSON) {
            wrong.add("The body is longer than " + RequestCheck.LONGEST_JSON + " bytes.");
        }
        Optional<JsonNode> value = wrong.isEmpty() ? check.json(bytes, wrong) : Optional.empty();
        if (value.isEmpty()) {
            problem(400, "bad-request", "The request is not as the document has it", String.join(" ", wrong));
        }
        return value;
    }

    /** Shows one thing, or says that there is nothing. */
    public void one(Optional<Map<String, Object>> found) {
        if (found.isPresent()) {
            one(found.get());
        } else {
            nothing();
        }
    }

    /** Shows one thing. Who has it already, by its ETag, is told so. */
    public void one(Map<String, Object> thing) {
        saw(ApiAudit.id(context.pathParamMap().getOrDefault("id", "")), "");
        byte[] body = bytes(thing);
        String tag = "\"" + sha256(body).substring(0, 32) + "\"";
        context.header("ETag", tag);
        String known = Optional.ofNullable(context.header("If-None-Match")).orElse("");
        if (List.of(known.split("\\s*,\\s*")).contains(tag)) {
            context.status(304);
        } else {
            context.contentType("application/json").result(body);
        }
    }

    /**
     * Shows a page of a list, as JSON or, where asked for, as CSV.
     *
     * @param rows one more than {@link #limit} where there is a next page
     * @param keyField the field that {@link #after} of the next page stands for; starting with {@code _} it is not shown
     */
    public void page(List<Map<String, Object>> rows, String keyField) {
        boolean more = rows.size() > limit();
        List<Map<String, Object>> shown = more ? rows.subList(0, limit()) : rows;
        saw(ApiAudit.id(context.pathParamMap().getOrDefault("id", "")), shown.size() + " rows");
        Map<String, Object> page = new LinkedHashMap<>();
        if (more) {
            String next = next(String.valueOf(shown.getLast().get(keyField)));
            context.header("Link", "<" + next + ">; rel=\"next\"");
            page.put("next", next);
        }
        if (keyField.startsWith("_")) {
            shown.forEach(row -> row.remove(keyField));
        }
        context.header("Vary", "Accept");
        if (CsvTable.isAskedFor(context.header("Accept"))) {
            context.contentType("text/csv; charset=utf-8").result(table.of(shown));
            return;
        }
        page.put("items", shown);
        context.contentType("application/json").result(bytes(page));
    }

    /** The address of the next page. What was looked for stands in it again, as it stood in the address of this one. */
    private String next(String behind) {
        StringBuilder address = new StringBuilder(context.path());
        String joint = "?";
        String query = Optional.ofNullable(context.queryString()).orElse("");
        for (String each : query.split("&")) {
            if (!each.isEmpty() && !each.startsWith("after=")) {
                address.append(joint).append(each);
                joint = "&";
            }
        }
        return address.append(joint)
                .append("after=")
                .append(Cursor.behind(behind))
                .toString();
    }

    /** Something was made or taken; where it is from now on. */
    public void answer(int status, Map<String, Object> body) {
        context.status(status).contentType("application/json").result(bytes(body));
    }

    /** Health information is shown next: it stands in the trail first. */
    public void saw(String subject, String detail) {
        if (route.showsHealthInformation()) {
            audit.write(key, route.operation(), subject, Outcome.SEEN, detail, context.ip());
        }
    }

    /** It is not there, or not theirs: both look alike, and stand in the trail. */
    public void nothing() {
        audit.write(
                key,
                route.operation(),
                ApiAudit.id(context.pathParamMap().getOrDefault("id", "")),
                Outcome.REFUSED,
                "not there or not theirs",
                context.ip());
        problem(404, "not-found", "Not found", "There is nothing here for you.");
    }

    /** It did not work. */
    public void problem(int status, String name, String title, String detail) {
        problem(status, name, title, detail, List.of());
    }

    /** It did not work, for these reasons. */
    public void problem(int status, String name, String title, String detail, List<Map<String, Object>> errors) {
        context.attribute(HttpServer.ANSWERED, true);
        Problem.answer(context, status, name, title, detail, errors);
    }

    /** Whether only the headers are wanted. */
    public boolean headersOnly() {
        return context.method().equals(HandlerType.HEAD);
    }

    private static byte[] bytes(Map<String, Object> value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
