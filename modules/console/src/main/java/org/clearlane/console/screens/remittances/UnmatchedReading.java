package org.clearlane.console.screens.remittances;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.console.screens.remittances.UnmatchedMoney.Carried;
import org.clearlane.console.screens.remittances.UnmatchedMoney.Item;
import org.clearlane.model.Money;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.AdjustmentLabels.Kind;
import org.clearlane.remittance.AdjustmentLabels.Label;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Worklist;

/** Reads money that fits nowhere yet. Whose is the connection's business. */
final class UnmatchedReading {

    static final int PAGE = 50;

    /** What of the worklist is about money. */
    static final List<Worklist.Kind> KINDS = List.of(
            Worklist.Kind.UNBALANCED_REMITTANCE,
            Worklist.Kind.UNMATCHED_PAYMENT,
            Worklist.Kind.MISSING_ERA,
            Worklist.Kind.MISSING_EFT,
            Worklist.Kind.UNCERTAIN_EFT,
            Worklist.Kind.OPEN_REVERSAL,
            Worklist.Kind.DUPLICATE_PAYMENT);

    private final Connection connection;
    private final AdjustmentLabels labels;

    UnmatchedReading(Connection connection, AdjustmentLabels labels) {
        this.connection = connection;
        this.labels = labels;
    }

    static String[] kinds() {
        return KINDS.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Those behind this one, newest first; 0 for the newest. */
    List<Item> items(long behind, Instant now, int limit) throws SQLException {
        return Sql.list(
                connection,
                """
                select id, kind, subject, message, coalesce(payer_id, '') as payer, created_at,
                    coalesce(amount_cents, 0) as cents
                from worklist where resolved_at is null and kind = any(?) and (? = 0 or id < ?) order by id desc limit ?""",
                row -> {
                    Worklist.Kind kind = Worklist.Kind.valueOf(row.getString("kind"));
                    Instant since = Sql.instant(row, "created_at");
                    String subject = row.getString("subject").split(" ")[0];
                    return new Item(
                            row.getLong("id"),
                            words(kind),
                            todo(kind),
                            row.getString("message"),
                            row.getString("payer"),
                            since,
                            Math.max(0, Duration.between(since, now).toDays()),
                            new Money(row.getLong("cents")),
                            path(subject));
                },
                kinds(),
                behind,
                behind,
                limit);
    }

    /** A remittance's page; an answer's, until {@link #withRemittances} has found its remittance, is the answer's number. */
    private static String path(String subject) {
        if (subject.startsWith("era_")) {
            return "/remittances/" + subject;
        }
        return subject.startsWith("ans_") ? subject : null;
    }

    /** Leads from an answer to the one remittance in it; read as the auditor. */
    static List<Item> withRemittances(Connection everything, List<Item> items) throws SQLException {
        Map<String, String> byAnswer = new HashMap<>();
        Sql.list(
                everything,
                """
                select answer_id, min(id) as id from remittances
                where answer_id = any(?) and accepted_from is null group by answer_id having count(*) = 1""",
                row -> byAnswer.put(row.getString("answer_id"), row.getString("id")),
                (Object) items.stream()
                        .map(Item::path)
                        .filter(path -> path != null && path.startsWith("ans_"))
                        .toArray(String[]::new));
        List<Item> all = new ArrayList<>();
        for (Item item : items) {
            boolean ofAnswer = item.path() != null && item.path().startsWith("ans_");
            String remittance = ofAnswer ? byAnswer.get(item.path()) : null;
            all.add(
                    !ofAnswer
                            ? item
                            : new Item(
                                    item.id(),
                                    item.words(),
                                    item.todo(),
                                    item.message(),
                                    item.payer(),
                                    item.since(),
                                    item.days(),
                                    item.amount(),
                                    remittance == null ? null : "/remittances/" + remittance));
        }
        return all;
    }

    /** What was carried over and taken back outside claims, by payer and reason; {@code practiceId} null for all. */
    List<Carried> carried(String practiceId) throws SQLException {
        String heads = practiceId == null
                ? "remittances r on r.id = a.remittance_id"
                : "practice_remittances r on r.remittance_id = a.remittance_id and r.practice_id = a.practice_id";
        return Sql.list(
                connection,
                "select r.payer_id, a.reason, count(*) as times, sum(a.amount_cents) as cents from provider_adjustments a join "
                        + heads
                        + " where a.claim_id is null and a.reason in ('FB', 'WO', '72', 'E3', 'AP', 'PL', 'OB')"
                        + " group by r.payer_id, a.reason order by r.payer_id, a.reason limit 100",
                row -> new Carried(
                        row.getString("payer_id"),
                        row.getString("reason"),
                        labels.text(Kind.PLB, row.getString("reason")),
                        labels.find(Kind.PLB, row.getString("reason"))
                                .map(Label::mend)
                                .orElse(""),
                        row.getLong("times"),
                        new Money(row.getLong("cents"))));
    }

    static String words(Worklist.Kind kind) {
        return switch (kind) {
            case UNBALANCED_REMITTANCE -> "Held remittance";
            case UNMATCHED_PAYMENT -> "Money for a claim or a practice we do not know";
            case MISSING_ERA -> "Money without an 835";
            case MISSING_EFT -> "An 835 without its money";
            case UNCERTAIN_EFT -> "Money whose 835 is not certain";
            case OPEN_REVERSAL -> "Taken back, but never paid";
            case DUPLICATE_PAYMENT -> "Paid again in the same words";
            default -> kind.name();
        };
    }

    static String todo(Worklist.Kind kind) {
        return switch (kind) {
            case UNBALANCED_REMITTANCE ->
                "Read its balances. Ask the payer for a corrected 835, or accept it with its difference if you know why.";
            case UNMATCHED_PAYMENT ->
                "Find whose it is by the payer's number. If it is not yours, send the money back to the payer.";
            case MISSING_ERA -> "Ask the payer for the 835 (CAQH CORE 370: within three business days of the money).";
            case MISSING_EFT -> "Ask the bank for the entry, then the payer by the trace number.";
            case UNCERTAIN_EFT -> "Compare both and say which 835 it pays: clearlane eft settle.";
            case OPEN_REVERSAL -> "Wait for the late payment, or ask the payer what it takes back.";
            case DUPLICATE_PAYMENT -> "Ask the payer which of the two it means; keep the money apart until then.";
            default -> "";
        };
    }
}
