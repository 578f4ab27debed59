package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.clearlane.access.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class SignInPagesTest {

    private final ConsoleHouse house;

    SignInPagesTest(ConsoleHouse house) {
        this.house = house;
    }

    @Test
    void showNothingBeforeBothFactors() throws Exception {
        Browser browser = house.browser();
        assertThat(browser.get("/").uri().getPath()).isEqualTo("/sign-in");
        browser.post("/sign-in", "email", "bea@example.org", "password", ConsoleHouse.PASSWORD);
        assertThat(browser.get("/").uri().getPath()).as("with one factor").isEqualTo("/sign-in");
        browser.post("/sign-in/code", "code", house.nextCode("bea"));
        assertThat(browser.get("/").body()).contains("<h1>Today</h1>", "Lakeside Family", "Zzbea");
    }

    @Test
    void sayTheSameForAnUnknownAddressAndAWrongPassword() throws Exception {
        HttpResponse<String> unknown =
                house.browser().post("/sign-in", "email", "nobody@example.org", "password", "wrong wrong wrong");
        HttpResponse<String> wrong =
                house.browser().post("/sign-in", "email", "ada@example.org", "password", "wrong wrong wrong");
        assertThat(unknown.statusCode()).isEqualTo(401).isEqualTo(wrong.statusCode());
        assertThat(unknown.body().replace("nobody@", "ada@")).isEqualTo(wrong.body());
    }

    @Test
    void beginANewSessionWhateverCookieWasPlanted() throws Exception {
        Browser browser = house.browser();
        browser.plant("clearlane", "planted-by-somebody-else");
        browser.post("/sign-in", "email", "hal@example.org", "password", ConsoleHouse.PASSWORD);
        String half = browser.cookie("clearlane").orElseThrow();
        browser.post("/sign-in/code", "code", house.nextCode("hal"));
        String full = browser.cookie("clearlane").orElseThrow();
        assertThat(half).isNotEqualTo("planted-by-somebody-else").isNotEqualTo(full);
        Browser attacker = house.browser();
        attacker.plant("clearlane", half);
        assertThat(attacker.get("/").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void refuseFormsOfOtherSitesAndOfOtherSessions() throws Exception {
        Browser bea = house.browser("bea");
        String token = bea.token();
        assertThat(bea.postFromElsewhere("/sign-out", "form", token).statusCode())
                .isEqualTo(403);
        assertThat(bea.post("/sign-out").statusCode()).isEqualTo(403);
        assertThat(bea.post("/sign-out", "form", house.browser("hal").token()).statusCode())
                .isEqualTo(403);
        assertThat(house.browser()
                        .postFromElsewhere("/sign-in", "email", "bea@example.org", "password", ConsoleHouse.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(bea.get("/").body()).contains("<h1>Today</h1>");
    }

    @Test
    void signOutForGood() throws Exception {
        Browser bea = house.browser("bea");
        String cookie = bea.cookie("clearlane").orElseThrow();
        bea.submit("/sign-out");
        Browser thief = house.browser();
        thief.plant("clearlane", cookie);
        assertThat(thief.get("/").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void signOutWhoeverWentAway() throws Exception {
        Browser bea = house.browser("bea");
        house.clock().move(SignIn.IDLE.plus(Duration.ofSeconds(1)));
        assertThat(bea.get("/").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void showAPracticeOfTheirOwnOnly() throws Exception {
        Browser two = house.browser("two");
        assertThat(two.get("/").body()).contains("Harbor Pediatrics", "Lakeside Family");
        assertThat(two.submit("/practice", "practice", "lakeside").statusCode()).isEqualTo(200);
        Browser bea = house.browser("bea");
        assertThat(bea.get("/").body()).doesNotContain("Harbor Pediatrics");
        assertThat(bea.submit("/practice", "practice", "harbor").statusCode()).isEqualTo(404);
    }

    @Test
    void carryAPolicyThatForbidsScriptsOfOthers() throws Exception {
        HttpResponse<String> page = house.browser("olga").get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("<script>", " style=", "onclick", "http://", "https://");
    }

    @Test
    void leadNowhereInVain() throws Exception {
        for (String name : new String[] {"olga", "bea", "ada"}) {
            Browser browser = house.browser(name);
            java.util.regex.Matcher link = java.util.regex.Pattern.compile("href=\"(/[^\"]*)\"")
                    .matcher(browser.get("/").body());
            int links = 0;
            while (link.find()) {
                links++;
                assertThat(browser.get(link.group(1).replace("&amp;", "&")).statusCode())
                        .as("%s at %s", name, link.group(1))
                        .isEqualTo(200);
            }
            assertThat(links).isGreaterThan(5);
        }
    }

    @Test
    void letSingleKeysBeSwitchedOff() throws Exception {
        Browser bea = house.browser("bea");
        assertThat(bea.get("/").body()).contains("data-single-keys=\"true\"");
        assertThat(bea.submit("/help/keys", "keys", "off").body()).contains("data-single-keys=\"false\"");
        assertThat(bea.submit("/help/keys", "keys", "on").body()).contains("data-single-keys=\"true\"");
    }

    @Test
    void keepTheirCookieFromScripts() throws Exception {
        HttpResponse<String> answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        house.browser().get("/sign-in").uri())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "email=bea%40example.org&password=" + ConsoleHouse.PASSWORD.replace(' ', '+')))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }
}
