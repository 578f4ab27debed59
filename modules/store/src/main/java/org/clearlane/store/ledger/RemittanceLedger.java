package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Remittances, what they pay, and whose it is. */
public final class RemittanceLedger {

    /** A payment known under its key. */
    public record KnownKey(String payer, String trace, Money amount, String print, String remittanceId) {}

    /** A remittance as a whole. */
    public record Entry(
            String id,
            String answerId,
            String payerId,
            String state,
            Money claims,
            Money provider,
            Money difference,
            String problem,
            String duplicateOf) {}

    /** What was decided about one claim payment. */
    public record Decided(
            String practiceId,
            String claimId,
            Money patientShare,
            Money contractual,
            Money other,
            String decision,
            String outcome,
            boolean posted,
            String matchedBy) {}

    /** A claim payment that counts, as it was kept. */
    public record Kept(
            String claimId,
            String remittanceId,
            int ordinal,
            String status,
            String payerControlNumber,
            Money charge,
            Money paid,
            Money patientShare,
            Money contractual,
            Money other,
            String decision) {}

    private RemittanceLedger() {}

    /** One posting of this payer at a time: what is known about a payment must not change while it is decided. */
    public static void lockPayer(Tx tx, String payerId) throws SQLException {
        Sql.first(
                tx.connection(),
                "select pg_advisory_xact_lock(hashtextextended('remittance of ' || ?, 0))",
                row -> null,
                payerId);
    }

    /** Payments known under this trace. */
    public static List<KnownKey> keys(Tx tx, String trace) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select * from remittance_keys where trace = ?",
                row -> new KnownKey(
                        row.getString("payer"),
                        row.getString("trace"),
                        new Money(row.getLong("amount_cents")),
                        row.getString("print"),
                        row.getString("remittance_id")),
                trace);
    }

    /** Keeps the key of a payment. */
    public static void key(Tx tx, KnownKey key) throws SQLException {
        Sql.update(
                tx.connection(),
                "insert into remittance_keys (payer, trace, amount_cents, print, remittance_id) values (?, ?, ?, ?, ?)",
                key.payer(),
                key.trace(),
                key.amount().cents(),
                key.print(),
                key.remittanceId());
    }

    /** Enters a remittance. */
    public static void enter(Tx tx, Entry entry, PaymentHeader header) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into remittances (id, answer_id, payer_id, set_control, trace, payer_tax_id, payer_name, payee_name,
                    payee_npi, payee_tax_id, amount_cents, claims_cents, provider_cents, method, paid_on, state,
                    difference_cents, problem, duplicate_of, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entry.id(),
                entry.answerId(),
                entry.payerId(),
                header.setControl(),
                header.trace(),
                header.payerTaxId(),
                header.payerName(),
                header.payeeName(),
                header.payeeNpi(),
                header.payeeTaxId(),
                header.amount().cents(),
                entry.claims().cents(),
                entry.provider().cents(),
                header.method(),
                header.date(),
                entry.state(),
                entry.difference().cents(),
                entry.problem(),
                entry.duplicateOf(),
                tx.now());
    }

    /** Enters what is paid for one claim, its lines and adjustments. */
    public static void claimPayment(Tx tx, String remittanceId, int ordinal, ClaimPayment payment, Decided decided)
            throws SQLException {
        String id = tx.ids().next("pay_");
        Sql.update(
                tx.connection(),
                """
                insert into claim_payments (id, remittance_id, ordinal, practice_id, claim_id, patient_control_number, status,
                    charge_cents, paid_cents, patient_cents, patient_share_cents, payer_control_number, rendering_npi,
                    service_from, contractual_cents, other_cents, decision, outcome, posted, matched_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                remittanceId,
                ordinal,
                decided.practiceId(),
                decided.claimId(),
                payment.patientControlNumber(),
                payment.status(),
                payment.charge().cents(),
                payment.paid().cents(),
                payment.patientResponsibility().cents(),
                decided.patientShare().cents(),
                payment.payerControlNumber(),
                payment.renderingNpi(),
                payment.serviceFrom(),
                decided.contractual().cents(),
                decided.other().cents(),
                decided.decision(),
                decided.outcome(),
                decided.posted(),
                decided.matchedBy());
        int adjustment = adjustments(tx, id, decided.practiceId(), null, 0, payment.adjustments());
        int number = 0;
        for (LinePayment line : payment.lines()) {
            line(tx, id, decided.practiceId(), ++number, line);
            adjustment = adjustments(tx, id, decided.practiceId(), number, adjustment, line.adjustments());
        }
    }

    private static void line(Tx tx, String paymentId, String practiceId, int number, LinePayment line)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into line_payments (claim_payment_id, ordinal, practice_id, qualifier, procedure, modifiers,
                    charge_cents, paid_cents, units, service_date, line_control_number, remarks)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                paymentId,
                number,
                practiceId,
                line.qualifier(),
                line.procedure(),
                String.join(" ", line.modifiers()),
                line.charge().cents(),
                line.paid().cents(),
                line.units(),
                line.serviceDate(),
                line.lineControlNumber(),
                String.join(" ", line.remarks()));
    }

    private static int adjustments(
            Tx tx, String paymentId, String practiceId, Integer line, int from, List<Adjustment> adjustments)
            throws SQLException {
        int ordinal = from;
        for (Adjustment adjustment : adjustments) {
            Sql.update(
                    tx.connection(),
                    """
                    insert into adjustments (claim_payment_id, ordinal, line_ordinal, practice_id, group_code, reason,
                        amount_cents, quantity)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""",
                    paymentId,
                    ++ordinal,
                    line,
                    practiceId,
                    adjustment.group(),
                    adjustment.reason(),
                    adjustment.amount().cents(),
                    adjustment.quantity());
        }
        return ordinal;
    }

    /** Payments that count for these claims, by claim. */
    public static Map<String, List<Kept>> posted(Tx tx, List<String> claimIds) throws SQLException {
        Map<String, List<Kept>> byClaim = new HashMap<>();
        for (Kept kept : Sql.list(
                tx.connection(),
                "select * from claim_payments where claim_id = any(?) and posted order by id",
                row -> new Kept(
                        row.getString("claim_id"),
                        row.getString("remittance_id"),
                        row.getInt("ordinal"),
                        row.getString("status"),
                        row.getString("payer_control_number"),
                        new Money(row.getLong("charge_cents")),
                        new Money(row.getLong("paid_cents")),
                        new Money(row.getLong("patient_share_cents")),
                        new Money(row.getLong("contractual_cents")),
                        new Money(row.getLong("other_cents")),
                        row.getString("decision")),
                (Object) claimIds.toArray(String[]::new))) {
            byClaim.computeIfAbsent(kept.claimId(), id -> new ArrayList<>()).add(kept);
        }
        return byClaim;
    }

    /** What all payments of a claim come to. */
    public static void claimMoney(Tx tx, String claimId, Money paid, Money patient) throws SQLException {
        Sql.update(
                tx.connection(),
                "update claims set paid_cents = ?, patient_cents = ? where id = ?",
                paid.cents(),
                patient.cents(),
                claimId);
    }

    /** Enters money moved outside any claim. */
    public static void providerAdjustment(
            Tx tx, String remittanceId, int ordinal, String practiceId, ProviderAdjustment adjustment)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into provider_adjustments (remittance_id, ordinal, practice_id, provider_id, fiscal_period, reason,
                    identifier, amount_cents)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                remittanceId,
                ordinal,
                practiceId,
                adjustment.providerId(),
                adjustment.fiscalPeriod(),
                adjustment.reason(),
                adjustment.identifier(),
                adjustment.amount().cents());
    }

    /** Enters one practice's part; the practice is null where nobody we know owns it. */
    public static void part(Tx tx, String remittanceId, String practiceId, Money amount, Money claims, Money provider)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into remittance_parts (remittance_id, part, practice_id, amount_cents, claims_cents, provider_cents)
                values (?, ?, ?, ?, ?, ?)""",
                remittanceId,
                practiceId == null ? "unallocated" : practiceId,
                practiceId,
                amount.cents(),
                claims.cents(),
                provider.cents());
    }
}
