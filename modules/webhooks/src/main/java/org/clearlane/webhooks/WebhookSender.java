package org.clearlane.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request and says what became of it. It connects to the very addresses that {@link AddressGuard} looked at,
 * follows no redirect, keeps no cookie, unpacks nothing, uses no proxy, and reads no more than the first bytes of an answer
 * that is a refusal. Safe for use by several threads.
 */
final class WebhookSender implements AutoCloseable {

    /** From looking up the name to the answer's first line. */
    static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int FIRST_BYTES = 200;

    private final AddressGuard guard;
    private final Duration timeout;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    /**
     * What came of it.
     *
     * @param status the receiver's answer, or null where there was none
     * @param retryAfter what its Retry-After says, or null
     * @param problem why it does not count; empty where it does
     */
    record Answer(Integer status, String retryAfter, String problem) {

        /** Only 2xx counts. */
        boolean arrived() {
            return status != null && status / 100 == 2;
        }
    }

    WebhookSender(AddressGuard guard) {
        this(guard, TIMEOUT);
    }

    WebhookSender(AddressGuard guard, Duration timeout) {
        this.guard = guard;
        this.timeout = timeout;
    }

    Answer send(String url, WebhookMessage message) {
        String objection = guard.objectionToText(url).orElse(null);
        if (objection != null) {
            return new Answer(null, null, objection);
        }
        URI uri = URI.create(url);
        HttpPost post = new HttpPost(uri);
        post.setHeader("User-Agent", "Clearlane-Webhooks");
        post.setHeader("webhook-id", message.id());
        post.setHeader("webhook-timestamp", Long.toString(message.timestamp()));
        post.setHeader("webhook-signature", message.signature());
        post.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        ScheduledFuture<?> deadline = deadlines.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        PoolingHttpClientConnectionManager connections = connections(uri);
        try (CloseableHttpClient client = client(connections)) {
            return answer(client, post);
        } catch (IOException e) {
            return new Answer(null, null, problem(e, post.isCancelled()));
        } finally {
            deadline.cancel(false);
            // At once: what a receiver goes on saying is of no interest.
            connections.close(CloseMode.IMMEDIATE);
        }
    }

    private Answer answer(CloseableHttpClient client, HttpPost post) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, post, HttpClientContext.create());
        int status = response.getCode();
        Header retryAfter = response.getFirstHeader("Retry-After");
        String after = retryAfter == null ? null : retryAfter.getValue();
        if (status / 100 == 2) {
            return new Answer(status, after, "");
        }
        String said = status / 100 == 3 ? "it leads elsewhere, and nobody goes there" : firstBytes(response);
        return new Answer(status, after, ("answered " + status + (said.isEmpty() ? "" : ": " + said)));
    }

    /** What people see of a refusal: printable characters, few. An answer that breaks off was an answer. */
    private static String firstBytes(ClassicHttpResponse response) {
        if (response.getEntity() == null) {
            return "";
        }
        try {
            InputStream body = response.getEntity().getContent();
            byte[] bytes = body.readNBytes(FIRST_BYTES);
            return new String(bytes, StandardCharsets.US_ASCII)
                    .replaceAll("[^!-~]+", " ")
                    .strip();
        } catch (IOException brokenOff) {
            return "";
        }
    }

    private PoolingHttpClientConnectionManager connections(URI uri) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        return guard.addresses(uri);
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                })
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(CONNECT))
                        .setSocketTimeout(Timeout.of(timeout))
                        .build())
                .build();
    }

    private static CloseableHttpClient client(PoolingHttpClientConnectionManager connections) {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionManagerShared(true)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setContentCompressionEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setHardCancellationEnabled(true)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    private static String problem(IOException e, boolean late) {
        if (e instanceof AddressGuard.Forbidden) {
            return e.getMessage();
        }
        if (late || e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return "no answer within " + TIMEOUT.toSeconds() + " s";
        }
        return switch (e) {
            case UnknownHostException unknown -> "its name is not known";
            case SSLException tls -> "no trusted connection (TLS)";
            case ConnectException refused -> "nobody answers at that address";
            default -> "the connection broke off";
        };
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
