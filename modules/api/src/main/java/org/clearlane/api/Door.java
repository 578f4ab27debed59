package org.clearlane.api;

import io.javalin.http.Context;

/**
 * A part of what the HTTP server offers: the API, the console. Each says which paths are its own, so that an error is told
 * in the way that whoever asked can read.
 */
public interface Door {

    /** Whether a path belongs here. The first door that says so has it. */
    boolean owns(String path);

    /** Adds its routes. Each path is exact: nothing behind a known path is known by itself. */
    void open(io.javalin.router.JavalinDefaultRoutingApi routes);

    /**
     * Tells whoever asked that it did not work.
     *
     * @param name a stable name of the kind of problem
     * @param title the kind in words
     * @param detail what to do about it; no value of a claim
     */
    void refuse(Context context, int status, String name, String title, String detail);
}
