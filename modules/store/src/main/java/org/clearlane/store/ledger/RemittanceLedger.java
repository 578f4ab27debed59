package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.webhooks.WebhookEvents;
import org.clearlane.store.webhooks.WebhookType;

/** Remittances, what they pay, and whose it is. */
public final class RemittanceLedger {

    /** A payment known under its key. */
    public record KnownKey(String payer, String trace, Money amount, String print, String remittanceId) {}

    /**
     * A remittance as a whole.
     *
     * @param ordinal which 835 of its answer it is, from 1
     * @param producedOn DTM*405, or empty
     * @param acceptedFrom the held one that this one lets count, or null
     */
    public record Entry(
            String id,
            String answerId,
            int ordinal,
            String producedOn,
            String payerId,
            String state,
            Money claims,
            Money provider,
            Money difference,
            String problem,
            String duplicateOf,
            String acceptedFrom) {}

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
            String matchedBy,
            String print,
            List<LineOf> lines) {

        public Decided {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Which line of the claim one line of the payment is about.
     *
     * @param paidLine its number in the payment, from 1
     * @param claimLine LX01 of the claim's line
     * @param matchedBy what they agree in
     * @param confidence HIGH, MEDIUM or LOW
     */
    public record LineOf(int paidLine, int claimLine, String matchedBy, String confidence) {}

    /** Where the claim stands in the archive. */
    public record ClaimPlace(String claimId, String archiveKey, byte[] separators, long offset, int length) {}

    /** A claim that an earlier payment named by the payer's number. */
    public record NamedClaim(String payerControlNumber, String claimId, String practiceId) {}

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
            String print,
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

    /** Payments known under this trace, or telling of the same claims. */
    public static List<KnownKey> keys(Tx tx, String trace, String print) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select * from remittance_keys where trace = ? or print = ?",
                row -> new KnownKey(
                        row.getString("payer"),
                        row.getString("trace"),
                        new Money(row.getLong("amount_cents")),
                        row.getString("print"),
                        row.getString("remittance_id")),
                trace,
                print);
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
                    difference_cents, problem, duplicate_of, received_at, set_ordinal, handling, produced_on, accepted_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
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
                tx.now(),
                entry.ordinal(),
                header.handling(),
                entry.producedOn(),
                entry.acceptedFrom());
    }

    /** Enters one balance of a remittance as arithmetic. */
    public static void balance(
            Tx tx,
            String remittanceId,
            int ordinal,
            String level,
            String subject,
            String arithmetic,
            Money difference,
            boolean binding)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into remittance_balances (remittance_id, ordinal, level, subject, arithmetic, difference_cents,
                    balanced, binding)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                remittanceId,
                ordinal,
                level,
                subject,
                arithmetic,
                difference.cents(),
                difference.isZero(),
                binding);
    }

    /** Notes who decided that a remittance counts although it does not balance, and why. */
    public static void allowed(Tx tx, String remittanceId, String actor, String reason, String detail)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into remittance_events (remittance_id, at, kind, actor, reason, detail)
                values (?, ?, 'UNBALANCED_ALLOWED', ?, ?, ?)""",
                remittanceId,
                tx.now(),
                actor,
                reason,
                detail);
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
                        row.getString("print"),
                        row.getString("decision")),
                (Object) claimIds.toArray(String[]::new))) {
            byClaim.computeIfAbsent(kept.claimId(), id -> new ArrayList<>()).add(kept);
        }
        return byClaim;
    }

    /** What all payments of a claim come to. */
    public record ClaimTotal(String claimId, Money paid, Money patient) {}

    /** Notes what all payments of these claims come to, each claim once. */
    public static void claimTotals(Tx tx, Collection<ClaimTotal> totals) throws SQLException {
        if (totals.isEmpty()) {
            return;
        }
        Sql.update(
                tx.connection(),
                """
                update claims c set paid_cents = t.paid, patient_cents = t.patient
                from unnest(?::text[], ?::bigint[], ?::bigint[]) as t (id, paid, patient) where c.id = t.id""",
                totals.stream().map(ClaimTotal::claimId).toArray(String[]::new),
                totals.stream().map(total -> total.paid().cents()).toArray(Long[]::new),
                totals.stream().map(total -> total.patient().cents()).toArray(Long[]::new));
    }

    /** Whose the claims of a remittance are, by their places from {@code first} on; null where nobody's. */
    public static List<String> owners(Tx tx, String remittanceId, int first, int count) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select coalesce(practice_id, '') from claim_payments
                where remittance_id = ? and ordinal >= ? and ordinal < ? order by ordinal""",
                row -> row.getString(1),
                remittanceId,
                first,
                first + count);
    }

    /** Where the segments of these claims stand, in the order they were entered. */
    public static List<ClaimPlace> places(Tx tx, Collection<String> claimIds) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select c.id, coalesce(f.translated_key, f.archive_key) as key, i.separators, c.claim_offset, c.claim_length
                from claims c
                join files f on f.id = c.file_id
                join transaction_sets s on s.id = c.set_id
                join interchanges i on i.id = s.interchange_id
                where c.id = any(?) order by c.id""",
                row -> new ClaimPlace(
                        row.getString("id"),
                        row.getString("key"),
                        row.getBytes("separators"),
                        row.getLong("claim_offset"),
                        row.getInt("claim_length")),
                (Object) claimIds.toArray(String[]::new));
    }

    /** Claims that payments of this payer, counted or not, named by these numbers of the payer's, each pair once. */
    public static List<NamedClaim> named(Tx tx, String payerId, Collection<String> payerControlNumbers)
            throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select distinct p.payer_control_number, p.claim_id, p.practice_id
                from claim_payments p join remittances r on r.id = p.remittance_id
                where p.payer_control_number = any(?) and p.payer_control_number <> '' and p.claim_id is not null
                    and r.payer_id = ?""",
                row -> new NamedClaim(
                        row.getString("payer_control_number"), row.getString("claim_id"), row.getString("practice_id")),
                payerControlNumbers.toArray(String[]::new),
                payerId);
    }

    /** Enters money moved outside any claim. */
    public static void providerAdjustment(
            Tx tx, String remittanceId, int ordinal, String practiceId, String claimId, ProviderAdjustment adjustment)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into provider_adjustments (remittance_id, ordinal, practice_id, provider_id, fiscal_period, reason,
                    identifier, amount_cents, claim_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                remittanceId,
                ordinal,
                practiceId,
                adjustment.providerId(),
                adjustment.fiscalPeriod(),
                adjustment.reason(),
                adjustment.identifier(),
                adjustment.amount().cents(),
                claimId);
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
        if (practiceId != null) {
            WebhookEvents.note(tx, WebhookType.ERA_RECEIVED, practiceId, remittanceId, remittanceId);
        }
    }
}
