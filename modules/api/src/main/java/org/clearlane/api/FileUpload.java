package org.clearlane.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_NAME = 255;

    private final FileIntake intake;
    private final Ledger ledger;
    private final long largestFile;

    FileUpload(FileIntake intake, Ledger ledger, long largestFile) {
        this.intake = intake;
        this.ledger = ledger;
        this.largestFile = largestFile;
    }

    void handle(Context context, String practiceId) {
        String key = context.header("Idempotency-Key");
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            Problem.answer(
                    context,
                    400,
                    "idempotency-key",
                    "Idempotency-Key is missing or too long",
                    "Send an Idempotency-Key of 1 to 255 characters, new for each file and the same for each retry.");
            return;
        }
        if (context.req().getContentLengthLong() > largestFile) {
            tooLarge(context);
            return;
        }
        try (InputStream body = context.bodyInputStream()) {
            Archive.Kept kept = intake.keep(body);
            if (kept.size() == 0) {
                Problem.answer(
                        context,
                        400,
                        "empty-file",
                        "The file is empty",
                        "Nothing was kept. Send the file's bytes as the body.");
                return;
            }
            take(context, practiceId, key, kept);
        } catch (Failure failure) {
            switch (failure.code()) {
                case FILE_TOO_LARGE -> tooLarge(context);
                case KEY_REUSED ->
                    Problem.answer(
                            context,
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

    private void take(Context context, String practiceId, String key, Archive.Kept kept) {
        String name = Optional.ofNullable(context.queryParam("name")).orElse("upload");
        String shortName = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        CrashPoint.INTAKE_BEFORE_COMMIT.reached();
        FileIntake.Receipt receipt = ledger.transact(tx -> {
            Optional<IdempotencyKeys.Used> used = IdempotencyKeys.find(tx, practiceId, key);
            if (used.isEmpty()) {
                FileIntake.Receipt entered = intake.enter(tx, practiceId, "api", shortName, "key " + key, kept);
                if (IdempotencyKeys.use(tx, practiceId, key, kept.sha256(), entered.fileId(), entered.repeat())) {
                    return entered;
                }
                used = IdempotencyKeys.find(tx, practiceId, key);
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
        context.status(202).header("Location", "/v1/files/" + receipt.fileId()).json(answer);
    }

    private void tooLarge(Context context) {
        Problem.answer(
                context,
                413,
                "file-too-large",
                "The file is too large",
                "At most " + largestFile + " bytes are taken. Nothing was kept; send the claims in several files.");
    }
}
