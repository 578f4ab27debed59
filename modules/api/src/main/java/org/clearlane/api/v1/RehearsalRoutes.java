package org.clearlane.api.v1;

import static org.clearlane.store.ledger.ApiScope.VALIDATE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.ApiPart;
import org.clearlane.api.ApiRoute;
import org.clearlane.api.PracticeView;
import org.clearlane.pipeline.judging.FileRehearsal;

/**
 * Judging and translating without keeping anything. A file that was judged bad is an answer as good as any: 200 with its
 * verdict. What cannot be translated at all is 422.
 */
public final class RehearsalRoutes implements ApiPart {

    private final FileRehearsal rehearsal;
    private final int largest;
    private final Semaphore places;

    public RehearsalRoutes(ApiMeans means) {
        this.rehearsal = means.rehearsal();
        this.largest = means.limits().largestRehearsal();
        this.places = new Semaphore(means.limits().rehearsalsAtOnce());
    }

    @Override
    public String document() {
        return "rehearsals.yaml";
    }

    @Override
    public List<ApiRoute> routes() {
        return List.of(
                ApiRoute.post("/v1/validate", "validate", VALIDATE, call -> withBody(call, this::validate)),
                ApiRoute.post("/v1/translate", "translate", VALIDATE, call -> withBody(call, this::translate)));
    }

    @FunctionalInterface
    private interface Work {
        void on(ApiCall call, byte[] body);
    }

    private void withBody(ApiCall call, Work work) throws IOException {
        byte[] body = null;
        if (call.context().req().getContentLengthLong() <= largest) {
            try (InputStream in = call.body()) {
                body = in.readNBytes(largest + 1);
            }
        } else {
            call.hearOut();
        }
        if (body == null || body.length > largest) {
            call.problem(
                    413,
                    "file-too-large",
                    "The file is too large",
                    "At most " + largest + " bytes are judged or translated without being kept. Hand the file in, or"
                            + " send it in parts.");
        } else if (body.length == 0) {
            call.problem(400, "empty-file", "The file is empty", "Send the file's bytes as the body.");
        } else if (!places.tryAcquire()) {
            call.context().header("Retry-After", "1");
            call.problem(
                    503,
                    "busy",
                    "Too many files are being judged right now",
                    "It is not your key that asked too often: all places are taken. Nothing was done; send it again in a"
                            + " second.");
        } else {
            try {
                work.on(call, body);
            } finally {
                places.release();
            }
        }
    }

    private void validate(ApiCall call, byte[] body) {
        FileRehearsal.Judged judged = rehearsal.judge(call.practiceId(), body);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("verdict", judged.verdict().name());
        if (!judged.format().isEmpty()) {
            answer.put("format", judged.format());
        }
        answer.put("claimsTotal", judged.claims().total());
        answer.put("claimsAccepted", judged.claims().accepted());
        answer.put("claimsRejected", judged.claims().rejected());
        answer.put("claimsHeld", judged.claims().held());
        answer.put("charge", PracticeView.money(judged.claims().totalCharge()));
        answer.put("errors", Findings.of(judged.findings()));
        answer.put("errorsNotShown", judged.more());
        call.answer(200, answer);
    }

    private void translate(ApiCall call, byte[] body) {
        Optional<FileRehearsal.Translated> found = rehearsal.translate(call.practiceId(), body, call.query("format"));
        if (found.isEmpty()) {
            call.problem(
                    422,
                    "unknown-format",
                    "No format of tables fits",
                    "The first line has to hold the headings of a format, or name one in format; known: "
                            + String.join(", ", rehearsal.formats()) + ".");
            return;
        }
        FileRehearsal.Translated translated = found.get();
        if (translated.x12().length == 0) {
            call.problem(
                    422,
                    "nothing-translated",
                    "No claim could be translated",
                    "Each row that stood in the way is told under errors.",
                    Findings.of(translated.findings()));
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outcome", translated.outcome().name().toLowerCase(Locale.ROOT));
        answer.put("format", translated.format());
        answer.put("rows", translated.counts().rows());
        answer.put("claimsWritten", translated.counts().claimsWritten());
        answer.put("claimsLeftOut", translated.counts().claimsLeftOut());
        answer.put("charge", PracticeView.money(translated.counts().chargesWritten()));
        answer.put("errors", Findings.of(translated.findings()));
        answer.put(
                "errorsNotShown",
                translated.counts().problems() - translated.findings().size());
        answer.put("x12", new String(translated.x12(), StandardCharsets.ISO_8859_1));
        call.answer(200, answer);
    }
}
