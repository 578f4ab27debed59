package org.clearlane.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/**
 * An error as RFC 9457 tells it. Never holds a value of a claim.
 *
 * @param type a stable name of the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do about it
 * @param instance the request it is about, by its {@code X-Request-Id}; the path would tell what was looked for
 * @param errors what exactly is wrong, each with its place; left out where there is nothing to add
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String instance, List<Map<String, Object>> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** Answers a request with this problem. */
    static void answer(Context context, int status, String name, String title, String detail) {
        answer(context, status, name, title, detail, List.of());
    }

    /** The same, with what exactly is wrong. */
    static void answer(
            Context context, int status, String name, String title, String detail, List<Map<String, Object>> errors) {
        context.status(status)
                .json(new Problem(
                        "urn:clearlane:problem:" + name,
                        title,
                        status,
                        detail,
                        "urn:clearlane:request:" + context.res().getHeader("X-Request-Id"),
                        errors))
                .contentType("application/problem+json");
    }
}
