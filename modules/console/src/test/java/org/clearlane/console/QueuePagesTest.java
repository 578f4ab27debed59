package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.pipeline.Step;
import org.clearlane.pipeline.WorkDriver;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Outbox;
import org.clearlane.store.ledger.Worklist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class QueuePagesTest {

    private final ConsoleHouse house;
    private final LedgerRows rows;

    QueuePagesTest(ConsoleHouse house) {
        this.house = house;
        this.rows = new LedgerRows(house);
    }

    @AfterEach
    void emptyTheQueues() {
        house.ledger().run(tx -> {
            Sql.update(
                    tx.connection(), "update claims set state = 'SENT' where state in ('QUEUED', 'UNKNOWN_OUTCOME')");
            Sql.update(tx.connection(), "update outbox set done_at = now() where done_at is null");
            Sql.update(tx.connection(), "update outbound_interchanges set state = 'SENT'");
        });
    }

    @Test
    void fromARedQueueToItsClaimsAndDollarsIsOneClick() throws Exception {
        String one = rows.claim("lakeside", "QUEUE-1", "QUEUED", "northwind", 12_345);
        String two = rows.claim("harbor", "QUEUE-2", "QUEUED", "northwind", 20_000);
        house.clock().move(Duration.ofMinutes(40));
        Browser olga = house.browser("olga");

        String queues = olga.get("/queues").body();
        Matcher red = Pattern.compile(
                        "<a href=\"(/queues/[^\"#]+)\">[^<]*northwind</a></th>\\s*<td><span class=\"state bad\">waits for long")
                .matcher(queues);
        assertThat(red.find()).as("the red queue is a link").isTrue();
        assertThat(queues).contains("323.45");

        String inside = olga.get(red.group(1)).body();

        assertThat(inside).contains(one, two, "123.45", "200.00", "$323.45", "lakeside", "harbor");
        assertThat(inside).as("no health information").doesNotContain("QUEUE-1", "QUEUE-2");
        assertThat(inside).as("the claim's page is behind the glass").doesNotContain("href=\"/claims/" + one);
    }

    @Test
    void turnTheClaimsOfAQueuePageByPage() throws Exception {
        for (int i = 0; i < 52; i++) {
            rows.claim("lakeside", "MANY-" + i, "QUEUED", "northwind", 100);
        }
        Browser olga = house.browser("olga");

        String first = olga.get("/queues/dispatch.batch.northwind").body();
        Matcher more = Pattern.compile("href=\"(/queues/dispatch.batch.northwind\\?after=clm_[A-Z0-9]+)\"")
                .matcher(first);

        assertThat(more.find()).isTrue();
        assertThat(olga.get(more.group(1)).body().split("scope=\"row\">clm_")).hasSize(3);
    }

    @Test
    void retryADeadLetterSoThatItsWorkIsDoneAndKeepWhoDidIt() throws Exception {
        long id = parked("inbound.file.judge", "file_DEADLETTER", "NullPointerException");
        Browser olga = house.browser("olga");
        assertThat(olga.get("/queues").body()).contains("file_DEADLETTER", "NullPointerException", "needs a decision");

        assertThat(olga.submit("/outbox/" + id + "/retry").body()).contains("It is tried again now.");

        boolean due = house.ledger().transact(tx -> Outbox.takeDue(tx, 1_000)).stream()
                .anyMatch(message -> message.id() == id);
        assertThat(due).isTrue();
        assertThat(audit(Long.toString(id))).containsExactly("work.retry ");
        assertThat(open(Worklist.Kind.FAILED_WORK)).doesNotContain("inbound.file.judge file_DEADLETTER");
        house.ledger().run(tx -> Outbox.done(tx, id));
        assertThat(olga.submit("/outbox/" + id + "/retry").body()).contains("Nothing was changed");
        assertThat(olga.submit("/outbox/999999999/retry").statusCode()).isEqualTo(404);
    }

    @Test
    void parkWorkWithAReasonSoThatNobodyDoesItMeanwhile() throws Exception {
        long id = waiting("inbound.answer.apply", "ans_TOBEPARKED");
        Browser olga = house.browser("olga");

        assertThat(olga.submit("/outbox/" + id + "/park", "queue", "inbound.answer.apply", "reason", " ")
                        .body())
                .contains("say why");
        HttpResponse<String> page = olga.submit(
                "/outbox/" + id + "/park", "queue", "inbound.answer.apply", "reason", "the payer sends it anew");
        assertThat(page.uri().getPath()).isEqualTo("/queues/inbound.answer.apply");
        assertThat(page.body()).contains("put aside by olga@example.org: the payer sends it anew");

        int[] performed = {0};
        Step step = message -> performed[0]++;
        new WorkDriver(house.ledger()).drive(id, step);
        assertThat(performed[0]).as("a number the broker still has").isZero();
        assertThat(audit(Long.toString(id))).containsExactly("work.park the payer sends it anew");
        assertThat(open(Worklist.Kind.FAILED_WORK)).contains("inbound.answer.apply ans_TOBEPARKED");
    }

    @Test
    void settleAnUnmatchedAnswerInWordsThatTellOfNoPatient() throws Exception {
        house.ledger()
                .run(tx -> Worklist.put(
                        tx,
                        Worklist.Kind.UNMATCHED_ANSWER,
                        "ans_UNMATCHED 1",
                        null,
                        "northwind",
                        "A 277CA of northwind speaks of JOHN PATIENT",
                        null));
        long id = house.ledger()
                .transact(
                        tx -> Sql.number(tx.connection(), "select id from worklist where subject = 'ans_UNMATCHED 1'"));
        Browser olga = house.browser("olga");

        assertThat(olga.get("/queues").body())
                .contains("speaks of something we did not send", "ans_UNMATCHED 1")
                .doesNotContain("JOHN PATIENT");
        assertThat(olga.submit("/tasks/" + id + "/resolve", "reason", "").statusCode())
                .isEqualTo(422);
        assertThat(olga.submit("/tasks/" + id + "/resolve", "reason", "meant for another clearinghouse")
                        .body())
                .contains("It is settled.");
        assertThat(open(Worklist.Kind.UNMATCHED_ANSWER)).doesNotContain("ans_UNMATCHED 1");
        assertThat(olga.submit("/tasks/" + id + "/resolve", "reason", "again").statusCode())
                .isEqualTo(404);
    }

    @Test
    void settleAnInterchangeOfUnknownOutcomeAfterAskingThePayer() throws Exception {
        String claim = rows.claim("lakeside", "UNKNOWN-1", "UNKNOWN_OUTCOME", "northwind", 12_800);
        String id = interchange(claim, "UNKNOWN", 71);
        Browser olga = house.browser("olga");
        assertThat(olga.get("/payers/northwind").body())
                .contains("outcome not known", "000000071", "Ask the payer whether it has the interchange");
        assertThat(olga.get("/queues/dispatch.send.northwind").body()).contains(claim, "128.00");

        assertThat(olga.submit("/interchanges/" + id + "/settle", "has", "yes", "reason", "")
                        .body())
                .contains("write down who at the payer said so");
        assertThat(olga.submit("/interchanges/" + id + "/settle", "has", "yes", "reason", "Kim at their help desk")
                        .body())
                .contains("Noted: the payer has it.");
        assertThat(state(claim)).isEqualTo("SENT");
        assertThat(audit(id)).containsExactly("interchange.settle delivered: Kim at their help desk");
    }

    @Test
    void sendAgainWhatThePayerDoesNotHaveAndWhatCouldNotBeHandedOver() throws Exception {
        String claim = rows.claim("lakeside", "UNKNOWN-2", "UNKNOWN_OUTCOME", "northwind", 12_800);
        String unknown = interchange(claim, "UNKNOWN", 72);
        String parked = interchange(rows.claim("lakeside", "PARKED-1", "BATCHED", "northwind", 100), "PARKED", 73);
        Browser olga = house.browser("olga");

        assertThat(olga.submit("/interchanges/" + unknown + "/settle", "has", "no", "reason", "Kim")
                        .body())
                .contains("It is sent again");
        assertThat(state(claim)).isEqualTo("BATCHED");
        assertThat(olga.submit("/interchanges/" + parked + "/send-again").body())
                .contains("the same bytes");
        for (String id : List.of(unknown, parked)) {
            assertThat(waitsInOutbox(id)).as(id).isOne();
        }
        assertThat(olga.submit("/interchanges/ich_NONE/send-again").statusCode())
                .isEqualTo(404);
    }

    @Test
    void letAuditorsReadAndNobodyButOperatorsMend() throws Exception {
        long id = parked("inbound.file.judge", "file_HANDSOFF", "boom");
        Browser ada = house.browser("ada");

        assertThat(ada.get("/queues").body()).contains("file_HANDSOFF").doesNotContain("/retry\"");
        for (String who : List.of("ada", "bea", "pat", "hal")) {
            Browser browser = house.browser(who);
            for (String path : List.of(
                    "/outbox/" + id + "/retry",
                    "/outbox/" + id + "/park",
                    "/tasks/1/resolve",
                    "/interchanges/ich_X/send-again",
                    "/interchanges/ich_X/settle")) {
                assertThat(browser.submit(path, "reason", "x").statusCode())
                        .as(who + " " + path)
                        .isEqualTo(403);
            }
        }
        assertThat(house.ledger().<Boolean>transact(tx -> Outbox.isParked(tx, id)))
                .isTrue();
    }

    @Test
    void answerNothingHereForAQueueThatIsNotThere() throws Exception {
        assertThat(house.browser("olga").get("/queues/no.such.queue").statusCode())
                .isEqualTo(404);
    }

    private long waiting(String queue, String subject) {
        return house.ledger().transact(tx -> {
            Outbox.put(tx, queue, subject);
            return Sql.number(tx.connection(), "select max(id) from outbox where subject = ?", subject);
        });
    }

    private long parked(String queue, String subject, String problem) {
        long id = waiting(queue, subject);
        house.ledger().run(tx -> {
            Outbox.park(tx, id, problem);
            Worklist.put(tx, Worklist.Kind.FAILED_WORK, queue + " " + subject, null, null, problem, null);
        });
        return id;
    }

    private String interchange(String claim, String state, int control) {
        return house.ledger().transact(tx -> {
            String id = tx.ids().next("ich_");
            Sql.update(
                    tx.connection(),
                    """
                    insert into outbound_interchanges (id, payer_id, kind, control, group_control, usage, name, payload_id,
                        archive_key, sha256, size_bytes, claims_total, charge_cents, state, attempts, problem, created_at)
                    values (?, 'northwind', '837P', ?, ?, 'P', ?, gen_random_uuid(), 'none', 'none', 1, 1, 12800, ?, 8, 'no reply', ?)""",
                    id,
                    control,
                    control,
                    id,
                    state,
                    tx.now());
            Sql.update(tx.connection(), "update claims set outbound_id = ? where id = ?", id, claim);
            Worklist.put(
                    tx,
                    state.equals("PARKED") ? Worklist.Kind.PARKED_SENDING : Worklist.Kind.UNKNOWN_OUTCOME,
                    id,
                    null,
                    "northwind",
                    "no reply",
                    null);
            return id;
        });
    }

    private String state(String claim) {
        return house.ledger().transact(tx -> Sql.first(
                        tx.connection(), "select state from claims where id = ?", row -> row.getString(1), claim)
                .orElseThrow());
    }

    private long waitsInOutbox(String subject) {
        return house.ledger()
                .transact(tx -> Sql.number(
                        tx.connection(),
                        "select count(*) from outbox where subject = ? and done_at is null and parked_at is null",
                        subject));
    }

    private java.util.Set<String> open(Worklist.Kind kind) {
        return house.ledger().transact(tx -> Worklist.open(tx, kind));
    }

    private List<String> audit(String subject) {
        return house.ledger()
                .transact(tx -> Sql.list(
                        tx.connection(),
                        "select action || ' ' || detail from audit where subject = ? and outcome = 'DONE' order by seq",
                        row -> row.getString(1),
                        subject));
    }
}
