package org.clearlane.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A payer behind HTTPS on loopback: one path, CAQH CORE forms by POST. */
final class HttpsDoor implements Door {

    /** Enough for a batch of 100,000 claims; more is refused with 413. */
    private static final int LONGEST_BODY_BYTES = 128 << 20;

    private static final String PATH = "/core";
    private static final Logger LOG = LoggerFactory.getLogger(HttpsDoor.class);

    private final PayerSettings payer;
    private final PayerFolders folders;
    private final CoreService service;
    private final Clock clock;
    private final KeptPort port;
    private final AtomicInteger cuts = new AtomicInteger();
    private Certificates certificates;
    private HttpsServer server;
    private ExecutorService threads;
    private int bound;

    HttpsDoor(PayerSettings payer, PayerFolders folders, SimulatedPayer house, Clock clock) {
        this.payer = payer;
        this.folders = folders;
        this.service = new CoreService(payer, house, clock);
        this.clock = clock;
        this.port = new KeptPort(payer.port(), folders.file("port"));
    }

    @Override
    public void open() throws IOException {
        Files.createDirectories(folders.out());
        certificates = Certificates.in(folders.keys(), clock);
        bound = port.bind(this::start);
    }

    private int start(int wanted) throws IOException {
        HttpsServer starting = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted), 0);
        starting.setHttpsConfigurator(new HttpsConfigurator(certificates.context()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                parameters.setSSLParameters(tls);
            }
        });
        threads = Executors.newVirtualThreadPerTaskExecutor();
        starting.setExecutor(threads);
        starting.createContext(PATH, this::serve);
        starting.start();
        server = starting;
        return starting.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY_BYTES + 1);
            if (body.length > LONGEST_BODY_BYTES) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            Multipart form = Multipart.read(exchange.getRequestHeaders().getFirst("Content-Type"), body);
            if (form == null) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            reply(exchange, form);
        } catch (RuntimeException e) {
            LOG.error("payer {}: a request could not be served", payer.id(), e);
            throw e;
        }
    }

    private void reply(HttpExchange exchange, Multipart form) throws IOException {
        Multipart reply = service.reply(form);
        boolean submission = CoreService.Request.of(form.text("PayloadType")) == CoreService.Request.SUBMISSION;
        if (submission && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            // Closing an exchange without headers closes the connection: the effect is there, the reply is not.
            return;
        }
        String boundary = "clearlane-" + UUID.randomUUID();
        byte[] bytes = reply.write(boundary);
        exchange.getResponseHeaders().set("Content-Type", "multipart/form-data; boundary=" + boundary);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
            // Not interrupted: a request in hand is journaled to its end.
            threads.shutdown();
            server = null;
        }
    }

    @Override
    public PayerEndpoint endpoint() {
        try {
            return new PayerEndpoint.Https(
                    URI.create("https://127.0.0.1:" + bound + PATH),
                    certificates.pem(),
                    payer.user(),
                    payer.password(),
                    payer.payerId());
        } catch (IOException e) {
            throw new IllegalStateException("a certificate in memory can be encoded", e);
        }
    }

    @Override
    public void acceptThenCut(int times) {
        cuts.set(times);
    }
}
