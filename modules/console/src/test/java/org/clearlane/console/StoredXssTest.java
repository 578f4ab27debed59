package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.ApiKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Attack A-06: markup in every text that anybody but us can write. It is put into texts of the ledger that people,
 * payers and programs write (other tests have remittances and bank files),
 * then every page is opened by everybody, and every page that those link to.
 */
@ExtendWith(OwnConsole.class)
class StoredXssTest {

    /** Breaks out of text, of an attribute in either quotes, and of a script. */
    static final String PAYLOAD = "\"'></script></title></textarea><script>zzxss()</script><img src=x onerror=zzxss()>";

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final int MOST_PAGES = 250;

    private final ConsoleHouse house;

    StoredXssTest(ConsoleHouse house) {
        this.house = house;
    }

    /** Walking tries links that are none, which slows down whoever signs in from the same address. */
    @AfterEach
    void letGrassGrow() {
        house.clock().move(Duration.ofMinutes(11));
    }

    /** Identifiers, states and other values of closed lists stay; so do keys, which pages are reached by. */
    @BeforeEach
    void plant() throws Exception {
        new LedgerRows(house).claim("harbor", "XSS" + System.nanoTime(), "HELD", "northwind", 12_800);
        Browser hal = house.browser("hal");
        String claim = house.ledger()
                .transact(tx -> Sql.first(
                        tx.connection(),
                        "select id from claims where practice_id = 'harbor' order by id desc limit 1",
                        row -> row.getString(1)))
                .orElseThrow();
        hal.submit("/claims/" + claim + "/note", "note", PAYLOAD);
        house.ledger().run(tx -> ApiKeys.create(tx, "harbor"));
        house.ledger().run(tx -> {
            for (String change : List.of(
                    "update claims set patient_control_number = left(?, 200), payer_claim_number = ?, payer_code = ?, hold_reason = ? where practice_id = 'harbor'",
                    "update files set original_name = ?, problem = ?, arrival = ? || id where practice_id = 'harbor'",
                    "update practices set name = ? where id = 'harbor'",
                    "update people set name = ? where email in ('hal@example.org')",
                    "update claim_assignments set person_name = ? where practice_id = 'harbor'",
                    "update payer_routes set name = ?, reason = ?, actor = ?, last_error = ?, last_error_at = now()",
                    "update api_keys set label = ? where practice_id = 'harbor'")) {
                Object[] values = new Object
                        [(int) change.chars().filter(each -> each == '?').count()];
                java.util.Arrays.fill(values, PAYLOAD);
                Sql.update(tx.connection(), change, values);
            }
            Sql.update(
                    tx.connection(),
                    """
                    insert into findings (file_id, ordinal, practice_id, claim_id, set_id, code, snip, severity, loop, segment,
                        position, element, component, repeat, byte_offset, ik3, ik4, ik5, value, message, mend)
                    select file_id, 900, practice_id, id, set_id, 'x', 5, 'ERROR', '2300', 'HI', 11, 1, 2, 0, 0, '', '', '', ?, ?, ?
                    from claims where id = ?""",
                    PAYLOAD,
                    PAYLOAD,
                    PAYLOAD,
                    claim);
            Sql.update(
                    tx.connection(),
                    """
                    insert into worklist (kind, subject, practice_id, payer_id, message, created_at)
                    values ('UNMATCHED_PAYMENT', ?, 'harbor', 'northwind', ?, ?)""",
                    PAYLOAD + System.nanoTime(),
                    PAYLOAD,
                    tx.now());
            Sql.update(
                    tx.connection(),
                    """
                    insert into webhook_endpoints (id, practice_id, url, description, types, created_at, changed_at,
                        disabled_at, disabled_why)
                    values (?, 'harbor', 'https://example.org/' || ?, ?, array['claim.rejected'], ?, ?, ?, ?)""",
                    tx.ids().next("whe_"),
                    PAYLOAD,
                    PAYLOAD,
                    tx.now(),
                    tx.now(),
                    tx.now(),
                    PAYLOAD);
            Sql.update(
                    tx.connection(),
                    "insert into payer_errors (payer_id, at, way, problem) values ('northwind', ?, 'SEND', ?)",
                    tx.now(),
                    PAYLOAD);
            Sql.update(
                    tx.connection(),
                    """
                    insert into route_events (payer_id, at, kind, actor, reason)
                    values ('northwind', ?, 'route.started', ?, ?)""",
                    tx.now(),
                    PAYLOAD,
                    PAYLOAD);
            Sql.update(
                    tx.connection(),
                    """
                    insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence, detail)
                    values (?, 'harbor', ?, 'HELD', 'HELD', 'operator', ?, ?, ?)""",
                    claim,
                    tx.now(),
                    PAYLOAD,
                    PAYLOAD,
                    PAYLOAD);
        });
    }

    @Test
    void isShownAsTextOnEveryPageToEverybody() throws Exception {
        int shown = 0;
        Set<String> walked = new LinkedHashSet<>();
        for (String name : List.of("hal", "olga", "ada", "bea")) {
            letGrassGrow();
            Browser browser = house.browser(name);
            if (name.equals("olga")) {
                browser.submit("/glass", "practice", "harbor", "reason", PAYLOAD);
            }
            Set<String> ahead = new LinkedHashSet<>();
            Walk.pages(house).forEach(page -> ahead.add(Walk.filled(house, page)));
            Set<String> seen = new LinkedHashSet<>();
            while (!ahead.isEmpty() && seen.size() < MOST_PAGES) {
                String path = ahead.iterator().next();
                ahead.remove(path);
                if (!seen.add(path)) {
                    continue;
                }
                HttpResponse<String> page = browser.get(path);
                walked.add(name + " " + path);
                if (!page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    continue;
                }
                assertThat(page.body())
                        .as("%s at %s", name, path)
                        .doesNotContain("<script>zzxss", "<img src=x", "'></script>");
                shown +=
                        page.body().contains("&lt;script>zzxss") || page.body().contains("&lt;script&gt;zzxss") ? 1 : 0;
                Matcher link = LINK.matcher(page.body());
                while (link.find()) {
                    if (!link.group(1).startsWith("/assets/")) {
                        ahead.add(link.group(1).replace("&amp;", "&"));
                    }
                }
            }
        }
        assertThat(shown)
                .as("pages of %d that show what was planted", walked.size())
                .isGreaterThanOrEqualTo(5);
    }

    /** What somebody asks for comes back in fields and sentences. */
    @Test
    void isShownAsTextWhenItStandsInTheAddressOrInAForm() throws Exception {
        String asked = java.net.URLEncoder.encode(PAYLOAD, java.nio.charset.StandardCharsets.UTF_8);
        for (String name : List.of("hal", "olga", "ada")) {
            letGrassGrow();
            Browser browser = house.browser(name);
            for (String page : Walk.pages(house)) {
                String path =
                        page.replaceAll("\\{[^}]+}", asked.replace("+", "%20").replace("%2F", "-"));
                for (String query : List.of(
                        "q", "number", "state", "payer", "from", "to", "after", "before", "sort", "span", "kind")) {
                    assertHarmless(browser.get(path + "?" + query + "=" + asked), name + " at " + page + "?" + query);
                }
            }
            assertHarmless(browser.submit("/glass", "practice", PAYLOAD, "reason", PAYLOAD), name + " at /glass");
        }
        assertHarmless(house.browser().post("/sign-in", "email", PAYLOAD, "password", PAYLOAD), "/sign-in");
    }

    private static void assertHarmless(HttpResponse<String> page, String where) {
        if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(page.body()).as(where).doesNotContain("<script>zzxss", "<img src=x", "'></script>");
        }
        assertThat(page.statusCode()).as(where).isLessThan(500);
    }
}
