package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.access.Passwords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attack A-04, guessing: passwords, codes, links, and who is known here at all. */
@ExtendWith(OwnConsole.class)
class BruteForceTest {

    private static final String WRONG = "wrong wrong wrong";

    private final ConsoleHouse house;

    BruteForceTest(ConsoleHouse house) {
        this.house = house;
    }

    /** Other tests sign in as the same people from the same address. */
    @AfterEach
    void letGrassGrow() {
        house.clock().move(Duration.ofDays(2));
    }

    @Test
    void slowsDownGuessingOfOnePassword() throws Exception {
        house.clock().move(Duration.ofDays(2));
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("ada@example.org", WRONG + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> soon = signIn("ada@example.org", ConsoleHouse.PASSWORD);
        assertThat(soon.statusCode()).as("even with the right one").isEqualTo(429);
        assertThat(soon.headers().firstValue("Retry-After")).isPresent();
        assertThat(signIn("bea@example.org", ConsoleHouse.PASSWORD).statusCode())
                .as("somebody else")
                .isEqualTo(200);
        house.clock().move(Duration.ofSeconds(61));
        assertThat(signIn("ada@example.org", ConsoleHouse.PASSWORD).statusCode())
                .as("a minute later")
                .isEqualTo(200);
    }

    @Test
    void slowsDownWhoeverTriesOnePasswordOnManyPeople() throws Exception {
        house.clock().move(Duration.ofDays(2));
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            answers.add(signIn("person" + i + "@example.org", WRONG).statusCode());
        }
        assertThat(answers.subList(0, 30)).containsOnly(401);
        assertThat(answers.subList(30, 32)).containsOnly(429);
        house.clock().move(Duration.ofMinutes(11));
        assertThat(signIn("bea@example.org", ConsoleHouse.PASSWORD).statusCode())
                .isEqualTo(200);
    }

    /** Whoever cannot tell an unknown address from a wrong password cannot collect addresses. */
    @Test
    void saysTheSameAndWorksAsHardForAnAddressThatNobodyHas() throws Exception {
        house.clock().move(Duration.ofDays(2));
        long before = Passwords.hashed();
        HttpResponse<String> unknown = signIn("nobody@example.org", WRONG);
        long afterUnknown = Passwords.hashed();
        HttpResponse<String> known = signIn("ada@example.org", WRONG);
        long afterKnown = Passwords.hashed();
        assertThat(unknown.statusCode()).isEqualTo(401).isEqualTo(known.statusCode());
        assertThat(unknown.body().replace("nobody@", "ada@")).isEqualTo(known.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(known.headers().map().keySet());
        assertThat(afterUnknown - before).as("hashes for an unknown address").isEqualTo(1);
        assertThat(afterKnown - afterUnknown).as("hashes for a wrong password").isEqualTo(1);
    }

    @Test
    void slowsDownGuessingOfAnUnknownAddressLikeThatOfAKnownOne() throws Exception {
        house.clock().move(Duration.ofDays(2));
        for (int i = 0; i < 5; i++) {
            signIn("nobody@example.org", WRONG + i);
        }
        assertThat(signIn("nobody@example.org", WRONG).statusCode()).isEqualTo(429);
    }

    @Test
    void takesNoCodeTwiceAndSlowsDownGuessingOfCodes() throws Exception {
        house.clock().move(Duration.ofDays(2));
        Browser first = half("hal");
        String code = house.nextCode("hal");
        assertThat(first.post("/sign-in/code", "code", code).statusCode()).isEqualTo(200);
        Browser again = half("hal");
        assertThat(again.post("/sign-in/code", "code", code).statusCode())
                .as("the same code")
                .isEqualTo(401);
        Browser guesser = half("hal");
        for (int i = 0; i < 4; i++) {
            assertThat(guesser.post("/sign-in/code", "code", "00000" + i).statusCode())
                    .isEqualTo(401);
        }
        assertThat(guesser.post("/sign-in/code", "code", house.nextCode("hal")).statusCode())
                .as("the right code, after five wrong ones")
                .isEqualTo(429);
        Browser anew = house.browser();
        assertThat(anew.post("/sign-in", "email", "hal@example.org", "password", ConsoleHouse.PASSWORD)
                        .statusCode())
                .as("and from the beginning")
                .isEqualTo(429);
    }

    @Test
    void slowsDownGuessingOfLinks() throws Exception {
        house.clock().move(Duration.ofDays(2));
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            answers.add(
                    i % 2 == 0
                            ? house.browser().get("/join/guess-" + i).statusCode()
                            : house.browser()
                                    .post("/join/guess-" + i, "password", ConsoleHouse.PASSWORD)
                                    .statusCode());
        }
        assertThat(answers.subList(0, 30)).containsOnly(410);
        assertThat(answers.subList(30, 32)).containsOnly(429);
    }

    private HttpResponse<String> signIn(String email, String password) throws Exception {
        return house.browser().post("/sign-in", "email", email, "password", password);
    }

    private Browser half(String name) throws Exception {
        Browser browser = house.browser();
        browser.post("/sign-in", "email", name + "@example.org", "password", ConsoleHouse.PASSWORD);
        return browser;
    }
}
