package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.connection.PayerConnection.Collection;
import org.junit.jupiter.api.Test;

/** What the kinds that lay files down promise besides; the payer's folders can be seen from here. */
abstract class FileConnectionContract extends PayerConnectionContract {

    abstract Path outbound();

    abstract Path inbound();

    @Test
    void stagesUnderANameThePayerDoesNotLookAt() throws IOException {
        connection.stage(file("a.837"));
        assertThat(outbound().resolve("a.837.part")).hasContent(Outbound.CONTENT);
        assertThat(outbound().resolve("a.837")).doesNotExist();
    }

    @Test
    void replacesAPartThatBrokeOff() throws IOException {
        Files.writeString(outbound().resolve("a.837.part"), "ISA*00*".repeat(100));
        OutboundFile file = file("a.837");
        connection.stage(file);
        assertThat(outbound().resolve("a.837.part")).hasContent(Outbound.CONTENT);
    }

    @Test
    void leavesNoPartBehind() {
        OutboundFile file = file("a.837");
        connection.stage(file);
        connection.deliver(file);
        assertThat(outbound().resolve("a.837.part")).doesNotExist();
    }

    @Test
    void doesNotDeliverAPartThatIsNotWhole() throws IOException {
        Files.writeString(outbound().resolve("a.837.part"), "ISA*00*");
        assertThat(connection.deliver(file("a.837"))).isInstanceOf(Handover.NotDelivered.class);
        assertThat(payer.received()).isEmpty();
    }

    @Test
    void cannotTellWhenDeliveringWhatIsNotThere() {
        assertThat(connection.deliver(file("a.837"))).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void neverOverwritesAnotherFile() throws IOException {
        Files.writeString(outbound().resolve("a.837"), "another file");
        OutboundFile file = file("a.837");
        assertThat(connection.stage(file))
                .isInstanceOfSatisfying(Handover.NotDelivered.class, not -> assertThat(not.permanent())
                        .isTrue());
        Files.writeString(outbound().resolve("a.837.part"), Outbound.CONTENT);
        assertThat(connection.deliver(file))
                .isInstanceOfSatisfying(Handover.NotDelivered.class, not -> assertThat(not.permanent())
                        .isTrue());
        assertThat(connection.inquire(file)).isInstanceOf(Handover.NotDelivered.class);
        assertThat(outbound().resolve("a.837")).hasContent("another file");
    }

    @Test
    void stagingWhatIsAlreadyDeliveredChangesNothing() throws IOException {
        OutboundFile file = file("a.837");
        connection.stage(file);
        connection.deliver(file);
        assertThat(connection.stage(file)).isInstanceOf(Handover.Delivered.class);
        assertThat(outbound().resolve("a.837.part")).doesNotExist();
        assertThat(payer.received()).hasSize(1);
    }

    @Test
    void anInquiryWithoutTheOutboundFolderSettlesNothing() throws IOException {
        OutboundFile file = file("a.837");
        Files.delete(outbound());
        assertThat(connection.inquire(file)).isInstanceOf(Handover.Unknown.class);
        Files.createDirectory(outbound());
    }

    @Test
    void leavesUnfinishedAndHiddenFilesAlone() throws IOException {
        List<String> names =
                List.of(".hidden", "a.835.part", "b.835.tmp", "c.835.filepart", "D.835.PART", "folder.835/");
        for (String name : names) {
            Path path = inbound().resolve(name);
            if (name.endsWith("/")) {
                Files.createDirectory(path);
            } else {
                Files.writeString(path, "x");
            }
        }
        assertThat(connection.collect((name, bytes) -> bytes.readAllBytes())).isEqualTo(new Collection(0, null));
        assertThat(payer.stillOffers()).hasSize(names.size());
    }

    @Test
    void reportsStrangeNamesLeavesThemAloneAndTakesTheOthers() throws IOException {
        Files.writeString(inbound().resolve("two\nlines.835"), "x");
        Files.writeString(inbound().resolve("a b.835"), "x");
        Files.writeString(inbound().resolve("y".repeat(121)), "x");
        Files.writeString(inbound().resolve("good.835"), "good");
        List<String> taken = new ArrayList<>();
        Collection collection = connection.collect((name, bytes) -> {
            bytes.readAllBytes();
            taken.add(name);
        });
        assertThat(taken).containsExactly("good.835");
        assertThat(collection.taken()).isEqualTo(1);
        assertThat(collection.problem())
                .contains("two?lines.835")
                .contains("a b.835")
                .doesNotContain("\n");
        assertThat(payer.stillOffers()).hasSize(3).doesNotContain("good.835");
    }

    @Test
    void refusesLinksAndTakesTheOthers() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "not the payer's");
        Files.createSymbolicLink(inbound().resolve("link.835"), secret);
        Files.writeString(inbound().resolve("good.835"), "good");
        Collection collection = connection.collect((name, bytes) -> bytes.readAllBytes());
        assertThat(collection.taken()).isEqualTo(1);
        assertThat(collection.problem()).contains("link.835");
        assertThat(inbound().resolve("link.835")).isSymbolicLink();
        assertThat(secret).exists();
    }

    @Test
    void leavesAnAnswerBeyondTheLimitAndTakesTheOthers() throws IOException {
        Files.writeString(inbound().resolve("big.835"), "x".repeat(2_000));
        Files.writeString(inbound().resolve("good.835"), "good");
        try (PayerConnection limited = connectLimited("maxAnswerBytes", "1000")) {
            Collection collection = limited.collect((name, bytes) -> bytes.readAllBytes());
            assertThat(collection.taken()).isEqualTo(1);
            assertThat(collection.problem()).contains("big.835").contains("1000 bytes");
        }
    }

    @Test
    void looksAtNoMoreEntriesThanTheLimit() throws IOException {
        for (int i = 0; i < 12; i++) {
            Files.writeString(inbound().resolve("a" + i), "x");
        }
        try (PayerConnection limited = connectLimited("maxEntries", "5")) {
            Collection collection = limited.collect((name, bytes) -> bytes.readAllBytes());
            assertThat(collection.taken()).isBetween(1, 5);
            assertThat(collection.problem()).contains("more than 5 entries");
        }
    }

    @Test
    void doesNotTakeAFileThatIsStillGrowing() throws Exception {
        Path growing = Files.writeString(inbound().resolve("growing.835"), "x");
        Files.writeString(inbound().resolve("quiet.835"), "quiet");
        List<String> taken = new ArrayList<>();
        Thread writer = Thread.ofPlatform().start(() -> grow(growing));
        try (PayerConnection patient = connectLimited("stableMs", "1200")) {
            patient.collect((name, bytes) -> {
                bytes.readAllBytes();
                taken.add(name);
            });
            assertThat(taken).containsExactly("quiet.835");
            writer.interrupt();
            writer.join();
            patient.collect((name, bytes) -> {
                assertThat(bytes.readAllBytes()).hasSize((int) Files.size(growing));
                taken.add(name);
            });
        } finally {
            writer.interrupt();
            writer.join();
        }
        assertThat(taken).containsExactly("quiet.835", "growing.835");
    }

    private static void grow(Path file) {
        try {
            while (true) {
                Files.writeString(file, "more", java.nio.file.StandardOpenOption.APPEND);
                Thread.sleep(20);
            }
        } catch (InterruptedException | IOException done) {
            // The upload has ended.
        }
    }

    /** A connection with one setting changed. */
    abstract PayerConnection connectLimited(String setting, String value);
}
