package org.clearlane.console.screens.remittances;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.console.screens.remittances.RemittancePage.Decision;
import org.clearlane.console.screens.remittances.RemittancePage.Outside;
import org.clearlane.console.screens.remittances.RemittancePage.Part;
import org.clearlane.console.screens.remittances.RemittancePage.PaymentRow;
import org.clearlane.console.screens.remittances.RemittancePage.Proof;
import org.clearlane.model.Money;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.AdjustmentLabels.Kind;
import org.clearlane.remittance.AdjustmentLabels.Label;
import org.clearlane.store.Sql;

/** Reads one remittance: the whole without health information, or one practice's part with it. */
final class RemittanceReading {

    /** Claims a page. */
    static final int CLAIMS = 50;

    private static final int MOST_PROOFS = 100;
    private static final int MOST_OUTSIDE = 200;

    private final Connection connection;
    private final AdjustmentLabels labels;

    RemittanceReading(Connection connection, AdjustmentLabels labels) {
        this.connection = connection;
        this.labels = labels;
    }

    /** What the whole payment comes to, and which of its balances do not hold; names no claim and nobody. */
    record Whole(RemittanceRow head, String acceptedFrom, List<Proof> proofs, List<Decision> decisions) {}

    /** The whole, read as the auditor. */
    Optional<Whole> whole(String id) throws SQLException {
        Optional<RemittanceRow> head = first(id);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<Proof> proofs = new ArrayList<>();
        String acceptedFrom = Sql.first(
                        connection,
                        "select claims_cents, provider_cents, amount_cents, coalesce(accepted_from, '') from remittances where id = ?",
                        row -> {
                            proofs.add(Proof.of(
                                    "Payment",
                                    "Σ paid of claims",
                                    new Money(row.getLong(1)),
                                    "PLB",
                                    new Money(row.getLong(2)),
                                    "BPR02",
                                    new Money(row.getLong(3))));
                            return row.getString(4);
                        },
                        id)
                .orElse("");
        // What a balance is about may be a claim's number: left out.
        proofs.addAll(Sql.list(
                connection,
                """
                select level, arithmetic, difference_cents from remittance_balances
                where remittance_id = ? and level <> 'TRANSACTION' and (not balanced or level = 'PROVIDER_SUMMARY')
                order by ordinal limit ?""",
                row -> new Proof(
                        level(row.getString("level")),
                        row.getString("arithmetic").replaceFirst(": (balanced|off by .*)$", ""),
                        new Money(row.getLong("difference_cents"))),
                id,
                MOST_PROOFS));
        List<Decision> decisions = Sql.list(
                connection,
                "select at, kind, actor, reason, detail from remittance_events where remittance_id = ? order by id",
                row -> new Decision(
                        Sql.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getString("detail")),
                id);
        return Optional.of(new Whole(head.get(), acceptedFrom.isEmpty() ? null : acceptedFrom, proofs, decisions));
    }

    private Optional<RemittanceRow> first(String id) throws SQLException {
        return Sql.first(
                connection,
                """
                select p.id, p.paid_on, p.payer_id, p.payer_name, p.trace, p.method, p.amount_cents,
                    p.amount_cents as own_cents, -1 as own_claims, p.state, p.problem, p.difference_cents, p.duplicate_of,
                    p.counts_as, p.received_at, e.settled_on, e.amount_cents as bank_cents
                from remittances p left join eft_receipts e on e.remittance_id = p.id where p.id = ?""",
                RemittanceRow::of,
                id);
    }

    private static String level(String name) {
        return switch (name) {
            case "LINE" -> "A line";
            case "CLAIM" -> "A claim";
            case "LINES_OF_CLAIM" -> "The lines of a claim";
            case "PATIENT" -> "A patient's share";
            case "PROVIDER_SUMMARY" -> "A provider";
            default -> name;
        };
    }

    /** The parts of all practices, by their names. */
    List<Part> parts(String id) throws SQLException {
        return Sql.list(
                connection,
                """
                select coalesce(n.name, p.practice_id, 'nobody we know') as whose, p.amount_cents, p.claims_cents,
                    p.provider_cents
                from remittance_parts p left join practices n on n.id = p.practice_id
                where p.remittance_id = ? order by p.practice_id nulls last""",
                row -> part(
                        row.getString("whose"),
                        new Money(row.getLong("amount_cents")),
                        new Money(row.getLong("claims_cents")),
                        new Money(row.getLong("provider_cents"))),
                id);
    }

    private static Part part(String whose, Money amount, Money claims, Money provider) {
        Money unexplained = amount.minus(claims.minus(provider));
        return new Part(
                whose,
                amount,
                "claims " + claims + " − PLB " + provider
                        + (unexplained.isZero() ? "" : " + unexplained " + unexplained) + " = " + amount);
    }

    /** Money outside claims of all practices; what it names may be a claim, and is left out. */
    List<Outside> outsideOfAll(String id) throws SQLException {
        return Sql.list(
                connection,
                """
                select a.reason, coalesce(n.name, a.practice_id, 'nobody we know') as whose, a.amount_cents
                from provider_adjustments a left join practices n on n.id = a.practice_id
                where a.remittance_id = ? order by a.ordinal limit ?""",
                row -> outside(
                        row.getString("reason"), "", row.getString("whose"), new Money(row.getLong("amount_cents"))),
                id,
                MOST_OUTSIDE);
    }

    private Outside outside(String reason, String identifier, String whose, Money amount) {
        return new Outside(
                reason,
                labels.text(Kind.PLB, reason),
                labels.find(Kind.PLB, reason).map(Label::mend).orElse(""),
                identifier,
                whose,
                amount);
    }

    /**
     * What one practice sees of it, read as that practice.
     *
     * @param own its head with the practice's own part
     */
    record Own(
            RemittanceRow own,
            int claimsTotal,
            List<Part> parts,
            List<Outside> adjustments,
            List<PaymentRow> payments,
            boolean explained) {}

    /** One practice's view; none where it has no part in it. */
    Optional<Own> own(String id, String practiceId, int behind) throws SQLException {
        Optional<RemittanceRow> head = Sql.first(
                connection,
                """
                select p.remittance_id as id, p.paid_on, p.payer_id, p.payer_name, p.trace, p.method, p.amount_cents,
                    p.own_cents, p.own_claims, p.state, p.problem, p.difference_cents, p.duplicate_of, p.counts_as,
                    p.received_at, e.settled_on, e.amount_cents as bank_cents
                from practice_remittances p left join eft_receipts e on e.remittance_id = p.remittance_id
                where p.remittance_id = ? and p.practice_id = ?""",
                RemittanceRow::of,
                id,
                practiceId);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        int claimsTotal = (int) Sql.number(
                connection,
                "select claims_total from practice_remittances where remittance_id = ? and practice_id = ?",
                id,
                practiceId);
        List<Part> parts = new ArrayList<>(Sql.list(
                connection,
                """
                select amount_cents, claims_cents, provider_cents from remittance_parts
                where remittance_id = ? and practice_id = ?""",
                row -> part(
                        "your practice",
                        new Money(row.getLong("amount_cents")),
                        new Money(row.getLong("claims_cents")),
                        new Money(row.getLong("provider_cents"))),
                id,
                practiceId));
        Money others = head.get().amount().minus(head.get().own());
        if (!parts.isEmpty() && (!others.isZero() || claimsTotal > head.get().claims())) {
            parts.add(new Part("other practices, or nobody we know", others, ""));
        }
        List<Outside> outside = Sql.list(
                connection,
                """
                select reason, identifier, amount_cents from provider_adjustments
                where remittance_id = ? and practice_id = ? order by ordinal limit ?""",
                row -> outside(
                        row.getString("reason"),
                        row.getString("identifier"),
                        "your practice",
                        new Money(row.getLong("amount_cents"))),
                id,
                practiceId,
                MOST_OUTSIDE);
        List<PaymentRow> payments = new PaymentReading(connection, practiceId, labels).rows(id, behind, CLAIMS + 1);
        return Optional.of(new Own(
                head.get(),
                claimsTotal,
                parts,
                outside,
                payments,
                explanation(id, practiceId).isPresent()));
    }

    /** Where the practice's own 835 of it lies in the archive. */
    Optional<String> explanation(String id, String practiceId) throws SQLException {
        return Sql.first(
                connection,
                """
                select archive_key from deliveries
                where remittance_id = ? and practice_id = ? and kind = '835' order by id limit 1""",
                row -> row.getString(1),
                id,
                practiceId);
    }
}
