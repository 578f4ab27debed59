package org.clearlane.pipeline.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Towns.class)
class SendInterchangeTest {

    private static final Handover AWAY = new Handover.NotDelivered("connection refused", null, false);
    private static final Handover LOGIN_REFUSED = new Handover.NotDelivered("login refused", null, true);
    private static final Handover LOST = new Handover.Unknown("no reply within 60 s");
    private static final Handover HAS_IT = new Handover.Delivered("receipt 7");

    private final ScriptedPayer payer = new ScriptedPayer();
    private Town town;
    private String id;

    @BeforeEach
    void storeAnInterchange(Towns.Founder founder) {
        town = founder.found(payer);
        id = town.submitAndBatch("northwind", town.file().claim("LFC-1", 132).bytes());
    }

    private void send() {
        town.send("northwind", id);
    }

    @Test
    void handsOverInTwoStepsAndNotesTheReceipt() {
        payer.delivers(HAS_IT);

        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver");
        assertThat(standing()).isEqualTo("SENT 1 receipt 7");
        assertThat(town.events("LFC-1")).endsWith("BATCHED SENT sent ISA13 1");
        assertThat(isDone()).isTrue();
        assertThat(town.work("northwind")).isEmpty();
    }

    @Test
    void showsThePayerTheStoredBytesUnderTheStoredName() {
        send();

        assertThat(payer.files()).hasSize(1);
        OutboundFile file = payer.files().iterator().next();
        assertThat(file.content()).hasBinaryContent(town.outbound(id).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(file.sha256()).isEqualTo(town.one("select sha256 from outbound_interchanges where id = ?", id));
        assertThat(file.name()).matches("[A-Za-z0-9._-]{1,120}");
    }

    @Test
    void doesNothingMoreWhenTheWorkIsDeliveredAgain() {
        send();
        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver");
    }

    @Test
    void triesAgainWithLongerPausesAndParksInTheEnd() {
        payer.stages(AWAY).stages(AWAY).stages(AWAY);

        send();
        assertThat(standing()).isEqualTo("STORED 1 connection refused");
        assertThat(pause()).isEqualTo(Duration.ofSeconds(2));
        send();
        // Four seconds would be the double, three is the most the profile allows.
        assertThat(pause()).isEqualTo(Town.RETRY.longestDelay());
        send();

        assertThat(payer.calls()).containsExactly("stage", "stage", "stage");
        assertThat(standing()).isEqualTo("PARKED 3 connection refused");
        assertThat(town.work("northwind")).containsExactly("PARKED_SENDING " + id);
        assertThat(town.state("LFC-1")).isEqualTo("BATCHED");
        assertThat(isDone()).isTrue();
    }

    @Test
    void waitsAsLongAsThePayerAsks() {
        payer.delivers(new Handover.NotDelivered("503", Duration.ofMinutes(7), false));
        send();
        assertThat(pause()).isEqualTo(Duration.ofMinutes(7));

        payer.delivers(new Handover.NotDelivered("503", Duration.ofMillis(1), false));
        send();
        assertThat(pause()).isEqualTo(Town.RETRY.longestDelay());
    }

    @Test
    void parksAtOnceWhatNoRepetitionMends() {
        payer.stages(LOGIN_REFUSED);

        send();

        assertThat(payer.calls()).containsExactly("stage");
        assertThat(standing()).isEqualTo("PARKED 1 login refused");
        assertThat(town.work("northwind")).containsExactly("PARKED_SENDING " + id);
        assertThat(isDone()).isTrue();
    }

    @Test
    void parksAtOnceWhatThePayerRefusesForGood() {
        payer.delivers(LOGIN_REFUSED);

        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver");
        assertThat(standing()).isEqualTo("PARKED 1 login refused");
    }

    @Test
    void sendsTheSameAgainWhenThePayerCertainlyDoesNotHaveIt() {
        payer.delivers(AWAY);

        send();
        assertThat(standing()).isEqualTo("STORED 1 connection refused");
        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver", "stage", "deliver");
        assertThat(payer.files()).hasSize(1);
        assertThat(standing()).isEqualTo("SENT 2 all well");
        assertThat(town.state("LFC-1")).isEqualTo("SENT");
    }

    @Test
    void asksInsteadOfSendingAgainWhenTheReplyWasLost() {
        payer.delivers(LOST).tells(HAS_IT);

        send();
        assertThat(standing()).isEqualTo("UNKNOWN 1 no reply within 60 s");
        assertThat(town.state("LFC-1")).isEqualTo("UNKNOWN_OUTCOME");
        assertThat(pause()).isEqualTo(Town.FIRST_INQUIRY);
        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver", "inquire");
        assertThat(standing()).isEqualTo("SENT 1 receipt 7");
        assertThat(town.events("LFC-1"))
                .endsWith("BATCHED UNKNOWN_OUTCOME sending no reply within 60 s", "UNKNOWN_OUTCOME SENT sent ISA13 1");
    }

    @Test
    void sendsAgainOnlyWhenThePayerSaysThatItDoesNotHaveIt() {
        payer.delivers(LOST).tells(AWAY);

        send();
        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver", "inquire", "stage", "deliver");
        assertThat(payer.files()).hasSize(1);
        assertThat(town.events("LFC-1"))
                .endsWith(
                        "BATCHED UNKNOWN_OUTCOME sending no reply within 60 s",
                        "UNKNOWN_OUTCOME BATCHED sending connection refused",
                        "BATCHED SENT sent ISA13 1");
    }

    @Test
    void knowsAgainWhereClaimsAreWhenTheSecondSendingFailsForCertain() {
        payer.delivers(LOST)
                .tells(AWAY)
                .stages(new Handover.Delivered("staged"))
                .stages(AWAY);

        send();
        send();

        assertThat(standing()).isEqualTo("STORED 2 connection refused");
        assertThat(town.state("LFC-1")).isEqualTo("BATCHED");
    }

    @Test
    void leavesItToAPersonWhenNobodyCanTell() {
        payer.delivers(LOST).tells(LOST).tells(LOST).tells(LOST).tells(LOST);

        send();
        assertThat(pause()).isEqualTo(Duration.ofSeconds(90));
        send();
        assertThat(pause()).isEqualTo(Duration.ofSeconds(180));
        send();
        assertThat(pause()).isEqualTo(Duration.ofSeconds(360));
        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver", "inquire", "inquire", "inquire");
        assertThat(town.work("northwind")).containsExactly("UNKNOWN_OUTCOME " + id);
        assertThat(town.state("LFC-1")).isEqualTo("UNKNOWN_OUTCOME");
        assertThat(isDone()).isTrue();
    }

    @Test
    void parksWhatThePayerDoesNotHaveAndWillNotTake() {
        payer.delivers(LOST).tells(LOGIN_REFUSED);

        send();
        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver", "inquire");
        assertThat(standing()).isEqualTo("PARKED 1 login refused");
        assertThat(town.state("LFC-1")).isEqualTo("BATCHED");
    }

    @Test
    void deliversNothingWhileItIsUnknownWhetherTheStagingWorked() {
        payer.stages(LOST).tells(AWAY);

        send();
        assertThat(payer.calls()).containsExactly("stage");
        send();

        assertThat(payer.calls()).containsExactly("stage", "inquire", "stage", "deliver");
        assertThat(town.state("LFC-1")).isEqualTo("SENT");
    }

    @Test
    void asksAfterADeathDuringTheDelivery() {
        payer.deliversBy(() -> {
            throw new IllegalStateException("the process dies here");
        });
        assertThatIllegalStateException().isThrownBy(this::send);
        assertThat(standing()).startsWith("DELIVERING 1");
        payer.tells(HAS_IT);

        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver", "inquire");
        assertThat(standing()).isEqualTo("SENT 1 receipt 7");
    }

    @Test
    void letsOneSenderAtATimeHaveAnInterchange() throws Exception {
        CountDownLatch delivering = new CountDownLatch(1);
        CountDownLatch reply = new CountDownLatch(1);
        payer.deliversBy(() -> {
            delivering.countDown();
            await(reply);
            return HAS_IT;
        });
        try (ExecutorService node = Executors.newSingleThreadExecutor()) {
            Future<?> first = node.submit(this::send);
            await(delivering);

            send();
            assertThat(pause()).isEqualTo(Duration.ofSeconds(5));
            reply.countDown();
            first.get(10, TimeUnit.SECONDS);
        }

        assertThat(payer.calls()).containsExactly("stage", "deliver");
        assertThat(standing()).isEqualTo("SENT 1 receipt 7");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void believesAnAnswerThatOvertakesTheReply() {
        payer.deliversBy(() -> {
            town.answer("northwind", town.ta1(1, "A", "000"));
            return LOST;
        });

        send();

        assertThat(standing()).startsWith("SENT 1 TA1 A 000");
        assertThat(town.state("LFC-1")).isEqualTo("SENT");
        assertThat(isDone()).isTrue();
    }

    @Test
    void deliversNothingWhoseAnswerCameWhileItWasStaged() {
        payer.delivers(LOST).tells(AWAY).stages(HAS_IT).stagesBy(() -> {
            town.answer("northwind", town.ta1(1, "A", "000"));
            return HAS_IT;
        });

        send();
        send();

        assertThat(payer.calls()).containsExactly("stage", "deliver", "inquire", "stage");
        assertThat(standing()).startsWith("SENT 2 TA1 A 000");
        assertThat(town.state("LFC-1")).isEqualTo("SENT");
        assertThat(isDone()).isTrue();
    }

    /** State, attempts, and what was said of it last. */
    private String standing() {
        return town.one(
                "select concat_ws(' ', state, attempts, coalesce(problem, receipt)) from outbound_interchanges where"
                        + " id = ?",
                id);
    }

    /** How long the work has been put off from now. */
    private Duration pause() {
        return Duration.ofMillis(Long.parseLong(town.one(
                """
                select round(extract(epoch from available_at - ?::timestamptz) * 1000)::bigint from outbox
                where queue = ? and subject = ? and relayed_at is null and done_at is null""",
                town.clock().instant(),
                SendInterchange.queueOf(town.own("northwind")),
                id)));
    }

    private boolean isDone() {
        return town.one(
                        "select 'done' from outbox where queue = ? and subject = ? and done_at is not null",
                        SendInterchange.queueOf(town.own("northwind")),
                        id)
                != null;
    }
}
