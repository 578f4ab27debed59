package org.clearlane.console.screens.remittances;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearlane.console.screens.remittances.PaymentPage.Line;
import org.clearlane.console.screens.remittances.PaymentPage.Told;
import org.clearlane.console.screens.remittances.RemittancePage.Adjusted;
import org.clearlane.console.screens.remittances.RemittancePage.PaymentRow;
import org.clearlane.console.screens.remittances.RemittancePage.Proof;
import org.clearlane.console.screens.remittances.RemittancePage.Sibling;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.AdjustmentLabels.Kind;
import org.clearlane.remittance.AdjustmentLabels.Label;
import org.clearlane.store.Sql;

/** Reads claims of remittances through the eyes of one practice. */
final class PaymentReading {

    private static final String ROWS =
            """
            select c.id, c.ordinal, c.patient_control_number, c.claim_id, c.status, c.charge_cents, c.paid_cents,
                c.patient_share_cents, c.outcome, c.posted, c.payer_control_number, c.matched_by, c.crossover_name, c.remarks
            from claim_payments c where c.remittance_id = ? and c.practice_id = ?""";

    private final Connection connection;
    private final String practiceId;
    private final AdjustmentLabels labels;

    PaymentReading(Connection connection, String practiceId, AdjustmentLabels labels) {
        this.connection = connection;
        this.practiceId = practiceId;
        this.labels = labels;
    }

    /** As it lies in the ledger. */
    private record Kept(
            String id,
            int ordinal,
            String number,
            String claimId,
            String status,
            Money charge,
            Money paid,
            Money patient,
            String outcome,
            boolean posted,
            String payerNumber,
            String matchedBy,
            String forwardedTo,
            String remarks) {}

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("id"),
                row.getInt("ordinal"),
                row.getString("patient_control_number"),
                row.getString("claim_id"),
                row.getString("status"),
                new Money(row.getLong("charge_cents")),
                new Money(row.getLong("paid_cents")),
                new Money(row.getLong("patient_share_cents")),
                row.getString("outcome"),
                row.getBoolean("posted"),
                row.getString("payer_control_number"),
                row.getString("matched_by"),
                row.getString("crossover_name"),
                row.getString("remarks"));
    }

    /** The practice's claims of a remittance behind this place; those about the same claim stand together. */
    List<PaymentRow> rows(String remittanceId, int behind, int limit) throws SQLException {
        List<Kept> all = Sql.list(
                connection,
                ROWS + " and c.ordinal > ? order by c.ordinal limit ?",
                PaymentReading::kept,
                remittanceId,
                practiceId,
                behind,
                limit);
        return dressed(remittanceId, together(all));
    }

    private static List<Kept> together(List<Kept> all) {
        List<Kept> ordered = new ArrayList<>(all.size());
        for (Kept one : all) {
            int last = ordered.size();
            for (int i = ordered.size() - 1; i >= 0 && one.claimId() != null; i--) {
                if (one.claimId().equals(ordered.get(i).claimId())) {
                    last = i + 1;
                    break;
                }
            }
            ordered.add(last, one);
        }
        return ordered;
    }

    private List<PaymentRow> dressed(String remittanceId, List<Kept> all) throws SQLException {
        Map<String, List<Adjusted>> adjustments =
                adjustments(all.stream().map(Kept::id).toArray(String[]::new));
        Map<String, List<Told>> told = told(all.stream()
                .map(Kept::claimId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new));
        List<PaymentRow> rows = new ArrayList<>();
        for (Kept one : all) {
            List<Adjusted> why = adjustments.getOrDefault(one.id(), List.of());
            Money adjusted = Money.ZERO;
            for (Adjusted each : why) {
                adjusted = adjusted.plus(each.amount());
            }
            List<Sibling> others = told.getOrDefault(one.claimId() == null ? "" : one.claimId(), List.of()).stream()
                    .filter(each -> !(each.remittanceId().equals(remittanceId) && each.ordinal() == one.ordinal()))
                    .map(each -> new Sibling(
                            each.remittanceId(),
                            each.ordinal(),
                            each.charge().isNegative(),
                            each.paid(),
                            each.posted()))
                    .toList();
            rows.add(new PaymentRow(
                    one.ordinal(),
                    one.number(),
                    one.claimId(),
                    labels.text(Kind.STATUS, one.status()),
                    one.charge(),
                    adjusted,
                    one.paid(),
                    one.patient(),
                    outcome(one.outcome()),
                    one.posted(),
                    why,
                    others));
        }
        return rows;
    }

    private Map<String, List<Adjusted>> adjustments(String[] paymentIds) throws SQLException {
        Map<String, List<Adjusted>> all = new HashMap<>();
        Sql.list(
                connection,
                """
                select claim_payment_id, coalesce(line_ordinal, 0) as line, group_code, reason, amount_cents from adjustments
                where claim_payment_id = any(?) order by claim_payment_id, ordinal""",
                row -> all.computeIfAbsent(row.getString("claim_payment_id"), id -> new ArrayList<>())
                        .add(adjusted(row)),
                (Object) paymentIds);
        return all;
    }

    private Adjusted adjusted(ResultSet row) throws SQLException {
        Adjustment adjustment = new Adjustment(
                row.getString("group_code"), row.getString("reason"), new Money(row.getLong("amount_cents")), "");
        return new Adjusted(
                row.getInt("line"),
                adjustment.code(),
                adjustment.amount(),
                labels.text(adjustment),
                labels.whoOwes(adjustment),
                labels.find(Kind.CARC, adjustment.reason()).map(Label::mend).orElse(""));
    }

    /** All payments about these claims, in the order they came. */
    private Map<String, List<Told>> told(String[] claimIds) throws SQLException {
        Map<String, List<Told>> all = new HashMap<>();
        Sql.list(
                connection,
                """
                select claim_id, remittance_id, ordinal, status, charge_cents, paid_cents, outcome, posted from claim_payments
                where claim_id = any(?) and posted order by id""",
                row -> all.computeIfAbsent(row.getString("claim_id"), id -> new ArrayList<>())
                        .add(new Told(
                                row.getString("remittance_id"),
                                row.getInt("ordinal"),
                                labels.text(Kind.STATUS, row.getString("status")),
                                new Money(row.getLong("charge_cents")),
                                new Money(row.getLong("paid_cents")),
                                outcome(row.getString("outcome")),
                                row.getBoolean("posted"))),
                (Object) claimIds);
        return all;
    }

    /** One of them, whole. */
    Optional<PaymentPage> page(String remittanceId, int ordinal) throws SQLException {
        Optional<Kept> found = Sql.first(
                connection, ROWS + " and c.ordinal = ?", PaymentReading::kept, remittanceId, practiceId, ordinal);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Kept kept = found.get();
        PaymentRow row = dressed(remittanceId, List.of(kept)).getFirst();
        List<Line> lines = lines(kept.id(), row.adjustments());
        List<Proof> proofs = new ArrayList<>();
        proofs.add(row.proof());
        if (!lines.isEmpty() && row.adjustments().stream().noneMatch(each -> each.line() == 0)) {
            Money sum = Money.ZERO;
            for (Line line : lines) {
                sum = sum.plus(line.paid());
            }
            proofs.add(Proof.of("Lines", "Σ paid of lines", sum, "nothing", Money.ZERO, "paid", row.paid()));
        }
        String claimId = kept.claimId();
        List<Told> history =
                claimId == null ? List.of() : told(new String[] {claimId}).getOrDefault(claimId, List.of());
        return Sql.first(
                connection,
                "select trace, payer_name from practice_remittances where remittance_id = ? and practice_id = ?",
                head -> new PaymentPage(
                        remittanceId,
                        head.getString("trace"),
                        head.getString("payer_name"),
                        row,
                        kept.payerNumber(),
                        kept.matchedBy(),
                        kept.forwardedTo(),
                        remarks(kept.remarks()),
                        lines,
                        proofs,
                        history),
                remittanceId,
                practiceId);
    }

    private List<Line> lines(String paymentId, List<Adjusted> adjustments) throws SQLException {
        return Sql.list(
                connection,
                """
                select ordinal, procedure, modifiers, service_date, units, charge_cents, paid_cents, remarks from line_payments
                where claim_payment_id = ? order by ordinal limit 500""",
                row -> {
                    int number = row.getInt("ordinal");
                    return new Line(
                            number,
                            String.join(
                                    "-",
                                    Stream.concat(
                                                    Stream.of(row.getString("procedure")),
                                                    Stream.of(row.getString("modifiers")
                                                            .split(" ")))
                                            .filter(each -> !each.isBlank())
                                            .toList()),
                            row.getString("service_date"),
                            row.getString("units"),
                            new Money(row.getLong("charge_cents")),
                            new Money(row.getLong("paid_cents")),
                            adjustments.stream()
                                    .filter(each -> each.line() == number)
                                    .toList(),
                            remarks(row.getString("remarks")));
                },
                paymentId);
    }

    private List<String> remarks(String codes) {
        return Stream.of(codes.split(" "))
                .filter(code -> !code.isBlank())
                .map(code -> code + ": " + labels.text(Kind.RARC, code))
                .toList();
    }

    /** What became of a payment here. */
    static String outcome(String name) {
        return switch (name) {
            case "posted" -> "counts";
            case "reversal_posted" -> "counts: an earlier payment is taken back";
            case "correction_posted" -> "counts: corrects an earlier payment";
            case "duplicate_claim_payment" -> "does not count: it came before in the same words";
            case "duplicate_with_other_content" -> "does not count: the same trace and amount came with other claims";
            case "duplicate_under_other_trace" -> "does not count: the same claims came under another trace";
            case "unreadable" -> "does not count: not readable";
            case "unmatched" -> "does not count: which claim it is about is not certain";
            default ->
                name.startsWith("out_of_balance_by ")
                        ? "held: the payment is off by " + name.substring("out_of_balance_by ".length())
                        : name;
        };
    }
}
