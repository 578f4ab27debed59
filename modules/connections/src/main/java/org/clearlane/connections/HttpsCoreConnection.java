package org.clearlane.connections;

import static org.clearlane.connections.Handovers.unknown;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clearlane.model.Failure;
import org.clearlane.model.connection.AnswerSink;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;

/**
 * A payer reached by the HTTP MIME envelope of CAQH CORE. There is nothing to stage; delivering is one POST, which is
 * never repeated here. The PayloadID is what a payer tells a repeat by, and what an inquiry asks for.
 */
final class HttpsCoreConnection implements PayerConnection {

    private static final long LONGEST_RECEIPT_BYTES = 1024 * 1024;

    private final URI url;
    private final PayerTls tls;
    private final Clock clock;
    private final CoreEnvelope envelope;
    private final CoreAnswers answers;
    private final Duration connectTimeout;
    private final Duration requestTimeout;
    private final Path spoolFolder;
    private final boolean inquires;
    private final String acksRequestType;

    HttpsCoreConnection(Settings settings, Clock clock) {
        this.url = settings.url("url");
        this.tls = PayerTls.trusting(settings.optional("trust").map(Path::of));
        this.clock = clock;
        this.envelope = new CoreEnvelope(settings, clock);
        this.answers = new CoreAnswers(settings, envelope);
        this.connectTimeout = settings.milliseconds("connectTimeoutMs");
        this.requestTimeout = settings.milliseconds("requestTimeoutMs");
        this.spoolFolder = Path.of(settings.optional("spool").orElseGet(() -> System.getProperty("java.io.tmpdir")));
        this.inquires = settings.text("inquiry").equals("payload-id");
        this.acksRequestType = settings.text("acksRequestType");
        envelope.provideSecrets();
    }

    @Override
    public Handover stage(OutboundFile file) {
        FileNames.outbound(file);
        return Handovers.delivered("nothing to stage");
    }

    @Override
    public Handover deliver(OutboundFile file) {
        FileNames.outbound(file);
        String checkSum = OutboundContent.prove(file);
        return exchange(
                () -> envelope.payload(file.payloadType(), file.payloadId(), file.size(), checkSum),
                Optional.of(file.content()),
                exchange -> CoreVerdict.ofSubmission(exchange, clock));
    }

    @Override
    public Handover inquire(OutboundFile file) {
        if (!inquires) {
            return unknown("this payer cannot be asked about a file");
        }
        return exchange(
                () -> envelope.request(acksRequestType, file.payloadId()),
                Optional.empty(),
                exchange -> CoreVerdict.ofInquiry(exchange, file.payloadId()));
    }

    @Override
    public Collection collect(AnswerSink sink) {
        try (CoreClient client = client()) {
            return answers.collect(client, sink);
        }
    }

    /** Asks after a PayloadID that nobody has: a request that changes nothing at the payer. */
    @Override
    public Handover check() {
        return exchange(
                () -> envelope.request(acksRequestType, UUID.randomUUID().toString()),
                Optional.empty(),
                CoreVerdict::ofCheck);
    }

    @Override
    public void close() {
        // Nothing is held open between calls.
    }

    @Override
    public String toString() {
        return "https-core connection";
    }

    private Handover exchange(
            Supplier<SequencedMap<String, String>> fields,
            Optional<Path> payload,
            Function<CoreExchange, Handover> verdict) {
        SequencedMap<String, String> filled;
        try {
            filled = fields.get();
        } catch (Failure secret) {
            return verdict.apply(new CoreExchange.NotSent(secret.getMessage(), true));
        }
        try (CoreClient client = client();
                Spool spool = client.spool(LONGEST_RECEIPT_BYTES)) {
            return verdict.apply(client.post(filled, payload, spool));
        } catch (IOException e) {
            // Only opening the spool throws it, and that comes before anything is sent.
            return verdict.apply(
                    new CoreExchange.NotSent("the spool folder cannot be written: " + Handovers.why(e), false));
        }
    }

    private CoreClient client() {
        return new CoreClient(tls, url, connectTimeout, requestTimeout, spoolFolder);
    }
}
