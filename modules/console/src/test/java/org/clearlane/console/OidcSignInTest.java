package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.access.Role;
import org.clearlane.access.SecretBox;
import org.clearlane.access.SignIn;
import org.clearlane.access.Staff;
import org.clearlane.access.oidc.IdentityProvider;
import org.clearlane.access.oidc.OidcSettings;
import org.clearlane.api.HttpServer;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attack A-04 by the other door: what an identity provider, or whoever pretends to be one, can and cannot open. */
@ExtendWith(OneConsole.class)
class OidcSignInTest {

    private final ConsoleHouse house;
    private static TestProvider provider;
    private HttpServer server;
    private Browser browser;

    OidcSignInTest(ConsoleHouse house) {
        this.house = house;
    }

    @BeforeAll
    static void start() throws Exception {
        provider = new TestProvider();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void open() throws Exception {
        house.clock().move(Duration.ofDays(2));
        provider.forget();
        serve(provider.issuer(), true);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void serve(String issuer, boolean practicesSignInLocally) throws Exception {
        if (server != null) {
            server.close();
        }
        SignIn door =
                new SignIn(house.ledger(), SecretBox.in(Files.createTempDirectory("oidc")), practicesSignInLocally);
        OidcSettings settings =
                new OidcSettings(issuer, TestProvider.CLIENT, "SET", "Example Health", "phr", practicesSignInLocally);
        server = house.serve(
                door,
                door.by(new IdentityProvider(
                        settings, TestProvider.SECRET, URI.create("https://claims.example.org/sign-in/oidc/back"))));
        browser = new Browser("http://127.0.0.1:" + server.port());
    }

    /** Somebody new who was invited, never signed in, and nobody else's test knows. */
    private String invited(String name) throws Exception {
        Browser olga = house.browser("olga");
        var operator = house.signIn()
                .visitor(olga.cookie("clearlane").orElseThrow(), "127.0.0.1")
                .orElseThrow();
        Staff.Invited invited = new Staff(house.ledger())
                .invite(operator, name + "@example.org", "Zz" + name, Role.BILLER, List.of("lakeside"));
        assertThat(invited.objection()).isNull();
        return invited.token();
    }

    /** Clicks the button; returns what our redirect tells the provider. */
    private Map<String, String> leave(Browser who) throws Exception {
        HttpResponse<String> answer = who.getOnly("/sign-in/oidc");
        assertThat(answer.statusCode()).isEqualTo(302);
        URI to = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(to.toString()).startsWith(provider.issuer() + "/authorize?");
        return TestProvider.query(to);
    }

    private HttpResponse<String> comeBack(Browser who, String state) throws Exception {
        return who.get("/sign-in/oidc/back?code=c0de&state=" + state);
    }

    private HttpResponse<String> signIn(String subject, String email, Map<String, Object> more) throws Exception {
        Map<String, String> sent = leave(browser);
        JWTClaimsSet.Builder claims = provider.claims(subject, email, sent.get("nonce"));
        more.forEach(claims::claim);
        provider.gives(provider.signed(claims.build()));
        return comeBack(browser, sent.get("state"));
    }

    @Test
    void letsSomebodyInvitedInWithTheSecondFactorOfTheProvider() throws Exception {
        invited("ina");
        HttpResponse<String> page = signIn("sub-ina", "Ina@Example.org", Map.of("amr", List.of("pwd", "mfa")));
        assertThat(page.uri().getPath()).isEqualTo("/");
        assertThat(page.body()).contains("<h1>Today</h1>", "Zzina", "Lakeside Family");
        assertThat(browser.get("/").uri().getPath()).isEqualTo("/");

        browser = new Browser("http://127.0.0.1:" + server.port());
        page = signIn("sub-ina", "another-address@example.org", Map.of("acr", "phr"));
        assertThat(page.body()).as("from then on by the subject").contains("Zzina");
        browser.submit("/sign-out");
        assertThat(browser.get("/").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void asksForOurSecondFactorWhenTheProviderToldOfNone() throws Exception {
        invited("ned");
        HttpResponse<String> page = signIn("sub-ned", "ned@example.org", Map.of("amr", List.of("pwd")));
        assertThat(page.uri().getPath()).isEqualTo("/enrol");
        assertThat(browser.get("/").uri().getPath())
                .as("nothing is shown before")
                .isEqualTo("/sign-in");
        assertThat(signIn("sub-hal", "hal@example.org", Map.of()).uri().getPath())
                .as("who has one here")
                .isEqualTo("/sign-in/code");
        unlink("hal");
    }

    @Test
    void sendsStateNonceAndAChallengeAndProvesItWithTheVerifier() throws Exception {
        Map<String, String> first = leave(browser);
        Map<String, String> second = leave(browser);
        assertThat(first)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", TestProvider.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://claims.example.org/sign-in/oidc/back")
                .containsKeys("state", "nonce", "code_challenge");
        for (String each : List.of("state", "nonce", "code_challenge")) {
            assertThat(first.get(each)).hasSizeGreaterThan(20).isNotEqualTo(second.get(each));
        }
        provider.refuses();
        assertThat(comeBack(browser, second.get("state")).statusCode()).isEqualTo(401);
        String trade = provider.trades().getFirst();
        assertThat(trade).startsWith("Basic ").contains("code=c0de", "code_verifier=");
        String verifier = trade.replaceAll(".*code_verifier=([^&]+).*", "$1");
        assertThat(java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(verifier.getBytes())))
                .isEqualTo(second.get("code_challenge"));
    }

    @Test
    void opensToNoTokenThatIsNotQuiteRight() throws Exception {
        invited("eve");
        Map<String, Tampering> ways = new HashMap<>();
        ways.put(
                "another nonce",
                (claims, nonce) ->
                        provider.signed(claims.claim("nonce", "another").build()));
        ways.put(
                "no nonce",
                (claims, nonce) -> provider.signed(claims.claim("nonce", null).build()));
        ways.put(
                "another audience",
                (claims, nonce) ->
                        provider.signed(claims.audience("another-client").build()));
        ways.put(
                "another issuer",
                (claims, nonce) ->
                        provider.signed(claims.issuer("https://evil.example").build()));
        ways.put(
                "expired",
                (claims, nonce) -> provider.signed(
                        claims.expirationTime(Date.from(Instant.now().minusSeconds(600)))
                                .build()));
        ways.put("not signed", (claims, nonce) -> TestProvider.unsigned(claims.build()));
        ways.put("signed by another key", (claims, nonce) -> provider.forged(claims.build()));
        ways.put("signed with the public key", (claims, nonce) -> provider.confused(claims.build()));
        ways.put("no token", (claims, nonce) -> "not.a.token");
        for (var way : ways.entrySet()) {
            Map<String, String> sent = leave(browser);
            provider.gives(way.getValue()
                    .of(provider.claims("sub-eve", "eve@example.org", sent.get("nonce")), sent.get("nonce")));
            HttpResponse<String> page = comeBack(browser, sent.get("state"));
            assertThat(page.statusCode()).as(way.getKey()).isEqualTo(401);
            assertThat(page.body())
                    .as(way.getKey())
                    .contains("That sign-in did not work.")
                    .doesNotContain("eve@", "sub-eve", "Exception");
            assertThat(browser.get("/").uri().getPath()).as(way.getKey()).isEqualTo("/sign-in");
        }
        assertThat(subjectOf("eve")).isNull();
        assertThat(signIn("sub-eve", "eve@example.org", Map.of("amr", List.of("mfa")))
                        .body())
                .as("the same token, untouched")
                .contains("Zzeve");
    }

    @FunctionalInterface
    private interface Tampering {
        String of(JWTClaimsSet.Builder claims, String nonce) throws Exception;
    }

    /** Somebody sends their own sign-in to another's browser, or replays a way that is over. */
    @Test
    void takesNobodyBackWhoDidNotLeaveFromThisBrowser() throws Exception {
        invited("sam");
        Map<String, String> sent = leave(browser);
        provider.gives(provider.signed(provider.claims("sub-sam", "sam@example.org", sent.get("nonce"))
                .claim("amr", List.of("mfa"))
                .build()));
        Browser victim = new Browser("http://127.0.0.1:" + server.port());
        assertThat(comeBack(victim, sent.get("state")).statusCode())
                .as("no errand")
                .isEqualTo(401);
        leave(victim);
        assertThat(comeBack(victim, sent.get("state")).statusCode())
                .as("another's state")
                .isEqualTo(401);
        assertThat(comeBack(browser, "").statusCode()).as("no state").isEqualTo(401);
        assertThat(provider.trades()).as("codes that were traded").isEmpty();
        Map<String, String> again = leave(browser);
        house.clock().move(Duration.ofMinutes(11));
        assertThat(comeBack(browser, again.get("state")).statusCode())
                .as("too late")
                .isEqualTo(401);
        assertThat(subjectOf("sam")).isNull();
    }

    @Test
    void opensToNobodyWhoWasNotInvitedOrMayNotComeAnyMore() throws Exception {
        assertThat(signIn("sub-nobody", "nobody@example.org", Map.of("amr", List.of("mfa")))
                        .statusCode())
                .as("unknown")
                .isEqualTo(401);
        invited("una");
        assertThat(signIn("sub-una", "una@example.org", Map.of("email_verified", false))
                        .statusCode())
                .as("an address that the provider has not verified")
                .isEqualTo(401);
        assertThat(signIn("sub-una", "una@example.org", Map.of("amr", List.of("mfa")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(signIn("sub-another", "una@example.org", Map.of("amr", List.of("mfa")))
                        .statusCode())
                .as("another account with the address of somebody linked")
                .isEqualTo(401);
        disable("una", true);
        assertThat(browser.get("/").uri().getPath()).as("the session of before").isEqualTo("/sign-in");
        assertThat(signIn("sub-una", "una@example.org", Map.of("amr", List.of("mfa")))
                        .statusCode())
                .as("disabled")
                .isEqualTo(401);
        assertThat(trail())
                .contains(
                        "oidc.link DONE ",
                        "sign-in.oidc DONE with a second factor of the provider",
                        "sign-in.oidc REFUSED nobody known",
                        "sign-in.oidc REFUSED another account is theirs",
                        "sign-in.oidc REFUSED access has ended");
    }

    @Test
    void standsAsideWhenTheProviderIsDead() throws Exception {
        // Nobody listens at port 1.
        serve("http://127.0.0.1:1", true);
        HttpResponse<String> page = browser.get("/sign-in/oidc");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Example Health does not answer.").doesNotContain("Exception", "127.0.0.1");
        assertThat(browser.get("/sign-in").body()).contains("Sign in with Example Health", "name=\"password\"");
        assertThat(browser.post("/sign-in", "email", "bea@example.org", "password", ConsoleHouse.PASSWORD)
                        .uri()
                        .getPath())
                .isEqualTo("/sign-in/code");
    }

    @Test
    void canBeTheOnlyDoorForPracticesButNeverForOperators() throws Exception {
        String link = invited("pia");
        serve(provider.issuer(), false);
        HttpResponse<String> practice =
                browser.post("/sign-in", "email", "bea@example.org", "password", ConsoleHouse.PASSWORD);
        HttpResponse<String> wrong =
                browser.post("/sign-in", "email", "bea@example.org", "password", "wrong wrong wrong");
        assertThat(practice.statusCode()).isEqualTo(401);
        assertThat(practice.body()).as("tells nothing about the password").isEqualTo(wrong.body());
        assertThat(browser.post("/join/" + link, "password", ConsoleHouse.PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/sign-in", "email", "olga@example.org", "password", ConsoleHouse.PASSWORD)
                        .uri()
                        .getPath())
                .isEqualTo("/sign-in/code");
    }

    @Test
    void slowsDownWhoeverGuesses() throws Exception {
        provider.refuses();
        for (int i = 0; i < 30; i++) {
            assertThat(comeBack(browser, "guess").statusCode()).isEqualTo(401);
        }
        assertThat(comeBack(browser, "guess").statusCode()).isEqualTo(429);
    }

    private void disable(String name, boolean disabled) throws Exception {
        var olga = house.signIn()
                .visitor(house.browser("olga").cookie("clearlane").orElseThrow(), "127.0.0.1")
                .orElseThrow();
        assertThat(new Staff(house.ledger()).setDisabled(olga, house.personId(name), disabled))
                .isEmpty();
    }

    private String subjectOf(String name) {
        return house.ledger()
                .transact(tx -> Sql.first(
                        tx.connection(),
                        "select coalesce(oidc_subject, '') from people where email = ?",
                        row -> row.getString(1),
                        name + "@example.org"))
                .filter(each -> !each.isEmpty())
                .orElse(null);
    }

    private void unlink(String name) {
        Ledger ledger = house.ledger();
        ledger.run(tx -> Sql.update(
                tx.connection(), "update people set oidc_subject = null where email = ?", name + "@example.org"));
    }

    private List<String> trail() {
        return house.ledger()
                .transact(tx -> Sql.list(
                        tx.connection(),
                        "select action || ' ' || outcome || ' ' || detail from audit where action like '%oidc%'",
                        row -> row.getString(1)));
    }
}
