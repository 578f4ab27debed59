package org.clearlane.app.journey;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.access.Links;
import org.clearlane.access.Role;
import org.clearlane.access.SecretBox;
import org.clearlane.access.SignIn;
import org.clearlane.access.SignIn.Result;
import org.clearlane.access.Staff;
import org.clearlane.access.TimeCodes;
import org.clearlane.access.Visitor;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.people.People;

/** Somebody who bills for a practice, signed in at the console, with as much of a browser as pages without scripts need. */
final class Biller implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern NOTICE = Pattern.compile("role=\"status\">([^<]*)<");
    private static final String PASSWORD = "three tall pine trees";

    private final String root;
    private final String cookie;
    private final HttpClient client = HttpClient.newHttpClient();
    private String notice = "";

    private Biller(String root, String cookie) {
        this.root = root;
        this.cookie = cookie;
    }

    /** Makes somebody known, has them choose a password and a second factor, and signs them in. */
    static Biller of(House house, String practice) {
        Ledger ledger = house.ledger();
        SignIn door = new SignIn(ledger, SecretBox.in(house.data().resolve("secrets")));
        String name = "p" + UUID.randomUUID();
        String inviter = ledger.transact(
                        tx -> People.add(tx, name + "@house.example", "Olga", Role.OPERATOR.name(), List.of()))
                .orElseThrow();
        Visitor olga =
                new Visitor("", inviter, name, "Olga", Role.OPERATOR, null, List.of(), null, "", false, "127.0.0.1");
        String token = new Staff(ledger)
                .invite(olga, name + "@practice.example", "Bea", Role.BILLER, List.of(practice))
                .token();
        Result.Begun half = (Result.Begun) new Links(ledger).join(token, PASSWORD, "127.0.0.1");
        byte[] secret = door.offerSecret(half.cookie()).orElseThrow();
        Result.Begun in = (Result.Begun) door.enrol(
                half.cookie(), TimeCodes.codeAt(secret, ledger.clock().instant()), "127.0.0.1");
        return new Biller(house.console(), in.cookie());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(root + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.header("Cookie", "clearlane=" + cookie + "; clearlane-notice=" + notice)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form's fields as they are, without its token. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Sends a form with the token of this session, and follows to the page behind it. */
    HttpResponse<String> submit(String path, Map<String, String> fields) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(fields);
        Matcher token = TOKEN.matcher(get("/").body());
        all.put("form", token.find() ? token.group(1) : "");
        HttpResponse<String> answer = post(path, all);
        if (answer.statusCode() != 303) {
            return answer;
        }
        notice = answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("clearlane-notice="))
                .map(each -> each.substring("clearlane-notice=".length(), each.indexOf(';')))
                .findFirst()
                .orElse("");
        HttpResponse<String> next = get(answer.headers().firstValue("Location").orElseThrow());
        notice = "";
        return next;
    }

    /** The hidden fields of the form that goes to this address. */
    static Map<String, String> hidden(String page, String action) {
        int from = page.indexOf("action=\"" + action);
        int to = page.indexOf("</form>", from);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.substring(from, to));
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        return fields;
    }

    /** What a page says of the form before it. */
    static Optional<String> notice(HttpResponse<String> page) {
        Matcher said = NOTICE.matcher(page.body());
        return said.find() ? Optional.of(said.group(1)) : Optional.empty();
    }

    @Override
    public void close() {
        client.close();
    }
}
