package org.clearlane.console.screens.queues;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Worklist;

/**
 * Something on the worklist that is the operators' to settle, in fixed words: what the row itself says may tell of a patient.
 *
 * @param subject what it is about, an identifier of ours
 */
public record OperatorTask(long id, Worklist.Kind kind, String subject, String payerId, Money amount, Instant since) {

    private static final String[] KINDS = {
        "UNREADABLE_ANSWER",
        "UNMATCHED_ANSWER",
        "REFUSED_BATCH",
        "UNKNOWN_FOLDER",
        "SET_NOT_FORWARDED",
        "REFUSED_BANK_FILE",
        "RULES_REFUSED"
    };

    /** What it is. */
    public String words() {
        return switch (kind) {
            case UNREADABLE_ANSWER -> "A payer's answer cannot be read";
            case UNMATCHED_ANSWER -> "A payer's answer speaks of something we did not send";
            case REFUSED_BATCH -> "A payer refused a whole batch; its practices were told";
            case UNKNOWN_FOLDER -> "The inbox holds a folder of nobody";
            case SET_NOT_FORWARDED -> "Somebody handed in what is no claim; it was answered and goes nowhere";
            case REFUSED_BANK_FILE -> "A bank's file was refused whole";
            case RULES_REFUSED -> "Changed rules or edits hold mistakes; those before stay in force";
            default -> kind.name();
        };
    }

    /** What to do about it. */
    public String toDo() {
        return switch (kind) {
            case UNREADABLE_ANSWER -> "Ask the payer for it again; the bytes are kept.";
            case UNMATCHED_ANSWER -> "Compare its numbers with the payer; it may be meant for somebody else.";
            case REFUSED_BATCH -> "Read the payer's codes with clearlane worklist, and mend its profile.";
            case UNKNOWN_FOLDER -> "Name a practice so, or move the folder.";
            case SET_NOT_FORWARDED -> "Tell the practice that it has to send it elsewhere.";
            case REFUSED_BANK_FILE -> "Mend its layout in config/banks, and hand it in again.";
            case RULES_REFUSED -> "Mend the file that clearlane worklist names.";
            default -> "";
        };
    }

    /** What is open, the oldest first, behind this one. */
    static List<OperatorTask> open(Connection connection, long after, int most) throws SQLException {
        return Sql.list(
                connection,
                """
                select id, kind, subject, payer_id, amount_cents, created_at from worklist
                where resolved_at is null and kind = any(?) and id > ? order by id limit ?""",
                row -> new OperatorTask(
                        row.getLong("id"),
                        Worklist.Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("payer_id"),
                        row.getObject("amount_cents") == null ? null : new Money(row.getLong("amount_cents")),
                        Sql.instant(row, "created_at")),
                KINDS,
                after,
                most);
    }

    /** One of them, if it is open and of these kinds. */
    static java.util.Optional<OperatorTask> one(Connection connection, long id) throws SQLException {
        return open(connection, id - 1, 1).stream()
                .filter(task -> task.id() == id)
                .findFirst();
    }
}
