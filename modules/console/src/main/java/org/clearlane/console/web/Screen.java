package org.clearlane.console.web;

import io.javalin.router.JavalinDefaultRoutingApi;

/** A room of the console: some pages and forms that belong together. */
@FunctionalInterface
public interface Screen {

    /** Adds its routes, each behind {@link Desk#page}, {@link Desk#phi} or {@link Desk#form}. */
    void open(JavalinDefaultRoutingApi routes);
}
