package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.ApiKey;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.webhooks.WebhookEvents;
import org.clearlane.store.webhooks.WebhookTable;
import org.clearlane.store.webhooks.WebhookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class KeysAndWebhooksPagesTest {

    private static final String EVIL = "<script>alert(1)</script>\"'&";
    private static final Pattern KEY = Pattern.compile("class=\"key\">(clk_[A-Za-z0-9_-]+)<");

    private final ConsoleHouse house;

    KeysAndWebhooksPagesTest(ConsoleHouse house) {
        this.house = house;
    }

    private List<String> trail(String action, String practice) {
        return house.ledger()
                .transact(tx -> Sql.list(
                        tx.connection(),
                        "select subject from audit where action = ? and practice_id = ? order by seq",
                        row -> row.getString(1),
                        action,
                        practice));
    }

    private Optional<ApiKey> holder(String secret) {
        return house.ledger().transact(tx -> ApiKeys.holder(tx, secret));
    }

    private static String key(String body) {
        Matcher found = KEY.matcher(body);
        assertThat(found.find()).as("a key is shown").isTrue();
        return found.group(1);
    }

    @Test
    void makeAKeyThatIsShownOnceAndOpensWhatWasChosen() throws Exception {
        Browser pat = house.browser("pat");
        String page = pat.submit("/keys", "label", "Billing " + EVIL, "scopes", "files:write", "scopes", "files:read")
                .body();
        String secret = key(page);
        var holder = holder(secret).orElseThrow();
        assertThat(holder.practiceId()).isEqualTo("lakeside");
        assertThat(holder.scopeCodes()).containsExactlyInAnyOrder("files:write", "files:read");
        assertThat(trail("key.create", "lakeside")).contains(holder.id());
        assertThat(pat.get("/keys").body())
                .contains("Billing &lt;script&gt;", "never", holder.prefix())
                .doesNotContain(secret, "<script>alert");

        String next = key(pat.submit("/keys/" + holder.id() + "/rotate").body());
        assertThat(holder(secret)).as("both live").isPresent();
        assertThat(pat.submit("/keys/" + holder.id() + "/rotate").statusCode()).isEqualTo(409);
        pat.submit("/keys/" + holder.id() + "/revoke");
        assertThat(holder(secret)).isEmpty();
        assertThat(holder(next)).isPresent();
        assertThat(trail("key.revoke", "lakeside")).contains(holder.id());
        assertThat(pat.submit("/keys", "label", "x").body()).contains("at least one thing the key may do");
        assertThat(pat.submit("/keys", "label", "x", "scopes", "files:read", "ends", "2020-01-01")
                        .body())
                .contains("still to come");
    }

    @Test
    void showNobodyKeysOfAnotherPractice() throws Exception {
        var harbor = house.ledger()
                .transact(tx -> ApiKeys.issue(
                        tx,
                        new ApiKeys.Wish(
                                "harbor",
                                "harbor's own",
                                java.util.EnumSet.allOf(org.clearlane.store.ledger.ApiScope.class),
                                null,
                                "test")));
        Browser pat = house.browser("pat");
        assertThat(pat.get("/keys?practice=harbor").body()).doesNotContain("harbor&#39;s own", "harbor's own");
        assertThat(pat.submit("/keys/" + harbor.key().id() + "/revoke?practice=harbor")
                        .statusCode())
                .isEqualTo(404);
        assertThat(pat.submit("/keys/" + harbor.key().id() + "/rotate").statusCode())
                .isEqualTo(404);
        assertThat(holder(harbor.secret())).isPresent();
        assertThat(house.browser("olga").get("/keys?practice=harbor").body()).contains("own");
        for (String name : new String[] {"bea", "ada"}) {
            assertThat(house.browser(name).get("/keys").statusCode()).as(name).isEqualTo(403);
            assertThat(house.browser(name).get("/webhooks").statusCode())
                    .as(name)
                    .isEqualTo(403);
        }
    }

    @Test
    void addAWebhookAndShowItsSecretOnce() throws Exception {
        Browser pat = house.browser("pat");
        assertThat(pat.submit("/webhooks", "url", "https://169.254.169.254/", "types", "file.failed")
                        .body())
                .contains("not on the public internet");
        assertThat(pat.submit("/webhooks", "url", "javascript:alert(1)", "types", "file.failed")
                        .statusCode())
                .isEqualTo(422);
        assertThat(pat.submit("/webhooks", "url", "https://93.184.215.14/a", "description", "x")
                        .body())
                .contains("Choose at least one event");
        String page = pat.submit(
                        "/webhooks",
                        "url",
                        "https://93.184.215.14/a?%3Cb%3E",
                        "description",
                        EVIL,
                        "types",
                        "file.failed",
                        "types",
                        "file.received")
                .body();
        assertThat(page).contains("whsec_").doesNotContain("<script>alert");
        String id = trail("webhook.create", "lakeside").getLast();
        assertThat(pat.get("/webhooks").body())
                .contains("/webhooks/" + id, "&lt;script&gt;")
                .doesNotContain("whsec_", "<script>alert");
        assertThat(pat.submit("/webhooks/" + id + "/rotate").body()).contains("whsec_", "The secret before signs");
        assertThat(pat.get("/webhooks/" + id).body()).contains("Two secrets sign until", "Nothing yet");
        assertThat(pat.submit("/webhooks/" + id + "/end-earlier-secret").body()).doesNotContain("Two secrets sign");
        assertThat(pat.submit("/webhooks/" + id + "/disable").body()).contains("Switched off by a person");
        assertThat(pat.submit("/webhooks/" + id + "/enable").body()).contains("It is on");
        assertThat(pat.submit("/webhooks/" + id + "/change", "url", "https://93.184.215.14/b", "types", "claim.paid")
                        .body())
                .contains("https://93.184.215.14/b", "value=\"claim.paid\" checked");
        assertThat(pat.submit("/webhooks/" + id + "/delete").body()).doesNotContain(id);
        assertThat(pat.get("/webhooks/" + id).statusCode()).isEqualTo(404);
        for (String action : new String[] {
            "webhook.rotate",
            "webhook.end-earlier-secret",
            "webhook.disable",
            "webhook.enable",
            "webhook.change",
            "webhook.delete"
        }) {
            assertThat(trail(action, "lakeside")).as(action).contains(id);
        }
    }

    @Test
    void showAttemptsAndSendAgain() throws Exception {
        String id = house.ledger()
                .transact(
                        tx -> WebhookTable.add(tx, "harbor", "https://93.184.215.14/h", "", List.of("file.received")));
        house.ledger().run(tx -> WebhookEvents.note(tx, WebhookType.FILE_RECEIVED, "harbor", "file_1", "file_1"));
        house.ledger().run(tx -> WebhookEvents.spread(tx, 100));
        long delivery = house.ledger().transact(tx -> {
            long found =
                    Sql.number(tx.connection(), "select max(id) from webhook_deliveries where endpoint_id = ?", id);
            Sql.update(
                    tx.connection(),
                    "insert into webhook_attempts (delivery_id, number, practice_id, at, duration_ms, status, problem)"
                            + " values (?, 1, 'harbor', ?, 12, 500, ?)",
                    found,
                    tx.now(),
                    "answered 500: " + EVIL);
            Sql.update(
                    tx.connection(),
                    "update webhook_deliveries set state = 'GIVEN_UP', attempts = 1, tries = 10 where id = ?",
                    found);
            return found;
        });
        Browser olga = house.browser("olga");
        String at = "/webhooks/" + id + "/deliveries/" + delivery;
        assertThat(olga.get("/webhooks/" + id + "?practice=harbor").body())
                .contains("file.received", "Given up", "answered 500: &lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(olga.get(at + "?practice=harbor").body()).contains("12 ms", "evt_");
        assertThat(olga.submit(at + "/resend?practice=harbor").body()).contains("sent again now", "Waiting");
        assertThat(olga.submit("/webhooks/" + id + "/resend?practice=harbor", "since", "2026-01-01", "arrived", "too")
                        .body())
                .contains("1 events are sent again");
        assertThat(olga.submit("/webhooks/" + id + "/test?practice=harbor").body())
                .contains("A test is on its way", "webhook.test");

        Browser pat = house.browser("pat");
        for (String path : new String[] {"/webhooks/" + id, at}) {
            assertThat(pat.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(pat.get(path + "?practice=harbor").statusCode()).as(path).isEqualTo(404);
        }
        for (String doing :
                new String[] {"/test", "/rotate", "/disable", "/enable", "/delete", "/end-earlier-secret"}) {
            assertThat(pat.submit("/webhooks/" + id + doing).statusCode())
                    .as(doing)
                    .isEqualTo(404);
        }
        assertThat(pat.submit(at + "/resend").statusCode()).isEqualTo(404);
        assertThat(pat.submit("/webhooks/" + id + "/resend", "since", "2026-01-01")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refuseFormsOfOtherSites() throws Exception {
        Browser pat = house.browser("pat");
        String token = pat.token();
        for (String path :
                new String[] {"/keys", "/webhooks", "/audit/check", "/me/password", "/me/sign-out-elsewhere"}) {
            assertThat(pat.postFromElsewhere(path, "form", token).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(pat.post(path).statusCode()).as(path).isEqualTo(403);
        }
    }
}
