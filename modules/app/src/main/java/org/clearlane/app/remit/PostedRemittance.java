package org.clearlane.app.remit;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** What the ledger says of a remittance beside what the payer sent. */
final class PostedRemittance {

    /**
     * A remittance.
     *
     * @param ordinal which 835 of its answer it is, from 1
     * @param problem why it is held, or null
     * @param countsAs as which it counts since somebody accepted it, or null
     * @param acceptedFrom as which it was held before, or null
     */
    record Standing(
            String id,
            String payerId,
            String trace,
            String payee,
            Money amount,
            String paidOn,
            String method,
            String state,
            Money difference,
            String problem,
            String duplicateOf,
            String countsAs,
            String acceptedFrom,
            String receivedAt,
            String file,
            String archiveKey,
            int ordinal) {}

    /** A part of it, or something decided about it. */
    record Part(String practice, Money amount) {}

    /** What somebody decided about it. */
    record Decision(String at, String kind, String actor, String reason, String detail) {}

    /** What became of one claim payment. */
    record Outcome(
            String id,
            int ordinal,
            String patientControlNumber,
            String practice,
            String claimId,
            String outcome,
            String matchedBy,
            Money paid,
            String lines) {}

    private static final String STANDING =
            """
            select r.id, r.payer_id, r.trace, r.payee_name, r.amount_cents, r.paid_on, r.method, r.state, r.difference_cents,
                r.problem, r.duplicate_of, r.counts_as, r.accepted_from, r.received_at, a.original_name, a.archive_key, r.set_ordinal
            from remittances r join answers a on a.id = r.answer_id""";

    private PostedRemittance() {}

    static List<Standing> list(Tx tx, String state, String payer, int limit) throws SQLException {
        return Sql.list(
                tx.connection(),
                STANDING
                        + """
                         where (?::text is null or r.state = ?) and (?::text is null or r.payer_id = ?)
                        order by r.id desc limit ?""",
                PostedRemittance::standing,
                state,
                state,
                payer,
                payer,
                limit);
    }

    /** By our number, or by the trace where only one remittance has it. */
    static Optional<Standing> find(Tx tx, String id) throws SQLException {
        List<Standing> found = Sql.list(
                tx.connection(),
                STANDING + " where r.id = ? or r.trace = ? order by (r.id = ?) desc, r.state = 'POSTED' desc, r.id",
                PostedRemittance::standing,
                id,
                id,
                id);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private static Standing standing(java.sql.ResultSet row) throws SQLException {
        return new Standing(
                row.getString("id"),
                row.getString("payer_id"),
                row.getString("trace"),
                row.getString("payee_name"),
                new Money(row.getLong("amount_cents")),
                row.getString("paid_on"),
                row.getString("method"),
                row.getString("state"),
                new Money(row.getLong("difference_cents")),
                row.getString("problem"),
                row.getString("duplicate_of"),
                row.getString("counts_as"),
                row.getString("accepted_from"),
                Sql.instant(row, "received_at").toString(),
                row.getString("original_name"),
                row.getString("archive_key"),
                row.getInt("set_ordinal"));
    }

    static List<Part> parts(Tx tx, String id) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select part, amount_cents from remittance_parts where remittance_id = ? order by part",
                row -> new Part(row.getString(1), new Money(row.getLong(2))),
                id);
    }

    static List<Decision> decisions(Tx tx, String id) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select at, kind, actor, reason, detail from remittance_events where remittance_id = ? order by id",
                row -> new Decision(
                        Sql.instant(row, "at").toString(),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getString("detail")),
                id);
    }

    /** In the order sent, from behind this place on. */
    static List<Outcome> outcomes(Tx tx, String id, int behind, int most) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select p.id, p.ordinal, p.patient_control_number, p.practice_id, p.claim_id, p.outcome, p.matched_by,
                    p.paid_cents, coalesce((
                        select string_agg(l.ordinal || ' is line ' || l.claim_line || ' (' || l.confidence || ')', ', '
                            order by l.ordinal)
                        from line_payments l where l.claim_payment_id = p.id and l.claim_line is not null), '') as lines
                from claim_payments p where p.remittance_id = ? and p.ordinal > ? order by p.ordinal limit ?""",
                row -> new Outcome(
                        row.getString("id"),
                        row.getInt("ordinal"),
                        row.getString("patient_control_number"),
                        row.getString("practice_id"),
                        row.getString("claim_id"),
                        row.getString("outcome"),
                        row.getString("matched_by"),
                        new Money(row.getLong("paid_cents")),
                        row.getString("lines")),
                id,
                behind,
                most);
    }
}
