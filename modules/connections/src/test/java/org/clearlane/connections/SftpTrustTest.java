package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.auth.pubkey.KeySetPublickeyAuthenticator;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.PayerConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an SFTP connection trusts, and how it logs in (reliability A-16, F-24). */
class SftpTrustTest {

    @TempDir
    Path folder;

    private SftpPayer payer;

    @BeforeEach
    void start() throws Exception {
        payer = new SftpPayer(folder).start();
    }

    @AfterEach
    void stop() throws IOException {
        payer.close();
    }

    @Test
    void refusesAnUnknownHostKeyAndDoesNotLearnIt() throws IOException {
        Files.writeString(payer.knownHosts(), "");
        assertRefused(payer.settings(), "unknown");
        assertThat(payer.knownHosts()).isEmptyFile();
    }

    @Test
    void refusesAChangedHostKey() throws Exception {
        payer.trust(KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256));
        String before = Files.readString(payer.knownHosts());
        assertRefused(payer.settings(), "changed");
        assertThat(payer.knownHosts()).hasContent(before);
    }

    @Test
    void refusesAHostKeyKnownOnlyForAnotherPort() throws Exception {
        Files.writeString(
                payer.knownHosts(),
                Files.readString(payer.knownHosts()).replace(":" + payer.server.getPort(), ":" + 2));
        assertRefused(payer.settings(), "unknown");
    }

    @Test
    void refusesARevokedHostKey() throws IOException {
        String known = Files.readString(payer.knownHosts());
        Files.writeString(payer.knownHosts(), known + "@revoked " + known);
        assertRefused(payer.settings(), "revoked");
    }

    @Test
    void refusesEverybodyWithoutAKnownHostsFile() throws IOException {
        Files.delete(payer.knownHosts());
        assertRefused(payer.settings(), "known hosts");
    }

    @Test
    void asksForAHostKeyOfATypeItKnows() throws Exception {
        KeyPair known = KeyUtils.generateKeyPair("ssh-rsa", 2048);
        payer.server.setKeyPairProvider(
                KeyPairProvider.wrap(KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256), known));
        payer.trust(known);
        assertLetIn(payer.settings());
    }

    @Test
    void knowsEd25519HostKeys() throws Exception {
        KeyPair ed25519 = KeyUtils.generateKeyPair("ssh-ed25519", 256);
        payer.server.setKeyPairProvider(KeyPairProvider.wrap(ed25519));
        payer.trust(ed25519);
        assertLetIn(payer.settings());
    }

    @Test
    void givesUpAtAWrongPassword() {
        try (PayerConnection connection = Profiles.open("sftp", payer.settings(), Map.of("ACME_PASSWORD", "guessed"))) {
            assertThat(connection.deliver(Outbound.file(folder, "a.837")))
                    .isInstanceOfSatisfying(Handover.NotDelivered.class, not -> {
                        assertThat(not.permanent()).isTrue();
                        assertThat(not.reason()).contains("login").doesNotContain("guessed");
                    });
        }
    }

    @Test
    void logsInWithAKeyReadFromAFile() throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair("ecdsa-sha2-nistp384", 384);
        payer.server.setPasswordAuthenticator(null);
        payer.server.setPublickeyAuthenticator(new KeySetPublickeyAuthenticator("ours", List.of(pair.getPublic())));
        Map<String, String> settings = payer.settings();
        settings.remove("password");
        settings.put("privateKey", keyFile(pair).toString());
        assertLetIn(settings);
    }

    @Test
    void givesUpAPasswordWhereAKeyIsDemanded() throws Exception {
        payer.server.setPasswordAuthenticator(null);
        payer.server.setPublickeyAuthenticator(new KeySetPublickeyAuthenticator(
                "ours",
                List.of(KeyUtils.generateKeyPair("ecdsa-sha2-nistp384", 384).getPublic())));
        assertRefused(payer.settings(), "login");
    }

    @Test
    void refusesAServerThatOffersOnlyWeakKeyExchange() {
        payer.server.setKeyExchangeFactories(
                List.of(ServerBuilder.DH2KEX.apply(BuiltinDHFactories.fromFactoryName("diffie-hellman-group14-sha1"))));
        try (PayerConnection connection = payer.connect()) {
            assertThat(connection.check())
                    .isInstanceOfSatisfying(Handover.NotDelivered.class, not -> assertThat(not.reason())
                            .contains("weak"));
        }
    }

    @Test
    void staysRefusedUntilSomebodyActs() throws IOException {
        String known = Files.readString(payer.knownHosts());
        Files.writeString(payer.knownHosts(), "");
        try (PayerConnection connection = payer.connect()) {
            assertThat(connection.check()).isInstanceOf(Handover.NotDelivered.class);
            Files.writeString(payer.knownHosts(), known);
            assertThat(connection.check()).isInstanceOf(Handover.Delivered.class);
        }
    }

    private Path keyFile(KeyPair pair) throws Exception {
        Path file = Files.createFile(
                folder.resolve("id"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", null, out);
        return Files.write(file, out.toByteArray());
    }

    private void assertLetIn(Map<String, String> settings) {
        try (PayerConnection connection = payer.connect(settings)) {
            assertThat(connection.check()).isInstanceOf(Handover.Delivered.class);
        }
    }

    private void assertRefused(Map<String, String> settings, String reason) {
        try (PayerConnection connection = payer.connect(settings)) {
            for (Handover handover : List.of(
                    connection.stage(Outbound.file(folder, "a.837")),
                    connection.deliver(Outbound.file(folder, "a.837")),
                    connection.check())) {
                assertThat(handover).isInstanceOfSatisfying(Handover.NotDelivered.class, not -> {
                    assertThat(not.permanent()).isTrue();
                    assertThat(not.reason()).contains(reason);
                });
            }
            assertThat(connection.inquire(Outbound.file(folder, "a.837"))).isInstanceOf(Handover.Unknown.class);
            assertThat(connection.collect((name, bytes) -> {}).problem()).contains(reason);
        }
        assertThat(payer.stillOffers()).isEmpty();
    }
}
