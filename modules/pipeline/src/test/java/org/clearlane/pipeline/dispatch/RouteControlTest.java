package org.clearlane.pipeline.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.connection.Handover;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.clearlane.pipeline.answers.CollectAnswers;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Outbox;
import org.clearlane.store.ledger.PayerRoutes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routes that operators stop, suspend and start, and connections that fail and come back. */
@ExtendWith(Towns.class)
class RouteControlTest {

    private static final Handover AWAY = new Handover.NotDelivered("connection refused", null, false);

    private final ScriptedPayer payer = new ScriptedPayer();
    private Town town;

    @BeforeEach
    void found(Towns.Founder founder) {
        town = founder.found(payer);
        knowRoute();
    }

    @Test
    void aStoppedRouteLetsClaimsWaitAsQueuedAndStartSendsThemOnce() {
        stop();
        town.submit("lakeside", town.file().claim("STOP-1", 132).bytes());

        assertThat(town.batch("northwind")).isZero();
        assertThat(town.state("STOP-1")).isEqualTo("QUEUED");
        assertThat(payer.calls()).isEmpty();

        start();
        assertThat(town.batch("northwind")).isOne();
        town.send("northwind", town.newestInterchange("northwind"));
        assertThat(town.state("STOP-1")).isEqualTo("SENT");
        assertThat(payer.calls()).containsExactly("stage", "deliver");
        assertThat(town.batch("northwind")).isZero();
    }

    @Test
    void whatWasBatchedBeforeTheStopWaitsInTheTablesWithoutAnAttemptOrTheBroker() {
        String id = town.submitAndBatch(
                "northwind", town.file().claim("STOP-2", 132).bytes());
        stop();

        assertThat(dueOf(id)).isEmpty();
        town.send("northwind", id);

        assertThat(payer.calls()).isEmpty();
        assertThat(town.one(
                        """
                        select concat_ws(' ', i.state, i.attempts, o.attempts, o.relayed_at is null, o.parked_at is null, o.done_at is null)
                        from outbound_interchanges i join outbox o on o.subject = i.id where i.id = ?""",
                        id))
                .isEqualTo("STORED 0 0 t t t");
        start();
        assertThat(dueOf(id)).hasSize(1);
        town.send("northwind", id);
        assertThat(town.state("STOP-2")).isEqualTo("SENT");
    }

    @Test
    void aStopWhileBytesAreBeingStagedIsHeardBeforeTheyCount() {
        String id = town.submitAndBatch(
                "northwind", town.file().claim("STOP-3", 132).bytes());
        payer.stagesBy(() -> {
            stop();
            return new Handover.Delivered("staged");
        });

        town.send("northwind", id);

        assertThat(payer.calls()).containsExactly("stage");
        assertThat(town.one("select state || ' ' || attempts from outbound_interchanges where id = ?", id))
                .isEqualTo("STORED 0");
        start();
        town.send("northwind", id);
        assertThat(payer.calls()).containsExactly("stage", "stage", "deliver");
    }

    @Test
    void aStoppedRouteCollectsNothingAndASuspendedOneDoes() {
        stop();
        collect();
        assertThat(payer.collections()).isZero();

        suspend(Duration.ofHours(2));
        collect();
        assertThat(payer.collections()).isOne();
        town.submit("lakeside", town.file().claim("SUSP-1", 132).bytes());
        assertThat(town.batch("northwind")).isZero();
    }

    @Test
    void aSuspensionEndsByItselfAndSaysSo() {
        suspend(Duration.ofMinutes(30));
        town.submit("lakeside", town.file().claim("SUSP-2", 132).bytes());
        assertThat(town.batch("northwind")).isZero();

        town.clock().move(Duration.ofMinutes(31));
        control().watch();

        assertThat(town.batch("northwind")).isOne();
        assertThat(events()).containsExactly("route.suspended olga", "route.resumed clearlane");
    }

    @Test
    void otherPayersFlowWhileOneIsStopped() {
        stop();
        town.submit(
                "lakeside",
                town.file().payer(town.payerCode("blue")).claim("OTHER-1", 132).bytes());

        assertThat(town.batch("blue")).isOne();
    }

    @Test
    void aReasonIsNeededAndWhatIsSoAlreadyIsNotDoneTwice() {
        assertThatThrownBy(() -> town.ledger().run(tx -> RouteControl.stop(tx, town.own("northwind"), "olga", " ")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(FailureCode.ILLEGAL_MOVE));
        assertThatThrownBy(() -> town.ledger().run(tx -> RouteControl.stop(tx, "nobody", "olga", "why")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(FailureCode.NOT_FOUND));
        stop();
        assertThat(town.ledger().<Boolean>transact(tx -> RouteControl.stop(tx, town.own("northwind"), "olga", "again")))
                .isFalse();
        assertThat(events()).containsExactly("route.stopped olga");
    }

    @Test
    void threeFailuresInARowOpenTheCircuitAndNoAttemptIsUsedUpWhileItIsOpen() {
        String id = town.submitAndBatch(
                "northwind", town.file().claim("DOWN-1", 132).bytes());
        payer.collectsBadly("no route to host", 3);
        collect();
        collect();
        assertThat(circuit()).isEqualTo("CLOSED");
        collect();

        assertThat(circuit()).isEqualTo("OPEN");
        assertThat(events()).containsExactly("payer.down clearlane");
        assertThat(dueOf(id)).isEmpty();
        town.send("northwind", id);
        collect();
        assertThat(payer.calls()).isEmpty();
        assertThat(payer.collections()).isEqualTo(3);
        assertThat(town.one("select attempts::text from outbound_interchanges where id = ?", id))
                .isEqualTo("0");
        assertThat(town.one(
                        "select count(*) || ' ' || max(problem) from payer_errors where payer_id = ?",
                        town.own("northwind")))
                .isEqualTo("3 no route to host");
    }

    @Test
    void aGoodContactInBetweenStartsTheCountAgain() {
        payer.collectsBadly("no route to host", 2);
        collect();
        collect();
        collect();
        payer.collectsBadly("no route to host", 2);
        collect();
        collect();

        assertThat(circuit()).isEqualTo("CLOSED");
    }

    @Test
    void anOpenCircuitIsCheckedEveryMinuteTriesOneSendingAtATimeAndClosesAfterFiveHealthyMinutes() {
        String first =
                town.submitAndBatch("northwind", town.file().claim("UP-1", 132).bytes());
        String second = town.submitAndBatch(
                "northwind", town.file().control(2).claim("UP-2", 132).bytes());
        goDown();
        payer.checks(AWAY);

        control().watch();
        assertThat(payer.calls()).as("not before a minute is over").isEmpty();
        town.clock().move(Duration.ofSeconds(60));
        control().watch();
        control().watch();
        assertThat(payer.calls()).as("one check a minute, whoever looks").containsExactly("check");
        assertThat(circuit()).isEqualTo("OPEN");

        town.clock().move(Duration.ofSeconds(60));
        control().watch();
        assertThat(circuit()).isEqualTo("HALF_OPEN");
        town.send("northwind", first);
        town.send("northwind", second);
        assertThat(town.state("UP-1")).isEqualTo("SENT");
        assertThat(town.state("UP-2")).as("one try a minute").isEqualTo("BATCHED");

        for (int minute = 0; minute < 5; minute++) {
            assertThat(circuit()).isEqualTo("HALF_OPEN");
            town.clock().move(Duration.ofSeconds(60));
            control().watch();
        }
        assertThat(circuit()).isEqualTo("CLOSED");
        town.send("northwind", second);
        assertThat(town.state("UP-2")).isEqualTo("SENT");
        assertThat(events()).containsExactly("payer.down clearlane", "payer.trying clearlane", "payer.up clearlane");
    }

    @Test
    void aFailureWhileItProvesItselfOpensItAgainWithoutASecondAlarm() {
        goDown();
        town.clock().move(Duration.ofSeconds(60));
        control().watch();
        assertThat(circuit()).isEqualTo("HALF_OPEN");
        payer.collectsBadly("reset by peer", 1);
        collect();

        assertThat(circuit()).isEqualTo("OPEN");
        assertThat(events())
                .containsExactly("payer.down clearlane", "payer.trying clearlane", "payer.relapsed clearlane");
    }

    @Test
    void aStoppedRouteIsNotChecked() {
        goDown();
        stop();
        town.clock().move(Duration.ofMinutes(10));
        control().watch();

        assertThat(payer.calls()).isEmpty();
    }

    @Test
    void aTestSendsNothingAndSaysInWordsHowItWent() {
        payer.checks(new Handover.NotDelivered("login refused", null, true));

        RouteControl.Tested bad = control().test(town.own("northwind"), "olga");
        RouteControl.Tested good = control().test(town.own("northwind"), "olga");

        assertThat(bad.works()).isFalse();
        assertThat(bad.words()).isEqualTo("login refused");
        assertThat(good.works()).isTrue();
        assertThat(payer.calls()).containsExactly("check", "check");
        assertThat(town.all("select reason from route_events where payer_id = ? order by id", town.own("northwind")))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("it does not work: login refused ("),
                        two -> assertThat(two).startsWith("it works: reachable ("));
        assertThat(town.one("select last_error from payer_routes where payer_id = ?", town.own("northwind")))
                .isEqualTo("login refused");
    }

    @Test
    void aGoodTestOfAConnectionThatIsDownLetsItProveItself() {
        goDown();

        control().test(town.own("northwind"), "olga");

        assertThat(circuit()).isEqualTo("HALF_OPEN");
    }

    @Test
    void aLostReplyIsNotAskedAboutWhileTheRouteIsStopped() {
        String id = town.submitAndBatch(
                "northwind", town.file().claim("LOST-1", 132).bytes());
        payer.delivers(new Handover.Unknown("no reply"));
        town.send("northwind", id);
        stop();
        town.clock().move(Duration.ofMinutes(10));
        town.send("northwind", id);
        assertThat(payer.calls()).containsExactly("stage", "deliver");

        start();
        payer.tells(new Handover.Delivered("it has it"));
        town.send("northwind", id);
        assertThat(payer.calls()).containsExactly("stage", "deliver", "inquire");
        assertThat(town.state("LOST-1")).isEqualTo("SENT");
    }

    /** As a start of the service enters it. */
    private void knowRoute() {
        town.ledger()
                .run(tx -> Sql.update(
                        tx.connection(),
                        """
                        insert into payer_routes (payer_id, name, configured, wanted, reason, actor, changed_at, circuit_since)
                        values (?, 'Northwind', true, 'RUNNING', '', 'clearlane', ?, ?)""",
                        town.own("northwind"),
                        tx.now(),
                        tx.now()));
    }

    private void goDown() {
        payer.collectsBadly("no route to host", 3);
        collect();
        collect();
        collect();
    }

    private void stop() {
        town.ledger().run(tx -> RouteControl.stop(tx, town.own("northwind"), "olga", "their system is moved"));
    }

    private void start() {
        town.ledger().run(tx -> RouteControl.start(tx, town.own("northwind"), "olga", "it is there again"));
    }

    private void suspend(Duration time) {
        town.ledger()
                .run(tx ->
                        RouteControl.suspend(tx, town.own("northwind"), tx.now().plus(time), "olga", "their weekend"));
    }

    private RouteControl control() {
        return new RouteControl(town.ledger(), town.connections());
    }

    private void collect() {
        new CollectAnswers(town.ledger(), town.archive(), town.connections(), "node", Town.LARGEST)
                .from(town.own("northwind"));
    }

    private String circuit() {
        return town.one("select circuit from payer_routes where payer_id = ?", town.own("northwind"));
    }

    private List<String> events() {
        return town.all(
                "select kind || ' ' || actor from route_events where payer_id = ? order by id", town.own("northwind"));
    }

    /** The messages about this interchange that the relay would take; they stay. */
    private List<Outbox.Message> dueOf(String id) {
        return town.ledger().transact(tx -> Outbox.takeDue(tx, 100_000)).stream()
                .filter(message -> message.queue().startsWith(PayerRoutes.SEND_QUEUE))
                .filter(message -> message.subject().equals(id))
                .toList();
    }
}
