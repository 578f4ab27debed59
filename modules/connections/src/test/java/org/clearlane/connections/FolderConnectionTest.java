package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;
import org.junit.jupiter.api.Test;

class FolderConnectionTest extends FileConnectionContract {

    @Override
    ScriptedPayer startPayer() throws IOException {
        Files.createDirectory(outbound());
        Files.createDirectory(inbound());
        return new FolderPayer();
    }

    @Override
    Path outbound() {
        return folder.resolve("to-payer");
    }

    @Override
    Path inbound() {
        return folder.resolve("from-payer");
    }

    @Override
    PayerConnection connectLimited(String setting, String value) {
        Map<String, String> settings = new HashMap<>(
                Map.of("outbound", outbound().toString(), "inbound", inbound().toString(), "stableMs", "0"));
        settings.put(setting, value);
        return Profiles.open("folder", settings, Map.of());
    }

    @Test
    void refusesAFileOfTheSameLengthUnderItsName() throws IOException {
        OutboundFile file = file("a.837");
        Files.writeString(outbound().resolve("a.837"), Outbound.CONTENT.replace('1', '2'));
        assertThat(connection.stage(file)).isInstanceOf(Handover.NotDelivered.class);
        assertThat(connection.inquire(file)).isInstanceOf(Handover.NotDelivered.class);
    }

    @Test
    void refusesAFileWithASecondName() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "not the payer's");
        Files.createLink(inbound().resolve("link.835"), secret);
        assertThat(connection.collect((name, bytes) -> bytes.readAllBytes()).problem())
                .contains("link.835")
                .contains("hard link");
    }

    @Test
    void keepsAnAnswerThatWasReplacedWhileItWasRead() throws IOException {
        Path answer = Files.writeString(inbound().resolve("a.835"), "old");
        assertThat(connection
                        .collect((name, bytes) -> {
                            bytes.readAllBytes();
                            Files.writeString(answer, "new and longer");
                        })
                        .problem())
                .contains("a.835");
        assertThat(answer).hasContent("new and longer");
    }

    private final class FolderPayer implements ScriptedPayer {

        private final List<String> inItsOwnSystem = new ArrayList<>();

        @Override
        public PayerConnection connect() {
            return connectLimited("stableMs", "0");
        }

        @Override
        public List<String> received() throws IOException {
            List<String> received = new ArrayList<>(inItsOwnSystem);
            for (String name : Folders.names(outbound())) {
                if (!name.endsWith(".part")) {
                    received.add(Files.readString(outbound().resolve(name)));
                }
            }
            return received;
        }

        @Override
        public void takesWhatItReceived() throws IOException {
            inItsOwnSystem.addAll(received());
            Folders.clear(outbound());
        }

        @Override
        public void offers(String name, String content) throws IOException {
            Files.writeString(inbound().resolve(name), content);
        }

        @Override
        public Set<String> stillOffers() throws IOException {
            return new TreeSet<>(Folders.names(inbound()));
        }

        @Override
        public void goesAway() throws IOException {
            Files.move(outbound(), folder.resolve("to-payer.away"));
            Files.move(inbound(), folder.resolve("from-payer.away"));
        }

        @Override
        public void close() {}
    }
}
