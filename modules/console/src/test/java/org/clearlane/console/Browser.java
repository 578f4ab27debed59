package org.clearlane.console;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a browser as pages without scripts need: cookies, redirects, forms with the token of the page. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final String root;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Browser(String root) {
        this.root = root;
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(root + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks by any method. */
    HttpResponse<String> send(String method, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The answer itself, even when it leads elsewhere. */
    HttpResponse<String> getOnly(String path) throws Exception {
        HttpClient here = HttpClient.newBuilder().cookieHandler(cookies).build();
        return here.send(HttpRequest.newBuilder(URI.create(root + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What lies at an address, as it is. */
    byte[] bytes(String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(root + path)).build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** Sends a form as a page of ours does: names and values in turn. */
    HttpResponse<String> post(String path, String... fields) throws Exception {
        return send(path, "same-origin", fields);
    }

    /** Sends a form with the token that stands in the pages of this session. */
    HttpResponse<String> submit(String path, String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "form";
        all[1] = token();
        System.arraycopy(fields, 0, all, 2, fields.length);
        return post(path, all);
    }

    /** Sends a form as another site's page does. */
    HttpResponse<String> postFromElsewhere(String path, String... fields) throws Exception {
        return send(path, "cross-site", fields);
    }

    /** Sends a form and stays there, even when the answer leads elsewhere. */
    HttpResponse<String> postOnly(String path, String... fields) throws Exception {
        return send(HttpClient.newBuilder().cookieHandler(cookies).build(), path, "same-origin", fields);
    }

    private HttpResponse<String> send(String path, String site, String... fields) throws Exception {
        return send(client, path, site, fields);
    }

    private HttpResponse<String> send(HttpClient client, String path, String site, String... fields) throws Exception {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return client.send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", site)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The token of this session's forms. */
    String token() throws Exception {
        Matcher token = TOKEN.matcher(get("/").body());
        return token.find() ? token.group(1) : "";
    }

    /** A cookie's value, or empty. */
    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Puts a cookie in, as an attacker may. */
    void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain(URI.create(root).getHost());
        cookies.getCookieStore().add(URI.create(root), cookie);
    }
}
