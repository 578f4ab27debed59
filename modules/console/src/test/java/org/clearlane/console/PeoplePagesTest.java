package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.access.Permission;
import org.clearlane.access.TimeCodes;
import org.clearlane.store.Sql;
import org.clearlane.store.people.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class PeoplePagesTest {

    private static final String EVIL = "<script>alert(1)</script>\"'&";
    private static final Pattern LINK = Pattern.compile("(/join/[A-Za-z0-9_-]+)<");
    private static final Pattern SECRET = Pattern.compile("class=\"key\">([A-Z2-7]+)<");

    private final ConsoleHouse house;

    PeoplePagesTest(ConsoleHouse house) {
        this.house = house;
    }

    private static String first(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private long entries(String action, String subject) {
        return house.ledger()
                .transact(tx -> Sql.number(
                        tx.connection(),
                        "select count(*) from audit where action = ? and subject = ?",
                        action,
                        subject));
    }

    private String idOf(String email) {
        return house.ledger()
                .transact(tx -> People.byEmail(tx, email))
                .orElseThrow()
                .id();
    }

    /** Follows a link, chooses a password and a device; the browser is in then. */
    private Browser joins(String link, String password) throws Exception {
        Browser browser = house.browser();
        assertThat(browser.post(link, "password", password).uri().getPath()).isEqualTo("/enrol");
        String secret = first(SECRET, browser.get("/enrol").body());
        house.clock().move(java.time.Duration.ofSeconds(31));
        browser.post(
                "/enrol", "code", TimeCodes.codeAt(base32(secret), house.clock().instant()));
        return browser;
    }

    private static byte[] base32(String text) {
        java.math.BigInteger bits = java.math.BigInteger.ZERO;
        for (char each : text.toCharArray()) {
            bits = bits.shiftLeft(5).or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each)));
        }
        byte[] bytes = bits.toByteArray();
        byte[] secret = new byte[20];
        int length = Math.min(bytes.length, 20);
        System.arraycopy(bytes, bytes.length - length, secret, 20 - length, length);
        return secret;
    }

    @Test
    void inviteSomebodyByALinkThatIsShownOnceAndWorksOnce() throws Exception {
        Browser olga = house.browser("olga");
        String page = olga.submit(
                        "/people",
                        "name",
                        "Kim " + EVIL,
                        "email",
                        "kim@example.org",
                        "role",
                        "BILLER",
                        "practices",
                        "harbor",
                        "practices",
                        "lakeside")
                .body();
        String link = first(LINK, page);
        assertThat(page).contains("http://127.0.0.1:").doesNotContain("<script>alert");
        assertThat(olga.get("/people").body())
                .contains("harbor, lakeside", "Invited, has not come", "Kim &lt;script&gt;")
                .doesNotContain("<script>alert", link);
        String kim = idOf("kim@example.org");
        assertThat(entries("person.invite", kim)).isEqualTo(1);

        Browser browser = joins(link, "four green bottles");
        assertThat(browser.get("/").body()).contains("<h1>Today</h1>");
        // One practice fewer: signed out at once.
        olga.submit("/people/" + kim + "/change", "role", "PRACTICE_ADMIN", "practices", "harbor");
        assertThat(browser.get("/").uri().getPath()).isEqualTo("/sign-in");
        assertThat(olga.get("/people/" + kim).body())
                .contains("Practice administrator")
                .contains(">harbor<");
        olga.submit("/people/" + kim + "/disable");
        assertThat(olga.get("/people/" + kim).body()).contains("Let them in again");
        assertThat(entries("person.disable", kim)).isEqualTo(1);
    }

    @Test
    void sayWhatIsWrongWithAnInvitation() throws Exception {
        Browser olga = house.browser("olga");
        assertThat(olga.submit("/people", "name", "X", "email", "nonsense", "role", "AUDITOR")
                        .body())
                .contains("That is no e-mail address");
        assertThat(olga.submit("/people", "name", "X", "email", "x@example.org", "role", "BILLER")
                        .body())
                .contains("at least one practice");
        assertThat(olga.submit(
                                "/people",
                                "name",
                                "X",
                                "email",
                                "x@example.org",
                                "role",
                                "BILLER",
                                "practices",
                                "no-such-practice")
                        .statusCode())
                .isEqualTo(422);
        assertThat(olga.submit("/people", "name", "X", "email", "bea@example.org", "role", "AUDITOR")
                        .body())
                .contains("known under that address already");
        assertThat(olga.submit("/people", "name", "X", "email", "x@example.org", "role", "KING")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void letAnAdministratorLookAfterTheOwnPracticesPeopleOnly() throws Exception {
        Browser pat = house.browser("pat");
        String all = pat.get("/people").body();
        assertThat(all)
                .contains("bea@example.org", "two@example.org")
                .doesNotContain("hal@example.org", "olga@example.org", "ada@example.org");
        for (String other : new String[] {"hal", "olga", "ada", "two"}) {
            String id = house.personId(other);
            assertThat(pat.get("/people/" + id).statusCode()).as(other).isEqualTo(404);
            assertThat(pat.submit("/people/" + id + "/disable").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(pat.submit("/people/" + id + "/reset").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(pat.submit("/people/" + id + "/change", "role", "BILLER").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(entries("page.open", id)).as(other).isEqualTo(4);
        }
        // The form's own word does not count: it is always the own practice, and never a role of the clearinghouse.
        String page = pat.submit(
                        "/people", "name", "Lee", "email", "lee@example.org", "role", "BILLER", "practices", "harbor")
                .body();
        assertThat(page).contains("/join/");
        assertThat(house.ledger()
                        .transact(tx -> People.byEmail(tx, "lee@example.org"))
                        .orElseThrow()
                        .practices())
                .containsExactly("lakeside");
        assertThat(pat.submit("/people", "name", "Eve", "email", "eve@example.org", "role", "OPERATOR")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void keepTheLastOperatorAndOnesOwnAccess() throws Exception {
        Browser olga = house.browser("olga");
        String id = house.personId("olga");
        assertThat(olga.get("/people/" + id).body()).contains("This is you");
        assertThat(olga.submit("/people/" + id + "/disable").body()).contains("You cannot do this to yourself");
        assertThat(olga.submit("/people/" + id + "/change", "role", "AUDITOR").statusCode())
                .isEqualTo(422);
        assertThat(olga.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void areForWhoeverMayAndByFormsOfOurOwnOnly() throws Exception {
        for (String name : new String[] {"bea", "ada"}) {
            Browser browser = house.browser(name);
            assertThat(browser.get("/people").statusCode()).as(name).isEqualTo(403);
            assertThat(browser.submit("/people", "name", "X", "email", "x@example.org", "role", "OPERATOR")
                            .statusCode())
                    .as(name)
                    .isEqualTo(403);
        }
        Browser olga = house.browser("olga");
        String bea = house.personId("bea");
        assertThat(olga.post("/people/" + bea + "/disable").statusCode()).isEqualTo(403);
        assertThat(olga.postFromElsewhere("/people/" + bea + "/disable", "form", olga.token())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showTheTableOfPermissions() throws Exception {
        String page = house.browser("olga").get("/people").body();
        assertThat(page)
                .contains("What each role may do", ">Break glass</th><td>no</td><td>no</td><td>yes</td><td>no</td>");
        assertThat(page.split("<td>yes</td>").length - 1).isGreaterThanOrEqualTo(Permission.values().length);
    }

    @Test
    void letSomebodyChangePasswordAndDeviceOnlyWithThePassword() throws Exception {
        Browser olga = house.browser("olga");
        String page = olga.submit("/people", "name", "Mo", "email", "mo@example.org", "role", "AUDITOR")
                .body();
        Browser mo = joins(first(LINK, page), "four green bottles");
        String token = mo.token();
        assertThat(mo.submit(
                                "/me/password",
                                "current",
                                "guessed guessed",
                                "wanted",
                                "five blue bottles",
                                "again",
                                "five blue bottles")
                        .body())
                .contains("That is not your password");
        assertThat(mo.submit(
                                "/me/password",
                                "current",
                                "four green bottles",
                                "wanted",
                                "five blue bottles",
                                "again",
                                "other bottles")
                        .body())
                .contains("are not the same");
        assertThat(mo.submit(
                                "/me/password",
                                "current",
                                "four green bottles",
                                "wanted",
                                "five blue bottles",
                                "again",
                                "five blue bottles")
                        .body())
                .contains("Your password is changed");
        assertThat(mo.token()).as("the session at hand goes on").isEqualTo(token);

        assertThat(mo.submit("/me/second-factor", "current", "four green bottles")
                        .statusCode())
                .isEqualTo(422);
        String device =
                mo.submit("/me/second-factor", "current", "five blue bottles").body();
        String secret = first(SECRET, device);
        assertThat(mo.submit("/me/second-factor/prove", "code", "000000").statusCode())
                .isEqualTo(422);
        house.clock().move(java.time.Duration.ofSeconds(31));
        String code = TimeCodes.codeAt(base32(secret), house.clock().instant());
        assertThat(mo.submit("/me/second-factor/prove", "code", code).body()).contains("The new device counts");
        String id = idOf("mo@example.org");
        assertThat(entries("password.change", id)).isEqualTo(1);
        assertThat(entries("second-factor.change", id)).isEqualTo(1);
        assertThat(entries("account.password", id)).isEqualTo(2);

        Browser again = house.browser();
        again.post("/sign-in", "email", "mo@example.org", "password", "five blue bottles");
        assertThat(again.post("/sign-in/code", "code", code).body())
                .as("a code counts once")
                .contains("used before");
        house.clock().move(java.time.Duration.ofSeconds(31));
        again.post(
                "/sign-in/code",
                "code",
                TimeCodes.codeAt(base32(secret), house.clock().instant()));
        assertThat(again.get("/me").body()).contains("this one", "another browser");
        assertThat(again.submit("/me/sign-out-elsewhere").body()).contains("One other session has ended");
        assertThat(mo.get("/me").uri().getPath()).isEqualTo("/sign-in");
    }
}
