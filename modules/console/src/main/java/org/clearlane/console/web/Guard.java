package org.clearlane.console.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clearlane.access.SignIn;
import org.clearlane.access.Visitor;

/**
 * Who is asking, and whether a form is really ours. A form counts when it comes from our own pages (the browser says so) and
 * brings the token of its session; either alone is not enough.
 */
public final class Guard {

    /** Where whoever is not signed in wanted to go. */
    static final String NOTICE = "clearlane-notice";

    private static final String THEME = "clearlane-theme";
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1", "[0:0:0:0:0:0:0:1]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");
    private static final int ERRAND_SECONDS = 600;
    private static final int YEAR_SECONDS = 31_536_000;

    private final SignIn door;
    private final boolean secure;

    /**
     * The guard.
     *
     * @param secure whether people reach us by HTTPS, so that cookies must never go another way
     */
    public Guard(SignIn door, boolean secure) {
        this.door = door;
        this.secure = secure;
    }

    /** The name of the session's cookie. Behind TLS its name itself forbids any other way or place. */
    private String session() {
        return secure ? "__Host-clearlane" : "clearlane";
    }

    /** The session's cookie, or empty text. */
    public String cookie(Context context) {
        return Optional.ofNullable(context.cookie(session())).orElse("");
    }

    /** Keeps the session's cookie: out of reach of scripts, and not sent along from other sites' forms. */
    public void keep(Context context, String value) {
        context.cookie(new Cookie(session(), value, "/", -1, secure, true, null, SameSite.LAX));
    }

    /** Forgets it. */
    public void forget(Context context) {
        context.cookie(new Cookie(session(), "", "/", 0, secure, true, null, SameSite.LAX));
    }

    /** Keeps what belongs to a way by the identity provider until somebody is back; null forgets it. */
    public void keepErrand(Context context, String sealed) {
        context.cookie(new Cookie(
                errandName(),
                sealed == null ? "" : sealed,
                "/",
                sealed == null ? 0 : ERRAND_SECONDS,
                secure,
                true,
                null,
                SameSite.LAX));
    }

    /** What was kept of it, or empty text. */
    public String errand(Context context) {
        return Optional.ofNullable(context.cookie(errandName())).orElse("");
    }

    private String errandName() {
        return secure ? "__Host-clearlane-errand" : "clearlane-errand";
    }

    /** Who is asking, if anybody who is signed in. */
    public Optional<Visitor> visitor(Context context) {
        String cookie = cookie(context);
        return cookie.isEmpty() ? Optional.empty() : door.visitor(cookie, address(context));
    }

    /**
     * Where a request comes from. Behind a proxy with TLS on this machine everybody comes from this machine: then it is what the
     * proxy says, in the last entry, which it wrote itself.
     */
    public String address(Context context) {
        String said = context.header("X-Forwarded-For");
        if (!secure || said == null || !LOOPBACK.contains(context.ip())) {
            return context.ip();
        }
        String last = said.substring(said.lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? last : context.ip();
    }

    /** Whether the browser says that a form comes from our own pages. Those that say nothing say it by the address. */
    public boolean fromOurPages(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = context.header("Origin");
        return origin == null || origin.equals(ourAddress(context));
    }

    /** How this browser reaches us, for links that somebody hands on. */
    public String ourAddress(Context context) {
        return (secure ? "https" : context.scheme()) + "://" + context.header("Host");
    }

    /** Whether a form brings its session's token and comes from our own pages. */
    public boolean isOurForm(Context context, Visitor visitor) {
        String given = Optional.ofNullable(context.formParam("form")).orElse("");
        return fromOurPages(context)
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        visitor.formToken().getBytes(StandardCharsets.UTF_8));
    }

    /** The theme this browser chose. */
    public String theme(Context context) {
        String theme = context.cookie(THEME);
        return theme != null && THEMES.contains(theme) ? theme : "auto";
    }

    /** Keeps a theme. */
    public void keepTheme(Context context, String theme) {
        if (THEMES.contains(theme)) {
            context.cookie(new Cookie(THEME, theme, "/", YEAR_SECONDS, secure, true, null, SameSite.LAX));
        }
    }

    /** Says something on the next page. */
    public void say(Context context, String notice) {
        String kept = java.net.URLEncoder.encode(notice, StandardCharsets.UTF_8);
        context.cookie(new Cookie(NOTICE, kept, "/", 60, secure, true, null, SameSite.LAX));
    }

    /** What the page before had to say, once; or null. */
    public String said(Context context) {
        String kept = context.cookie(NOTICE);
        if (kept == null || kept.isEmpty()) {
            return null;
        }
        context.cookie(new Cookie(NOTICE, "", "/", 0, secure, true, null, SameSite.LAX));
        try {
            String notice = URLDecoder.decode(kept, StandardCharsets.UTF_8);
            return notice.length() > 500 ? null : notice;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
