package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.connection.PayerConnection.Collection;
import org.junit.jupiter.api.Test;

class SftpConnectionTest extends FileConnectionContract {

    private SftpPayer server;

    @Override
    ScriptedPayer startPayer() throws Exception {
        server = new SftpPayer(folder).start();
        return server;
    }

    @Override
    Path outbound() {
        return server.outbound();
    }

    @Override
    Path inbound() {
        return server.inbound();
    }

    @Override
    PayerConnection connectLimited(String setting, String value) {
        Map<String, String> settings = server.settings();
        settings.put(setting, value);
        return server.connect(settings);
    }

    @Test
    void leavesAnswersWhereTheyAreWhenToldSo() throws IOException {
        Files.writeString(inbound().resolve("a.835"), "x");
        try (PayerConnection keeping = connectLimited("removeCollected", "false")) {
            assertThat(keeping.collect((name, bytes) -> bytes.readAllBytes())).isEqualTo(new Collection(1, null));
        }
        assertThat(inbound().resolve("a.835")).exists();
    }

    @Test
    void logsInOnceForManyCalls() {
        connection.check();
        connection.stage(file("a.837"));
        connection.collect((name, bytes) -> {});
        assertThat(server.server.getActiveSessions()).hasSize(1);
    }

    @Test
    void leavesNoThreadBehind() {
        connection.check();
        assertThat(threads()).isPositive();
        connection.close();
        await().untilAsserted(() -> assertThat(threads()).isZero());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SshClient"))
                .count();
    }
}
