package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.connection.PayerConnection.Collection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of connection promises, whatever it runs over. */
abstract class PayerConnectionContract {

    @TempDir
    Path folder;

    ScriptedPayer payer;
    PayerConnection connection;

    abstract ScriptedPayer startPayer() throws Exception;

    @BeforeEach
    void start() throws Exception {
        payer = startPayer();
        connection = payer.connect();
    }

    @AfterEach
    void stop() throws Exception {
        connection.close();
        payer.close();
    }

    @Test
    void stagingGivesThePayerNothing() throws IOException {
        assertThat(connection.stage(file("a.837"))).isInstanceOf(Handover.Delivered.class);
        assertThat(payer.received()).isEmpty();
    }

    @Test
    void deliversTheVeryBytesOnce() throws IOException {
        OutboundFile file = file("a.837");
        connection.stage(file);
        assertThat(connection.deliver(file)).isInstanceOf(Handover.Delivered.class);
        assertThat(payer.received()).containsExactly(Outbound.CONTENT);
    }

    @Test
    void stagesAgainAfterACrash() throws IOException {
        OutboundFile file = file("a.837");
        connection.stage(file);
        try (PayerConnection afterTheCrash = payer.connect()) {
            assertThat(afterTheCrash.stage(file)).isInstanceOf(Handover.Delivered.class);
            assertThat(afterTheCrash.deliver(file)).isInstanceOf(Handover.Delivered.class);
        }
        assertThat(payer.received()).containsExactly(Outbound.CONTENT);
    }

    @Test
    void aSecondDeliveryLeavesOneCopy() throws IOException {
        OutboundFile file = file("a.837");
        connection.stage(file);
        connection.deliver(file);
        assertThat(connection.deliver(file)).isInstanceOf(Handover.Delivered.class);
        assertThat(payer.received()).containsExactly(Outbound.CONTENT);
    }

    @Test
    void inquiringBeforeDeliveringFindsNothing() {
        OutboundFile file = file("a.837");
        connection.stage(file);
        assertThat(connection.inquire(file))
                .isInstanceOfSatisfying(Handover.NotDelivered.class, not -> assertThat(not.permanent())
                        .isFalse());
    }

    @Test
    void inquiringAfterDeliveringFindsIt() {
        OutboundFile file = file("a.837");
        connection.stage(file);
        connection.deliver(file);
        assertThat(connection.inquire(file)).isInstanceOf(Handover.Delivered.class);
    }

    @Test
    void inquiringAfterThePayerTookTheFileAwayFindsItDelivered() throws IOException {
        OutboundFile file = file("a.837");
        connection.stage(file);
        connection.deliver(file);
        payer.takesWhatItReceived();
        assertThat(connection.inquire(file)).isInstanceOf(Handover.Delivered.class);
        assertThat(payer.received()).containsExactly(Outbound.CONTENT);
    }

    @Test
    void inquiringAtAPayerThatIsAwaySettlesNothing() throws IOException {
        OutboundFile file = file("a.837");
        connection.stage(file);
        connection.deliver(file);
        payer.goesAway();
        assertThat(connection.inquire(file)).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void aPayerThatIsAwayHasNotGotIt() throws IOException {
        OutboundFile file = file("a.837");
        connection.stage(file);
        payer.goesAway();
        assertThat(connection.deliver(file)).isInstanceOf(Handover.NotDelivered.class);
    }

    @Test
    void checkTellsWhetherThePayerIsThere() throws IOException {
        assertThat(connection.check()).isInstanceOf(Handover.Delivered.class);
        payer.goesAway();
        assertThat(connection.check()).isInstanceOf(Handover.NotDelivered.class);
    }

    @Test
    void aCheckHandsNothingOverAndTakesNoAnswerAway() throws IOException {
        payer.offers("first.999", "one~");
        connection.stage(file("a.837"));

        assertThat(connection.check()).isInstanceOf(Handover.Delivered.class);

        assertThat(payer.received()).isEmpty();
        assertThat(payer.stillOffers()).containsExactly("first.999");
    }

    @Test
    void aCheckSaysInWordsWhyAPayerIsNotThere() throws IOException {
        payer.goesAway();

        assertThat(connection.check())
                .isInstanceOfSatisfying(
                        Handover.NotDelivered.class,
                        away -> assertThat(away.reason()).isNotBlank().doesNotContain("Exception"));
    }

    @Test
    void sendsNothingWhenTheKeptBytesHaveChanged() throws IOException {
        OutboundFile file = file("a.837");
        Files.writeString(file.content(), Outbound.CONTENT.replace('1', '2'));
        assertThatThrownBy(() -> {
                    connection.stage(file);
                    connection.deliver(file);
                })
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(FailureCode.ARCHIVE_CORRUPT));
        assertThat(payer.received()).isEmpty();
    }

    @Test
    void refusesToSendUnderANameThatIsAPath() {
        OutboundFile file = file("../a.837");
        assertThatThrownBy(() -> connection.stage(file)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> connection.deliver(file)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingWaitingIsNoProblem() {
        assertThat(connection.collect((name, bytes) -> {})).isEqualTo(new Collection(0, null));
    }

    @Test
    void givesEveryAnswerToTheSinkAndThenRemovesIt() throws IOException {
        payer.offers("first.999", "one~");
        payer.offers("second.835", "two~");
        Map<String, String> taken = new TreeMap<>();
        Collection collection = connection.collect(
                (name, bytes) -> taken.put(name, new String(bytes.readAllBytes(), StandardCharsets.US_ASCII)));
        assertThat(collection).isEqualTo(new Collection(2, null));
        assertThat(taken).containsExactly(Map.entry("first.999", "one~"), Map.entry("second.835", "two~"));
        assertThat(payer.stillOffers()).isEmpty();
    }

    @Test
    void keepsAnAnswerAtThePayerUntilTheSinkReturns() throws IOException {
        payer.offers("first.999", "one~");
        List<Set<String>> offeredMeanwhile = new ArrayList<>();
        connection.collect((name, bytes) -> {
            bytes.readAllBytes();
            offeredMeanwhile.add(payer.stillOffers());
        });
        assertThat(offeredMeanwhile).containsExactly(Set.of("first.999"));
        assertThat(payer.stillOffers()).isEmpty();
    }

    @Test
    void leavesAnAnswerTheSinkCouldNotKeep() throws IOException {
        payer.offers("first.999", "one~");
        Collection collection = connection.collect((name, bytes) -> {
            bytes.read();
            throw new IOException("disk full");
        });
        assertThat(collection.taken()).isZero();
        assertThat(collection.reached()).as("our disk is not their fault").isTrue();
        assertThat(collection.problem()).contains("first.999").contains("disk full");
        assertThat(payer.stillOffers()).containsExactly("first.999");

        assertThat(connection.collect((name, bytes) -> bytes.readAllBytes())).isEqualTo(new Collection(1, null));
    }

    @Test
    void collectingAtAPayerThatIsAwayIsAProblemAndNoException() throws IOException {
        payer.goesAway();
        Collection collection = connection.collect((name, bytes) -> {});
        assertThat(collection.taken()).isZero();
        assertThat(collection.reached()).isFalse();
        assertThat(collection.problem()).isNotBlank();
    }

    @Test
    void showsNoSecret() {
        assertThat(connection.toString()).doesNotContain("s3cret");
    }

    OutboundFile file(String name) {
        return Outbound.file(folder, name);
    }
}
