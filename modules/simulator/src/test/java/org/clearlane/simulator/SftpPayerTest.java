package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.clearlane.simulator.ClaimFile.Claim;
import org.clearlane.simulator.JournalLine.Marker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payer by SFTP, reached by a plain client that trusts the given known_hosts line and nothing else. */
class SftpPayerTest {

    private static final String SETTINGS =
            """
            payers:
              - id: BHM02
                payerIds: [BHM02]
                transport: sftp
                delays: {TA1: 0, "999": 0, 277CA: 0, "835": 0}
            """;

    @TempDir
    Path data;

    private PayerSimulator simulator;
    private PayerEndpoint.Sftp endpoint;

    @BeforeEach
    void start() throws Exception {
        simulator = PayerSimulator.start(SimulatorSettings.parse(SETTINGS, data), Clock.systemUTC());
        endpoint = (PayerEndpoint.Sftp) simulator.endpoint("BHM02");
    }

    @AfterEach
    void stop() {
        simulator.stop();
    }

    private interface Work {
        void with(SftpClient sftp) throws IOException;
    }

    private void connected(Work work) throws IOException {
        connected(endpoint.password(), work);
    }

    private void connected(String password, Work work) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> isKnown(key));
            client.start();
            try (ClientSession session = client.connect(endpoint.user(), endpoint.host(), endpoint.port())
                    .verify(10, TimeUnit.SECONDS)
                    .getSession()) {
                session.addPasswordIdentity(password);
                session.auth().verify(10, TimeUnit.SECONDS);
                try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    work.with(sftp);
                }
            }
        }
    }

    private boolean isKnown(PublicKey key) {
        String[] line = endpoint.knownHosts().split(" ", 2);
        assertThat(line[0]).isEqualTo("[127.0.0.1]:" + endpoint.port());
        try {
            return KeyUtils.compareKeys(
                    key, PublicKeyEntry.parsePublicKeyEntry(line[1]).resolvePublicKey(null, null, null));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void drop(SftpClient sftp, String name, byte[] file) throws IOException {
        String part = endpoint.in() + "/" + name + ".part";
        try (OutputStream out = sftp.write(part)) {
            out.write(file);
        }
        sftp.rename(part, endpoint.in() + "/" + name);
    }

    private List<Answer> fetch(SftpClient sftp) throws IOException {
        List<String> names = new ArrayList<>();
        for (SftpClient.DirEntry entry : sftp.readDir(endpoint.out())) {
            if (entry.getAttributes().isRegularFile()) {
                names.add(entry.getFilename());
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            assertThat(name).matches("BHM02\\.\\d{14}\\.\\d{6}\\.[A-Za-z0-9.]+");
            answers.add(new Answer(sftp.read(endpoint.out() + "/" + name).readAllBytes()));
            sftp.remove(endpoint.out() + "/" + name);
        }
        return answers;
    }

    private void settle() {
        await().atMost(Duration.ofSeconds(20)).until(simulator::isQuiet);
    }

    @Test
    void takesAFileAndHandsOutFourAnswers() throws Exception {
        connected(sftp -> {
            drop(sftp, "b.837", ClaimFile.of("000000501", "BHM02", Claim.of("P1", "100.00")));
            settle();
            List<Answer> answers = fetch(sftp);
            assertThat(answers).extracting(Answer::kind).containsExactly("TA1", "999", "277", "835");
            Balance.holdsIn(answers.getLast());
            assertThat(fetch(sftp)).isEmpty();
        });
    }

    @Test
    void clientSeesInAndOutAndNothingElse() throws Exception {
        connected(sftp -> {
            List<String> names = new ArrayList<>();
            sftp.readDir("/").forEach(entry -> names.add(entry.getFilename()));
            assertThat(names).filteredOn(name -> !name.startsWith(".")).containsExactlyInAnyOrder("in", "out");
            assertThatThrownBy(() -> sftp.stat("/../journal.tsv")).isInstanceOf(IOException.class);
        });
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> connected("wrong", sftp -> {})).isInstanceOf(IOException.class);
    }

    @Test
    void fileIsNotReadWhileItIsBeingWritten() throws Exception {
        byte[] file = ClaimFile.of("000000502", "BHM02", Claim.of("P1", "100.00"));
        connected(sftp -> {
            try (SftpClient.CloseableHandle handle =
                    sftp.open(endpoint.in() + "/slow.837", OpenMode.Create, OpenMode.Write)) {
                sftp.write(handle, 0, file, 0, 200);
                // Another file dropped now and answered shows that rounds go by meanwhile.
                drop(sftp, "quick.837", ClaimFile.of("000000503", "BHM02", Claim.of("P2", "50.00")));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> !simulator.journal("BHM02").isEmpty());
                sftp.write(handle, 200, file, 200, file.length - 200);
            }
            settle();
        });
        assertThat(simulator.journal("BHM02"))
                .extracting(JournalLine::name, JournalLine::marker)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("quick.837", Marker.FIRST),
                        org.assertj.core.groups.Tuple.tuple("slow.837", Marker.FIRST));
    }

    @Test
    void portAndHostKeyAreTheSameAfterARestart() throws Exception {
        PayerEndpoint before = endpoint;
        simulator.stop();
        assertThatThrownBy(() -> connected(sftp -> {})).isInstanceOf(IOException.class);
        start();
        assertThat(endpoint).isEqualTo(before);
        connected(sftp -> assertThat(fetch(sftp)).isEmpty());
    }

    @Test
    void outageRefusesConnectionsUntilItEnds() throws Exception {
        simulator.setDown("BHM02", true);
        assertThatThrownBy(() -> connected(sftp -> {})).isInstanceOf(IOException.class);
        simulator.setDown("BHM02", false);
        connected(sftp -> drop(sftp, "b.837", ClaimFile.of("000000501", "BHM02", Claim.of("P1", "100.00"))));
        settle();
        assertThat(simulator.claims("BHM02")).hasSize(1);
    }

    @Test
    void cutAfterTheRenameLeavesTheFileWithThePayer() throws Exception {
        simulator.acceptThenCut("BHM02", 1);
        byte[] file = ClaimFile.of("000000504", "BHM02", Claim.of("P1", "100.00"));
        assertThatThrownBy(() -> connected(sftp -> drop(sftp, "cut.837", file))).isInstanceOf(IOException.class);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> simulator.claims("BHM02").size() == 1);
        connected(sftp -> drop(sftp, "uncut.837", ClaimFile.of("000000505", "BHM02", Claim.of("P2", "1.00"))));
        settle();
        assertThat(simulator.claims("BHM02")).hasSize(2);
    }
}
