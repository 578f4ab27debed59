package org.clearlane.connections;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clearlane.connections.CoreExchange.Broken;
import org.clearlane.connections.CoreExchange.NotSent;
import org.clearlane.connections.CoreExchange.Replied;
import org.clearlane.model.Failure;
import org.clearlane.model.connection.AnswerSink;
import org.clearlane.model.connection.PayerConnection.Collection;

/**
 * Asks a payer for batch results, one after the other, until it says that none is waiting. The receipt of an answer is
 * confirmed after the sink has it. An answer that could not be taken is not confirmed; when the payer offers it a
 * second time in one collecting, there is nothing more to be had now.
 */
final class CoreAnswers {

    /** What an envelope may add to its payload. */
    private static final long ENVELOPE_BYTES = 1024 * 1024;

    private final CoreEnvelope envelope;
    private final String resultsRequestType;
    private final String resultsAckType;
    private final long maxAnswers;
    private final long maxAnswerBytes;

    CoreAnswers(Settings settings, CoreEnvelope envelope) {
        this.envelope = envelope;
        this.resultsRequestType = settings.text("resultsRequestType");
        this.resultsAckType = settings.text("resultsAckType");
        this.maxAnswers = settings.number("maxAnswers");
        this.maxAnswerBytes = settings.number("maxAnswerBytes");
    }

    Collection collect(CoreClient client, AnswerSink sink) {
        Problems problems = new Problems();
        Set<String> seen = new HashSet<>();
        int taken = 0;
        boolean reached = true;
        try {
            for (long asked = 0; asked < maxAnswers; asked++) {
                try (Spool spool = client.spool(maxAnswerBytes + ENVELOPE_BYTES)) {
                    int before = problems.count();
                    Optional<CoreReply> answer = next(client, spool, problems);
                    reached = problems.count() == before;
                    if (answer.isEmpty() || !seen.add(key(answer.get()))) {
                        break;
                    }
                    if (give(answer.get(), spool, sink, problems)) {
                        taken++;
                        confirm(client, answer.get().payloadId(), problems);
                    }
                }
            }
        } catch (IOException e) {
            problems.add("the spool folder cannot be used: " + Handovers.why(e));
        } catch (Failure secret) {
            problems.add(secret.getMessage());
            reached = false;
        }
        return new Collection(taken, problems.orNull(), reached);
    }

    private Optional<CoreReply> next(CoreClient client, Spool spool, Problems problems) {
        CoreExchange exchange = client.post(
                envelope.request(resultsRequestType, UUID.randomUUID().toString()), Optional.empty(), spool);
        if (exchange instanceof NotSent not) {
            problems.add(not.reason());
            return Optional.empty();
        }
        if (exchange instanceof Broken broken) {
            problems.add(broken.reason());
            return Optional.empty();
        }
        Replied replied = (Replied) exchange;
        if (replied.status() == 204) {
            return Optional.empty();
        }
        if (replied.status() / 100 != 2 || replied.reply().isEmpty()) {
            problems.add("the payer answered HTTP " + replied.status()
                    + (replied.fault() == null ? "" : ": " + replied.fault()));
            return Optional.empty();
        }
        CoreReply reply = replied.reply().get();
        if (reply.saysNoneWaiting()) {
            return Optional.empty();
        }
        if (!reply.errorCode().isEmpty() && !reply.isSuccess()) {
            problems.add("the payer said " + PeerText.shown(reply.errorCode()));
            return Optional.empty();
        }
        return Optional.of(reply);
    }

    private boolean give(CoreReply answer, Spool spool, AnswerSink sink, Problems problems) {
        String id = answer.payloadId();
        if (FileNames.judge(id) != FileNames.Verdict.ANSWER) {
            problems.add("an answer with a strange PayloadID is left at the payer: " + PeerText.shown(id));
            return false;
        }
        Optional<String> mistake = answer.mistakeInPayload();
        if (mistake.isPresent()) {
            problems.add("answer " + id + " is left at the payer: " + mistake.get());
            return false;
        }
        if (answer.payload().orElseThrow().length() > maxAnswerBytes) {
            problems.add("answer " + id + " is left at the payer: it is larger than " + maxAnswerBytes + " bytes");
            return false;
        }
        try (InputStream bytes = spool.slice(
                answer.payload().get().offset(), answer.payload().get().length())) {
            sink.take(id, bytes);
            return true;
        } catch (IOException | UncheckedIOException | Failure e) {
            problems.add("answer " + id + " stays at the payer: " + Handovers.why(e));
            return false;
        }
    }

    private void confirm(CoreClient client, String payloadId, Problems problems) throws IOException {
        try (Spool spool = client.spool(ENVELOPE_BYTES)) {
            CoreExchange exchange = client.post(envelope.request(resultsAckType, payloadId), Optional.empty(), spool);
            boolean confirmed = exchange instanceof Replied replied
                    && (replied.status() == 204
                            || replied.status() / 100 == 2
                                    && replied.reply().map(CoreReply::isSuccess).orElse(false));
            if (!confirmed) {
                problems.add("the payer did not take the receipt of answer " + payloadId + "; it will come again");
            }
        }
    }

    private static String key(CoreReply answer) {
        return answer.payloadId().toLowerCase(Locale.ROOT);
    }
}
