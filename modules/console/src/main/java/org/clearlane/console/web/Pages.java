package org.clearlane.console.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Renders templates that were compiled with the program. Safe for use by several threads. */
public final class Pages {

    /** No inline script or style, nothing from elsewhere, in no frame. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.clearlane.console.jte");

    /** Answers with a page. */
    public void show(Context context, String template, Map<String, Object> values) {
        StringOutput page = new StringOutput();
        engine.render(template + ".jte", values, page);
        protect(context);
        context.contentType("text/html; charset=utf-8").result(page.toString());
    }

    /** The headers of every page. */
    public static void protect(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    }
}
