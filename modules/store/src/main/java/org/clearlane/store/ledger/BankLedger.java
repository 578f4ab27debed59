package org.clearlane.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.bank.EftReceipt;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger.Tx;

/** Banks' files, the entries in them, and which remittance each entry pays. */
public final class BankLedger {

    /** What became of a bank's file. */
    public record FileOutcome(
            String kind, String state, int total, int known, int others, Money amount, String problem) {}

    /** How an entry stands: the decision about it, as it is kept. */
    public record Standing(String outcome, String confidence, String remittanceId, String reason) {}

    /** An entry as it was kept. */
    public record Receipt(String id, String practiceId, EftReceipt receipt, Standing standing) {}

    /** A remittance as far as its money is concerned. */
    public record Payment(
            String id,
            String payerId,
            String trace,
            String payerTaxId,
            String payerName,
            String payeeNpi,
            String payeeTaxId,
            Money amount,
            String method,
            LocalDate paidOn,
            LocalDate receivedOn) {}

    private BankLedger() {}

    /** One bringing together at a time: what is open must not change while it is decided. */
    public static void lock(Tx tx) throws SQLException {
        Sql.first(tx.connection(), "select pg_advisory_xact_lock(7107, 1)", row -> null);
    }

    /** The file that has these bytes, if it came before. */
    public static Optional<String> known(Tx tx, String sha256) throws SQLException {
        return Sql.first(
                tx.connection(), "select id from bank_files where sha256 = ?", row -> row.getString(1), sha256);
    }

    /** Enters a file with its outcome; false when another came before it with the same bytes. */
    public static boolean file(
            Tx tx, String id, String door, String originalName, Archive.Kept kept, FileOutcome outcome)
            throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        insert into bank_files (id, door, original_name, kind, sha256, size_bytes, archive_key, state,
                            entries_total, entries_known, entries_other, amount_cents, problem, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sha256) do nothing""",
                        id,
                        door,
                        originalName,
                        outcome.kind(),
                        kept.sha256(),
                        kept.size(),
                        kept.key(),
                        outcome.state(),
                        outcome.total(),
                        outcome.known(),
                        outcome.others(),
                        outcome.amount().cents(),
                        outcome.problem(),
                        tx.now())
                == 1;
    }

    /** Which of these keys are there already. */
    public static List<String> knownKeys(Tx tx, List<String> keys) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select receipt_key from eft_receipts where receipt_key = any(?)",
                row -> row.getString(1),
                (Object) keys.toArray(String[]::new));
    }

    /** Enters an entry, not yet brought together with anything. */
    public static void receipt(Tx tx, String fileId, String key, String practiceId, EftReceipt receipt)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into eft_receipts (id, bank_file_id, line, practice_id, receipt_key, amount_cents, settled_on, trace,
                    payer_tax_id, payer_name, company_id, payee_number, account_end, bank_reference, outcome, confidence,
                    reason, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'UNMATCHED', 'LOW', 'just arrived', ?)""",
                tx.ids().next("eft_"),
                fileId,
                receipt.line(),
                practiceId,
                key,
                receipt.amount().cents(),
                receipt.settledOn(),
                receipt.trace(),
                receipt.payerTaxId(),
                receipt.payerName(),
                receipt.companyId(),
                receipt.payeeNumber(),
                receipt.accountEnd(),
                receipt.bankReference(),
                tx.now());
    }

    /** Entries that may still change: open ones of any age, others settled since this day; none a person settled. */
    public static List<Receipt> changeable(Tx tx, LocalDate since) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select * from eft_receipts where outcome <> 'SETTLED' and (confidence = 'LOW' or settled_on >= ?)
                order by id""",
                BankLedger::read,
                since);
    }

    /** One entry, locked. */
    public static Optional<Receipt> lock(Tx tx, String id) throws SQLException {
        return Sql.first(tx.connection(), "select * from eft_receipts where id = ? for update", BankLedger::read, id);
    }

    private static Receipt read(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("id"),
                row.getString("practice_id"),
                new EftReceipt(
                        row.getInt("line"),
                        new Money(row.getLong("amount_cents")),
                        Sql.date(row, "settled_on"),
                        row.getString("trace"),
                        row.getString("payer_tax_id"),
                        row.getString("payer_name"),
                        row.getString("company_id"),
                        row.getString("payee_number"),
                        row.getString("account_end"),
                        row.getString("bank_reference")),
                new Standing(
                        row.getString("outcome"),
                        row.getString("confidence"),
                        row.getString("remittance_id"),
                        row.getString("reason")));
    }

    /**
     * Remittances that may be paid by one of the changeable entries: those no entry pays yet, and those that one of them
     * pays now. Repeats and those that cannot be read are not among them.
     */
    public static List<Payment> payments(Tx tx, LocalDate since) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select r.* from remittances r
                left join eft_receipts e on e.remittance_id = r.id
                where r.state in ('POSTED', 'UNBALANCED')
                    and (e.id is null or e.outcome <> 'SETTLED' and (e.confidence = 'LOW' or e.settled_on >= ?))
                order by r.id""",
                row -> new Payment(
                        row.getString("id"),
                        row.getString("payer_id"),
                        row.getString("trace"),
                        row.getString("payer_tax_id"),
                        row.getString("payer_name"),
                        row.getString("payee_npi"),
                        row.getString("payee_tax_id"),
                        new Money(row.getLong("amount_cents")),
                        row.getString("method"),
                        Sql.date(row, "paid_on"),
                        Sql.instant(row, "received_at")
                                .atZone(java.time.ZoneOffset.UTC)
                                .toLocalDate()),
                since);
    }

    /** The day of the first entry of a bank this house ever took, if it takes any. */
    public static Optional<LocalDate> firstDay(Tx tx) throws SQLException {
        return Sql.first(
                tx.connection(), "select min(settled_on) as day from eft_receipts", row -> Sql.date(row, "day"));
    }

    /** The entry that pays this remittance now, if one does. */
    public static Optional<String> payer(Tx tx, String remittanceId) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select id from eft_receipts where remittance_id = ?",
                row -> row.getString(1),
                remittanceId);
    }

    /** Takes an entry off its remittance, before others are put on theirs. */
    public static void unlink(Tx tx, String receiptId) throws SQLException {
        Sql.update(tx.connection(), "update eft_receipts set remittance_id = null where id = ?", receiptId);
    }

    /** Writes down how an entry stands now, and that it came to stand so. */
    public static void stand(Tx tx, String receiptId, String practiceId, Standing standing, String actor)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                update eft_receipts set outcome = ?, confidence = ?, remittance_id = ?, reason = ?,
                    practice_id = coalesce(?, practice_id)
                where id = ?""",
                standing.outcome(),
                standing.confidence(),
                standing.remittanceId(),
                standing.reason(),
                practiceId,
                receiptId);
        Sql.update(
                tx.connection(),
                """
                insert into eft_events (receipt_id, practice_id, at, outcome, confidence, remittance_id, actor, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                receiptId,
                practiceId,
                tx.now(),
                standing.outcome(),
                standing.confidence(),
                standing.remittanceId(),
                actor,
                standing.reason());
    }
}
