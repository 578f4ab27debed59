package org.clearlane.console.web;

import io.javalin.http.Context;
import java.io.InputStream;

/** Bytes that leave as they are. A browser is told to keep them, not to look at them. */
public final class Downloads {

    private Downloads() {}

    /**
     * Answers with bytes.
     *
     * @param name what somebody called them; it becomes a name that is safe everywhere
     * @param suffix what is put behind that name, or empty
     * @param otherwise the name where nothing of it is left
     */
    public static void send(Context context, String name, String suffix, String otherwise, InputStream bytes) {
        head(context, ForeignText.asFileName(name, otherwise) + suffix, "application/octet-stream");
        context.result(bytes);
    }

    /** The headers of something to be kept under a name of ours. */
    public static void head(Context context, String name, String type) {
        context.contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
