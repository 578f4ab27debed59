package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.api.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every answer tells the browser, whether a page opened, was refused or is not there. */
@ExtendWith(OneConsole.class)
class SecurityHeadersTest {

    private final ConsoleHouse house;

    SecurityHeadersTest(ConsoleHouse house) {
        this.house = house;
    }

    @Test
    void standOnEveryPageAndOnEveryError() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String name : List.of("bea", "olga", "ada")) {
            Browser browser = house.browser(name);
            for (String page : Walk.pages(house)) {
                // Trying links that are none slows down whoever signs in next; one of them is looked at below.
                if (page.startsWith("/join/")) {
                    continue;
                }
                answers.add(browser.get(Walk.filled(house, page)));
            }
            answers.add(browser.get("/no-such-page"));
            answers.add(browser.post("/theme"));
            answers.add(browser.post("/no-such-form"));
        }
        answers.add(house.browser().get("/sign-in"));
        answers.add(house.browser().get("/join/nothing"));
        answers.add(house.browser().postFromElsewhere("/sign-in"));
        assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 403, 404);
        for (HttpResponse<String> answer : answers) {
            assertHeaders(answer);
        }
    }

    @Test
    void standOnAnswersToMethodsThatAreNotThere() throws Exception {
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")) {
            HttpResponse<String> answer = house.browser("bea").send(method, "/claims");
            assertThat(answer.statusCode()).as(method).isGreaterThanOrEqualTo(400);
            assertThat(header(answer, "X-Content-Type-Options")).as(method).isEqualTo("nosniff");
        }
    }

    @Test
    void bindBrowsersToTlsWhereItIsInFront() throws Exception {
        try (HttpServer server = house.serve(house.signIn(), null, true)) {
            Browser browser = new Browser("http://127.0.0.1:" + server.port());
            HttpResponse<String> page = browser.get("/sign-in");
            assertThat(header(page, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(header(browser.get("/no-such-page"), "Strict-Transport-Security"))
                    .isNotEmpty();
            String cookie = header(
                    browser.postOnly("/sign-in", "email", "bea@example.org", "password", ConsoleHouse.PASSWORD),
                    "Set-Cookie");
            assertThat(cookie).startsWith("__Host-clearlane=").contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        }
    }

    private static void assertHeaders(HttpResponse<String> answer) {
        String where = answer.request().method() + " " + answer.uri().getPath() + " " + answer.statusCode();
        assertThat(header(answer, "X-Content-Type-Options")).as(where).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).as(where).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).as(where).contains("no-store");
        assertThat(header(answer, "Server")).as(where).isEmpty();
        if (header(answer, "Content-Type").startsWith("text/html")) {
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(where)
                    .contains(
                            "default-src 'none'",
                            "script-src 'self'",
                            "form-action 'self'",
                            "base-uri 'none'",
                            "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*", "http:");
            assertThat(header(answer, "X-Frame-Options")).as(where).isEqualTo("DENY");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).as(where).isEqualTo("same-origin");
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
