package org.clearlane.connections;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Posts CORE requests for the length of one call and is closed with it. A connection is thus never reused after a
 * pause, when the payer may just have dropped it: with a reused one we could not tell whether a submission got through.
 * HTTP/1.1 only, no redirects, no retries of any kind.
 */
final class CoreClient implements AutoCloseable {

    /** Beyond the time limit of a request, big files get one second for each of these. */
    private static final long SLOWEST_BYTES_PER_SECOND = 64 * 1024;

    private final HttpClient http;
    private final URI url;
    private final Duration timeout;
    private final Path spoolFolder;

    CoreClient(PayerTls tls, URI url, Duration connectTimeout, Duration timeout, Path spoolFolder) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .sslContext(tls.context())
                .sslParameters(tls.parameters())
                .build();
        this.url = url;
        this.timeout = timeout;
        this.spoolFolder = spoolFolder;
    }

    /** A spool for one reply; the caller closes it when it is done with the reply. */
    Spool spool(long limit) throws IOException {
        return new Spool(spoolFolder, limit);
    }

    /** Sends one request, once. */
    CoreExchange post(SequencedMap<String, String> fields, Optional<Path> payload, Spool spool) {
        MultipartForm form = new MultipartForm(fields, payload);
        CountedBody body = new CountedBody(form.body());
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", form.contentType())
                .header("Accept", "multipart/form-data")
                .header("User-Agent", "Clearlane")
                .POST(body)
                .build();
        CompletableFuture<HttpResponse<Path>> reply = http.sendAsync(request, head -> spool);
        try {
            return replied(await(reply, body, spool), spool);
        } catch (ExecutionException e) {
            return broken(e.getCause(), body);
        } catch (TimeoutException e) {
            return body.given() == 0
                    ? new CoreExchange.NotSent("no connection in time", false)
                    : new CoreExchange.Broken("no whole reply in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return body.given() == 0
                    ? new CoreExchange.NotSent("interrupted", false)
                    : new CoreExchange.Broken("interrupted while waiting for the reply");
        } finally {
            reply.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpResponse<Path> await(CompletableFuture<HttpResponse<Path>> reply, CountedBody body, Spool spool)
            throws ExecutionException, TimeoutException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            // Both ways count: a payer that reads or answers drop by drop is given up like a silent one.
            long seconds = (body.given() + spool.received()) / SLOWEST_BYTES_PER_SECOND;
            long left = timeout.plusSeconds(seconds).toNanos() - (System.nanoTime() - start);
            if (left <= 0) {
                throw new TimeoutException();
            }
            try {
                return reply.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException lookAgain) {
                // More may have passed meanwhile: the limit is reckoned anew.
            }
        }
    }

    private static CoreExchange replied(HttpResponse<Path> response, Spool spool) {
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        try {
            if (response.headers().firstValue("Content-Encoding").isPresent()) {
                throw new MalformedReply("the reply is compressed, which was not asked for");
            }
            CoreReply reply = CoreReply.read(spool.file(), contentType);
            return new CoreExchange.Replied(response.statusCode(), response.headers(), Optional.of(reply), null);
        } catch (IOException e) {
            return new CoreExchange.Replied(
                    response.statusCode(), response.headers(), Optional.empty(), Handovers.why(e));
        }
    }

    private static CoreExchange broken(Throwable fault, CountedBody body) {
        if (fault instanceof SSLHandshakeException) {
            // The body is given to the TLS layer early, but the payer gets nothing of it before the handshake is done.
            boolean certificate = isCausedBy(fault, CertificateException.class)
                    || isCausedBy(fault, CertPathValidatorException.class);
            return new CoreExchange.NotSent(
                    certificate
                            ? "the payer's certificate is not trusted: " + Handovers.why(fault)
                            : "the TLS handshake failed: " + Handovers.why(fault),
                    certificate);
        }
        boolean neverConnected = fault instanceof ConnectException
                || fault instanceof HttpConnectTimeoutException
                || isCausedBy(fault, UnresolvedAddressException.class);
        if (neverConnected || body.given() == 0) {
            return new CoreExchange.NotSent("the payer cannot be reached: " + Handovers.why(fault), false);
        }
        return new CoreExchange.Broken("the connection broke after sending: " + Handovers.why(fault));
    }

    private static boolean isCausedBy(Throwable fault, Class<? extends Throwable> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
