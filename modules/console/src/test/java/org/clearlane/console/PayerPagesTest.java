package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clearlane.console.screens.payers.PayerLights;
import org.clearlane.console.web.Reads;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.PayerContacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneConsole.class)
class PayerPagesTest {

    private final ConsoleHouse house;
    private final LedgerRows rows;

    PayerPagesTest(ConsoleHouse house) {
        this.house = house;
        this.rows = new LedgerRows(house);
    }

    @AfterEach
    void letEverythingFlow() {
        house.payer().is(new Handover.Delivered("logged in"));
        house.ledger().run(tx -> {
            Sql.update(
                    tx.connection(),
                    """
                    update payer_routes set wanted = 'RUNNING', until = null, circuit = 'CLOSED', reason = '', configured = true,
                        send_failures = 0, collect_failures = 0""");
            Sql.update(tx.connection(), "update claims set state = 'SENT' where state = 'QUEUED'");
        });
    }

    @Test
    void tellHowEachRouteStandsInWordsWithItsQueueInClaimsAndDollars() throws Exception {
        rows.claim("lakeside", "PAYER-LIST-1", "QUEUED", "cedar-point", 12_345);
        rows.claim("harbor", "PAYER-LIST-2", "QUEUED", "cedar-point", 54_321);

        String page = house.browser("olga").get("/payers").body();

        assertThat(page).contains("Cedar Point", "666.66", "flowing", "Last good contact");
        assertThat(page).as("no health information").doesNotContain("PAYER-LIST");
    }

    @Test
    void stopARouteOnlyWhenItsNameIsTypedAndSayWhoAndWhy() throws Exception {
        Browser olga = house.browser("olga");

        HttpResponse<String> refused =
                olga.submit("/payers/northwind/stop", "reason", "they move house", "confirm", "north");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("type northwind to confirm");
        assertThat(wanted()).isEqualTo("RUNNING");

        String page = olga.submit("/payers/northwind/stop", "reason", "they move house", "confirm", "northwind")
                .body();
        assertThat(page).contains("Stopped. Nothing goes out", "they move house", "by olga@example.org");
        assertThat(wanted()).isEqualTo("STOPPED");
        assertThat(olga.submit("/payers/northwind/stop", "reason", "again", "confirm", "northwind")
                        .body())
                .contains("It is so already");

        assertThat(olga.submit("/payers/northwind/start", "reason", "").body())
                .contains("Started. What waited goes out now.");
        assertThat(wanted()).isEqualTo("RUNNING");
        assertThat(audit("northwind")).contains("route.stop they move house", "route.start ");
    }

    @Test
    void wantAReasonForAStop() throws Exception {
        HttpResponse<String> answer =
                house.browser("olga").submit("/payers/northwind/stop", "reason", "  ", "confirm", "northwind");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("say why");
        assertThat(wanted()).isEqualTo("RUNNING");
    }

    @Test
    void suspendUntilATimeAheadAndNotUntilOneThatIsOver() throws Exception {
        Browser olga = house.browser("olga");
        String ahead = local(house.clock().instant().plus(2, ChronoUnit.HOURS));

        assertThat(olga.submit("/payers/northwind/suspend", "until", "soon", "reason", "x")
                        .statusCode())
                .isEqualTo(422);
        assertThat(olga.submit("/payers/northwind/suspend", "until", "2020-01-01T00:00", "reason", "x")
                        .statusCode())
                .isEqualTo(422);
        assertThat(olga.submit("/payers/northwind/suspend", "until", ahead, "reason", "their weekend")
                        .body())
                .contains("Suspended. It goes on by itself", "their weekend", "suspended until");
    }

    @Test
    void testAConnectionInWordsAndSendNothing() throws Exception {
        Browser olga = house.browser("olga");
        int before = house.payer().handed();

        assertThat(olga.submit("/payers/northwind/test").body()).contains("The connection works: logged in (");
        house.payer().is(new Handover.NotDelivered("login refused", null, true));
        assertThat(olga.submit("/payers/northwind/test").body())
                .contains("The connection does not work: login refused (", "Last problem");

        assertThat(house.payer().handed()).isEqualTo(before);
        assertThat(audit("northwind")).contains("route.test works", "route.test does not work");
    }

    @Test
    void showAConnectionThatIsDownInRedWithWhatToDo() throws Exception {
        house.ledger().run(tx -> {
            for (int i = 0; i < 3; i++) {
                PayerContacts.failed(
                        tx, "northwind", PayerProfile.Circuit.USUAL, PayerContacts.Way.COLLECT, "no route to host");
            }
        });

        String page = house.browser("ada").get("/payers/northwind").body();

        assertThat(page).contains("cannot be reached", "state bad", "no route to host", "Connection down", "is lost");
        assertThat(page).contains("Contacts that failed: ").doesNotContain("<script>alert");
    }

    @Test
    void showAPayerWhoseFileIsGoneInRedWhenClaimsWaitForIt() throws Exception {
        rows.claim("lakeside", "GONE-1", "QUEUED", "left-behind", 12_800);
        house.ledger()
                .run(
                        tx -> Sql.update(
                                tx.connection(),
                                """
                insert into payer_routes (payer_id, name, configured, wanted, reason, actor, changed_at, circuit_since)
                values ('left-behind', 'left-behind', false, 'RUNNING', '', 'clearlane', now(), now())
                on conflict (payer_id) do update set configured = false"""));

        Browser olga = house.browser("olga");
        assertThat(olga.get("/payers").body()).contains("left-behind", "not set up any more");
        assertThat(olga.get("/payers/left-behind").body())
                .contains("Put the file back")
                .doesNotContain("Test the connection");
        assertThat(olga.submit("/payers/left-behind/test").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "olga, 200, 200",
        "ada,  200, 403",
        "bea,  403, 403",
        "pat,  403, 403",
        "hal,  403, 403",
    })
    void areForOperatorsToRunAndForAuditorsToRead(String name, int read, int run) throws Exception {
        Browser browser = house.browser(name);

        for (String path : List.of("/payers", "/payers/northwind", "/queues", "/queues/dispatch.batch.northwind")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(read);
        }
        for (String[] form : new String[][] {
            {"/payers/northwind/start", "reason", ""},
            {"/payers/northwind/stop", "reason", "why", "confirm", "northwind"},
            {"/payers/northwind/test"},
            {
                "/payers/northwind/suspend",
                "until",
                local(house.clock().instant().plus(1, ChronoUnit.HOURS)),
                "reason",
                "why"
            }
        }) {
            String[] fields = java.util.Arrays.copyOfRange(form, 1, form.length);
            assertThat(browser.submit(form[0], fields).statusCode()).as(form[0]).isEqualTo(run);
        }
        if (run == 403) {
            assertThat(wanted()).isEqualTo("RUNNING");
            assertThat(browser.get("/payers/northwind").body()).doesNotContain("Test the connection");
        }
    }

    @Test
    void answerNothingHereForAPayerThatIsNotThere() throws Exception {
        Browser olga = house.browser("olga");

        assertThat(olga.get("/payers/nobody").statusCode()).isEqualTo(404);
        assertThat(olga.submit("/payers/nobody/start", "reason", "").statusCode())
                .isEqualTo(404);
        assertThat(house.browser().get("/payers").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void giveAPracticeLightsThatCountItsOwnClaimsOnly() {
        rows.claim("lakeside", "LIGHT-1", "QUEUED", "cedar-point", 10_000);
        rows.claim("harbor", "LIGHT-2", "QUEUED", "cedar-point", 20_000);
        Reads reads = new Reads(house.database().api(), house.database().auditor());

        List<PayerLights.Light> lights =
                PayerLights.ofPractice(reads, "lakeside", house.clock().instant());

        assertThat(lights)
                .filteredOn(light -> light.payerId().equals("cedar-point"))
                .singleElement()
                .satisfies(light -> {
                    assertThat(light.waiting()).isOne();
                    assertThat(light.charge().toString()).isEqualTo("100.00");
                    assertThat(light.words()).isEqualTo("flowing");
                    assertThat(light.colour()).isEqualTo("good");
                });
    }

    @Test
    void planADowntimeThatEverybodySeesAndCallItOff() throws Exception {
        Browser olga = house.browser("olga");
        Instant now = house.clock().instant();
        String from = local(now.minus(1, ChronoUnit.HOURS));
        String to = local(now.plus(1, ChronoUnit.HOURS));

        assertThat(olga.submit("/downtimes", "payer", "", "from", to, "to", from, "notice", "backwards")
                        .statusCode())
                .isEqualTo(422);
        assertThat(olga.submit(
                                "/downtimes",
                                "payer",
                                "northwind",
                                "from",
                                from,
                                "to",
                                to,
                                "notice",
                                "They move their data centre")
                        .body())
                .contains("Planned. It stands on the status page");
        house.clock().move(java.time.Duration.ofSeconds(6));
        assertThat(house.browser().get("/status").body()).contains("Northwind Health", "They move their data centre");
        String json = house.browser().get("/status.json").body();
        assertThat(json).contains("\"payer\" : \"northwind\"", "\"calledOff\" : false");

        String id = house.ledger().transact(tx -> Sql.first(
                        tx.connection(),
                        "select id from planned_downtimes where notice = 'They move their data centre'",
                        row -> row.getString(1))
                .orElseThrow());
        assertThat(house.browser("ada").submit("/downtimes/" + id + "/call-off").statusCode())
                .isEqualTo(403);
        assertThat(olga.submit("/downtimes/" + id + "/call-off").body()).contains("Called off.");
        assertThat(olga.submit("/downtimes/" + id + "/call-off").statusCode()).isEqualTo(404);
        house.clock().move(java.time.Duration.ofSeconds(6));
        assertThat(house.browser().get("/status").body()).contains("called off");
    }

    @Test
    void theStatusPageTellsEverybodyThatAPayerIsAwayAndNobodyWhy() throws Exception {
        house.ledger().run(tx -> {
            for (int i = 0; i < 3; i++) {
                PayerContacts.failed(
                        tx, "northwind", PayerProfile.Circuit.USUAL, PayerContacts.Way.SEND, "s3cret host refused us");
            }
            Sql.update(
                    tx.connection(), "update payer_routes set reason = 'inner words' where payer_id = 'cedar-point'");
        });
        house.clock().move(java.time.Duration.ofSeconds(6));

        HttpResponse<String> page = house.browser().get("/status");
        HttpResponse<String> json = house.browser().get("/status.json");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("cannot be reached", "not every payer can be reached");
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json.body()).contains("\"service\" : \"degraded\"", "\"state\" : \"down\"");
        for (String body : List.of(page.body(), json.body())) {
            assertThat(body).doesNotContain("s3cret", "inner words", "olga@example.org");
        }
    }

    private String wanted() {
        return house.ledger().transact(tx -> Sql.first(
                        tx.connection(),
                        "select wanted from payer_routes where payer_id = 'northwind'",
                        row -> row.getString(1))
                .orElseThrow());
    }

    private List<String> audit(String subject) {
        return house.ledger()
                .transact(tx -> Sql.list(
                        tx.connection(),
                        "select action || ' ' || detail from audit where subject = ? and outcome = 'DONE' order by seq",
                        row -> row.getString(1),
                        subject));
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
