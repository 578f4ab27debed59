package org.clearlane.api.v1;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiMeans;
import org.clearlane.model.CrashPoint;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.IdempotencyKeys;
import org.clearlane.store.ledger.Ledger;

/**
 * {@code POST /v1/files}: one file, its bytes as the body. The answer is given when the bytes are on disk and the file
 * is in the ledger. The same Idempotency-Key with the same bytes gets the same answer, however often it is sent.
 */
final class FileUpload {

    private final FileIntake intake;
    private final Ledger ledger;
    private final long largestFile;
    /** Keys whose file is coming in on this node. Other nodes meet in the ledger, where the key is unique. */
    private final Set<String> comingIn = ConcurrentHashMap.newKeySet();

    FileUpload(ApiMeans means) {
        this.intake = means.intake();
        this.ledger = means.ledger();
        this.largestFile = means.limits().largestFile();
    }

    void take(ApiCall call) {
        String key =
                Optional.ofNullable(call.context().header("Idempotency-Key")).orElse("");
        String using = call.practiceId() + " " + key;
        if (!comingIn.add(using)) {
            call.context().header("Retry-After", "1");
            call.problem(
                    409,
                    "in-progress",
                    "A request with this Idempotency-Key is under way",
                    "Send it again in a moment: it gets the answer of the first.");
            return;
        }
        try {
            keep(call, key);
        } finally {
            comingIn.remove(using);
        }
    }

    private void keep(ApiCall call, String key) {
        if (call.context().req().getContentLengthLong() > largestFile) {
            call.hearOut();
            tooLarge(call);
            return;
        }
        try (InputStream body = call.body()) {
            Archive.Kept kept = intake.keep(body);
            if (kept.size() == 0) {
                call.problem(
                        400, "empty-file", "The file is empty", "Nothing was kept. Send the file's bytes as the body.");
                return;
            }
            enter(call, key, kept);
        } catch (Failure failure) {
            switch (failure.code()) {
                case FILE_TOO_LARGE -> tooLarge(call);
                case KEY_REUSED ->
                    call.problem(
                            422,
                            "key-reused",
                            "Idempotency-Key was used for another file",
                            "This key came with other bytes before. Use a new key for a new file.");
                default -> throw failure;
            }
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the body could not be read", e);
        }
    }

    private void enter(ApiCall call, String key, Archive.Kept kept) {
        String name = call.query("name").isEmpty() ? "upload" : call.query("name");
        CrashPoint.INTAKE_BEFORE_COMMIT.reached();
        FileIntake.Receipt receipt = ledger.transact(tx -> {
            Optional<IdempotencyKeys.Used> used = IdempotencyKeys.find(tx, call.practiceId(), key);
            if (used.isEmpty()) {
                String arrival = "key " + key + " by " + call.key().id();
                FileIntake.Receipt entered = intake.enter(tx, call.practiceId(), "api", name, arrival, kept);
                if (IdempotencyKeys.use(
                        tx, call.practiceId(), key, kept.sha256(), entered.fileId(), entered.repeat())) {
                    return entered;
                }
                used = IdempotencyKeys.find(tx, call.practiceId(), key);
            }
            IdempotencyKeys.Used earlier = used.orElseThrow();
            if (!earlier.bodySha256().equals(kept.sha256())) {
                throw new Failure(FailureCode.KEY_REUSED, "the key came with other bytes");
            }
            return new FileIntake.Receipt(earlier.fileId(), kept.sha256(), earlier.repeat());
        });
        CrashPoint.INTAKE_AFTER_COMMIT.reached();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", receipt.fileId());
        answer.put("sha256", receipt.sha256());
        answer.put("outcome", receipt.repeat() ? "duplicate" : "received");
        if (receipt.repeat()) {
            answer.put("duplicateOf", receipt.fileId());
        }
        answer.put("status", "/v1/files/" + receipt.fileId());
        call.context().header("Location", "/v1/files/" + receipt.fileId());
        call.answer(202, answer);
    }

    private void tooLarge(ApiCall call) {
        call.problem(
                413,
                "file-too-large",
                "The file is too large",
                "At most " + largestFile + " bytes are taken. Nothing was kept; send the claims in several files.");
    }
}
