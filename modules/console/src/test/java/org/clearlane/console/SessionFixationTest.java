package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.clearlane.access.SignIn;
import org.clearlane.access.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attack A-04, stolen and planted sessions: what a cookie is worth, and when it stops being worth anything. */
@ExtendWith(OneConsole.class)
class SessionFixationTest {

    private static final String SESSION = "clearlane";

    private final ConsoleHouse house;

    SessionFixationTest(ConsoleHouse house) {
        this.house = house;
    }

    @Test
    void beginsAnewWithEachFactorWhateverCookieWasPlanted() throws Exception {
        Browser browser = house.browser();
        browser.plant(SESSION, "planted-by-somebody-else");
        browser.post("/sign-in", "email", "hal@example.org", "password", ConsoleHouse.PASSWORD);
        String half = browser.cookie(SESSION).orElseThrow();
        browser.post("/sign-in/code", "code", house.nextCode("hal"));
        String full = browser.cookie(SESSION).orElseThrow();
        assertThat(List.of("planted-by-somebody-else", half, full)).doesNotHaveDuplicates();
        assertThat(shows("planted-by-somebody-else")).isFalse();
        assertThat(shows(half)).isFalse();
        assertThat(shows(full)).isTrue();
    }

    /** An operator who breaks the glass sees more than before: whoever read the cookie before must not. */
    @Test
    void changesTheCookieWhenItOpensMore() throws Exception {
        Browser olga = house.browser("olga");
        String before = olga.cookie(SESSION).orElseThrow();
        String tokenBefore = olga.token();
        olga.submit("/glass", "practice", "lakeside", "reason", "a claim of theirs stops the queue");
        String after = olga.cookie(SESSION).orElseThrow();
        assertThat(after).isNotEqualTo(before);
        assertThat(shows(before)).as("the cookie of before").isFalse();
        assertThat(shows(after)).isTrue();
        assertThat(olga.token()).as("the token of forms").isNotEqualTo(tokenBefore);
        assertThat(olga.get("/claims").uri().getPath()).isEqualTo("/claims");
    }

    @Test
    void changesTheCookieWhenAnotherPracticeIsShown() throws Exception {
        Browser two = house.browser("two");
        String before = two.cookie(SESSION).orElseThrow();
        two.submit("/practice", "practice", "lakeside");
        assertThat(two.cookie(SESSION).orElseThrow()).isNotEqualTo(before);
        assertThat(shows(before)).isFalse();
        assertThat(two.get("/").body()).contains("Lakeside Family");
    }

    @Test
    void endsForGoodWhenItIsSignedOut() throws Exception {
        Browser bea = house.browser("bea");
        String cookie = bea.cookie(SESSION).orElseThrow();
        bea.submit("/sign-out");
        assertThat(shows(cookie)).isFalse();
    }

    @Test
    void endsWhenNobodyUsesItForAQuarterOfAnHourAndAfterHalfADayInAnyCase() throws Exception {
        Browser idle = house.browser("bea");
        house.clock().move(SignIn.IDLE.minusSeconds(1));
        assertThat(idle.get("/").uri().getPath()).as("just in time").isEqualTo("/");
        house.clock().move(SignIn.IDLE.plusSeconds(1));
        assertThat(idle.get("/").uri().getPath()).isEqualTo("/sign-in");

        Browser busy = house.browser("bea");
        for (Duration spent = Duration.ZERO; spent.compareTo(SignIn.LIFE) < 0; spent = spent.plusMinutes(14)) {
            assertThat(busy.get("/").uri().getPath()).as("after %s", spent).isEqualTo("/");
            house.clock().move(Duration.ofMinutes(14));
        }
        assertThat(busy.get("/").uri().getPath()).isEqualTo("/sign-in");
        assertThat(SignIn.IDLE).isEqualTo(Duration.ofMinutes(15));
        assertThat(SignIn.LIFE).isEqualTo(Duration.ofHours(12));
    }

    /** Breaking the glass or changing the practice begins no new half day. */
    @Test
    void livesNoLongerBecauseItsCookieChanged() throws Exception {
        Browser olga = house.browser("olga");
        for (int i = 0; i < 60; i++) {
            olga.submit("/glass", "practice", "lakeside", "reason", "a claim of theirs stops the queue");
            house.clock().move(Duration.ofMinutes(14));
        }
        assertThat(olga.get("/").uri().getPath()).as("after 14 hours").isEqualTo("/sign-in");
    }

    @Test
    void diesAtOnceWithTheAccessOfWhoseItIs() throws Exception {
        Browser olga = house.browser("olga");
        Browser hal = house.browser("hal");
        String cookie = hal.cookie(SESSION).orElseThrow();
        var operator = house.signIn()
                .visitor(olga.cookie(SESSION).orElseThrow(), "127.0.0.1")
                .orElseThrow();
        Staff staff = new Staff(house.ledger());
        assertThat(staff.setDisabled(operator, house.personId("hal"), true)).isEmpty();
        try {
            assertThat(shows(cookie)).isFalse();
        } finally {
            staff.setDisabled(operator, house.personId("hal"), false);
        }
        assertThat(shows(cookie))
                .as("when they may come in again, by that cookie")
                .isFalse();
    }

    @Test
    void hidesTheCookieFromScriptsAndOtherSites() throws Exception {
        HttpResponse<String> page =
                house.browser().post("/sign-in", "email", "bea@example.org", "password", ConsoleHouse.PASSWORD);
        String cookie = page.previousResponse()
                .orElseThrow()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain", "Expires");
    }

    private boolean shows(String cookie) throws Exception {
        Browser thief = house.browser();
        thief.plant(SESSION, cookie);
        return thief.get("/").uri().getPath().equals("/");
    }
}
