package org.clearlane.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;

/**
 * An error as RFC 9457 tells it. Never holds a value of a claim.
 *
 * @param type a stable name of the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do about it
 * @param instance the request it is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance) {

    /** Answers a request with this problem. */
    static void answer(Context context, int status, String name, String title, String detail) {
        context.status(status)
                .json(new Problem("urn:clearlane:problem:" + name, title, status, detail, context.path()))
                .contentType("application/problem+json");
    }
}
