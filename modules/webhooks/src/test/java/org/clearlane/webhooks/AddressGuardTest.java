package org.clearlane.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearlane.webhooks.WebhookSender.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that lead back into our own network are never begun. */
class AddressGuardTest {

    private static final WebhookMessage MESSAGE = new WebhookMessage("evt_1", 1, "v1,x", "{}");

    /** How many have connected so far. */
    static int connections(ServerSocket listener) throws IOException {
        listener.setSoTimeout(50);
        int count = 0;
        try {
            while (true) {
                listener.accept().close();
                count++;
            }
        } catch (SocketTimeoutException nobodyElse) {
            return count;
        }
    }

    private static AddressGuard guard(int port, AddressGuard.Names names, String... allowed) {
        return new AddressGuard(List.of(allowed), Set.of(port), names);
    }

    private static Answer send(AddressGuard guard, String url) {
        try (WebhookSender sender = new WebhookSender(guard)) {
            return sender.send(url, MESSAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "localhost",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]"
            })
    void connectsToNothingOfThisMachine(String host) throws Exception {
        try (ServerSocket listener = new ServerSocket(0)) {
            int port = listener.getLocalPort();
            AddressGuard guard = guard(port, InetAddress::getAllByName);
            String url = "https://" + host + ":" + port + "/";

            assertThat(guard.objection(url)).isPresent();
            assertThat(send(guard, url).status()).isNull();
            assertThat(connections(listener)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "[fe80::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[ff02::1]",
                "[64:ff9b::7f00:1]",
                "[2001:db8::1]",
                "[2001::1]",
                "[2002:7f00:1::]",
                "[::ffff:10.0.0.1]",
                "[::ffff:a9fe:a9fe]"
            })
    void refusesWhatIsNotThePublicInternet(String host) {
        AddressGuard guard = new AddressGuard(List.of());
        assertThat(guard.objection("https://" + host + "/"))
                .hasValueSatisfying(why -> assertThat(why).contains("not on the public internet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "[2606:2800:21f:cb07:6820:80da:af6b:8b2c]"})
    void takesThePublicInternet(String host) {
        assertThat(new AddressGuard(List.of()).objection("https://" + host + "/hook"))
                .isEmpty();
    }

    @Test
    void refusesANameWithOnePrivateAddressAmongPublicOnes() {
        AddressGuard guard = guard(443, host ->
                new InetAddress[] {InetAddress.getByName("93.184.215.14"), InetAddress.getByName("192.168.1.1")});
        assertThat(guard.objection("https://hooks.example.org/")).isPresent();
    }

    @Test
    void isNotFooledByANameThatMeansSomethingElseAMomentLater() throws Exception {
        try (ServerSocket listener = new ServerSocket(0)) {
            AtomicInteger asked = new AtomicInteger();
            AddressGuard guard = guard(listener.getLocalPort(), host -> new InetAddress[] {
                InetAddress.getByName(asked.incrementAndGet() == 1 ? "93.184.215.14" : "127.0.0.1")
            });
            String url = "https://hooks.example.org:" + listener.getLocalPort() + "/";

            assertThat(guard.objection(url)).as("when it is entered").isEmpty();
            assertThat(send(guard, url).problem()).contains("not on the public internet");
            assertThat(asked)
                    .as("once for each connection, and its answer is what is connected to")
                    .hasValue(2);
            assertThat(connections(listener)).isZero();
        }
    }

    @Test
    void connectsToTheAddressThatWasLookedAtAndLooksNoSecondTime() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            AtomicInteger asked = new AtomicInteger();
            String origin = "https://hooks.example.org:" + listener.getLocalPort();
            AddressGuard guard = guard(
                    443,
                    host -> {
                        if (asked.incrementAndGet() > 1) {
                            throw new UnknownHostException(host);
                        }
                        return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
                    },
                    origin);
            Thread receiver = Thread.ofVirtual().start(() -> {
                try {
                    listener.accept().close();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(send(guard, origin + "/").status()).isNull();
            receiver.join(5_000);
            assertThat(receiver.isAlive()).as("somebody connected").isFalse();
            assertThat(asked).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "https://hooks.example.org:22/",
                "https://user:secret@hooks.example.org/",
                "https://hooks.example.org/#x",
                "https:///x",
                "https://a b/",
                "javascript:alert(1)",
                "hooks.example.org",
                ""
            })
    void refusesWhatIsNoPlainHttpsAddress(String url) {
        assertThat(new AddressGuard(List.of()).objectionToText(url)).isPresent();
    }

    @Test
    void allowsInsideOnlyWhatTheOperatorNames() {
        AddressGuard guard = new AddressGuard(List.of("http://10.0.0.5:9000"));
        assertThat(guard.objection("http://10.0.0.5:9000/hook")).isEmpty();
        assertThat(guard.objection("http://10.0.0.5:9001/hook")).isPresent();
        assertThat(guard.objection("https://10.0.0.5:9000/hook")).isPresent();
        assertThat(guard.objection("http://10.0.0.6:9000/hook")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.5:9000", "http://10.0.0.5", "http://10.0.0.5:9000/x", "ftp://x:21", "http://u@x:80"})
    void takesOnlyWholeOriginsForAnException(String entry) {
        assertThat(AddressGuard.isOrigin(entry)).isFalse();
        assertThat(AddressGuard.isOrigin("https://erp.inside.example:8443")).isTrue();
    }

    @Test
    void givesTheAddressesOfTheVeryNameThatIsCalled() throws Exception {
        AddressGuard guard = guard(443, InetAddress::getAllByName);
        assertThat(guard.addresses(URI.create("https://93.184.215.14/")))
                .containsExactly(InetAddress.getByName("93.184.215.14"));
    }
}
