package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Claims that a first payer has decided, and what was handed in for a second one. */
public final class SecondaryLedger {

    /** A claim and where its bytes stand. */
    public record Source(
            String claimId,
            String practiceId,
            String payerId,
            String patientControlNumber,
            Money charge,
            ClaimState state,
            String transactionType,
            String usage,
            OutboundLedger.WaitingClaim place) {}

    /**
     * The decision that counts of a claim.
     *
     * @param archiveKey where the 835 lies
     * @param set which set of it, from 1
     * @param ordinal which claim of the set, from 1
     * @param decidedOn BPR16, else the day it came
     */
    public record Decision(String remittanceId, String archiveKey, int set, int ordinal, LocalDate decidedOn) {}

    /** What one payer decided of a claim, all its payments and reversals added up. */
    public record Share(String payerId, boolean decided, Money paid, Money patientShare, Money writtenOff) {}

    private SecondaryLedger() {}

    /** The first payer's share, then those of payers it was handed on to, in that order. */
    public static List<Share> shares(Tx tx, String claimId) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select c.id, coalesce(c.payer_id, c.payer_code) as payer,
                    c.state in ('PAID', 'PARTLY_PAID', 'DENIED') and count(p.id) > 0 as decided,
                    coalesce(sum(p.paid_cents), 0) as paid, coalesce(sum(p.patient_share_cents), 0) as patient,
                    coalesce(sum(p.contractual_cents), 0) as written_off
                from claims c
                left join claim_payments p on p.claim_id = c.id and p.posted
                where c.id = ? or c.file_id in (select file_id from secondary_claims where first_claim_id = ?)
                group by c.id
                union all
                select s.file_id, s.payer_id, false, 0, 0, 0 from secondary_claims s
                where s.first_claim_id = ? and not exists (select from claims c where c.file_id = s.file_id)
                order by 1""",
                row -> new Share(
                        row.getString("payer"),
                        row.getBoolean("decided"),
                        new Money(row.getLong("paid")),
                        new Money(row.getLong("patient")),
                        new Money(row.getLong("written_off"))),
                claimId,
                claimId,
                claimId);
    }

    /** A claim by our id, or by the practice's number where only one claim has it as its first. */
    public static Optional<Source> source(Tx tx, String idOrNumber) throws SQLException {
        return Sql.first(
                tx.connection(),
                """
                select c.*, coalesce(f.translated_key, f.archive_key) as key, i.separators, i.usage, s.bht06
                from claims c
                join files f on f.id = c.file_id
                join transaction_sets s on s.id = c.set_id
                join interchanges i on i.id = s.interchange_id
                where c.id = ? or c.patient_control_number = ? and f.door <> 'secondary' order by c.id desc limit 1""",
                row -> new Source(
                        row.getString("id"),
                        row.getString("practice_id"),
                        row.getString("payer_id"),
                        row.getString("patient_control_number"),
                        new Money(row.getLong("charge_cents")),
                        ClaimState.valueOf(row.getString("state")),
                        row.getString("bht06"),
                        row.getString("usage"),
                        OutboundLedger.WaitingClaim.of(row)),
                idOrNumber,
                idOrNumber);
    }

    /** The newest payment of the claim that counts and takes nothing back. */
    public static Optional<Decision> decision(Tx tx, String claimId) throws SQLException {
        return Sql.first(
                tx.connection(),
                """
                select p.remittance_id, a.archive_key, r.set_ordinal, p.ordinal, r.paid_on, r.received_at
                from claim_payments p
                join remittances r on r.id = p.remittance_id
                join answers a on a.id = r.answer_id
                where p.claim_id = ? and p.posted and p.status <> '22' order by p.id desc limit 1""",
                row -> {
                    LocalDate paidOn = Sql.date(row, "paid_on");
                    return new Decision(
                            row.getString("remittance_id"),
                            row.getString("archive_key"),
                            row.getInt("set_ordinal"),
                            row.getInt("ordinal"),
                            paidOn == null
                                    ? Sql.instant(row, "received_at")
                                            .atZone(ZoneOffset.UTC)
                                            .toLocalDate()
                                    : paidOn);
                },
                claimId);
    }

    /** The file that was handed in for this claim and second payer, if one was. */
    public static Optional<String> released(Tx tx, String claimId, String payerId) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select file_id from secondary_claims where first_claim_id = ? and payer_id = ?",
                row -> row.getString(1),
                claimId,
                payerId);
    }

    /** Whether a sender has used this interchange number. */
    public static boolean isUsed(Tx tx, String practiceId, String sender, String control) throws SQLException {
        return Sql.number(
                        tx.connection(),
                        "select count(*) from interchange_keys where practice_id = ? and sender = ? and control = ?",
                        practiceId,
                        sender,
                        control)
                > 0;
    }

    /** Remembers what was handed in, by whom, and shows it in the first claim's history. */
    public static void release(Tx tx, Source source, String payerId, Decision decision, String fileId, String actor)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into secondary_claims (first_claim_id, payer_id, practice_id, remittance_id, file_id, released_by,
                    released_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                source.claimId(),
                payerId,
                source.practiceId(),
                decision.remittanceId(),
                fileId,
                actor,
                tx.now());
        ClaimMoves.move(
                tx,
                List.of(new ClaimMoves.Move(source.claimId(), source.state(), source.state(), "to " + payerId)),
                new ClaimMoves.Reason("secondary", actor, fileId, ""));
    }
}
