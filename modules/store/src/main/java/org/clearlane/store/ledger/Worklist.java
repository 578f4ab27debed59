package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** What a person has to look at. The same thing stands on the list once. */
public final class Worklist {

    /** Why it is on the list. */
    public enum Kind {
        /** A folder in the inbox that belongs to no practice. */
        UNKNOWN_FOLDER,
        /** A payer's answer that cannot be read. */
        UNREADABLE_ANSWER,
        /** A statement in a payer's answer that fits nothing we sent. */
        UNMATCHED_ANSWER,
        /** Money for a claim we do not know. */
        UNMATCHED_PAYMENT,
        /** A remittance whose sums do not add up. */
        UNBALANCED_REMITTANCE,
        /** Money, or a reversal, that came before in the same words: it is not counted again. */
        DUPLICATE_PAYMENT,
        /** A payment is taken back that was never seen. */
        OPEN_REVERSAL,
        /** An interchange that could not be handed over. */
        PARKED_SENDING,
        /** An interchange of which nobody knows whether it was handed over. */
        UNKNOWN_OUTCOME,
        /** An interchange, group or set of ours that a payer refused as a whole. */
        REFUSED_BATCH,
        /** A step that fails again and again. */
        FAILED_WORK,
        /** A claim that cannot be written with its payer's separators. */
        UNWRITABLE_CLAIM,
        /** A set that is neither claims nor an answer: it was judged, and goes nowhere. */
        SET_NOT_FORWARDED,
        /** A bank's file that was refused. */
        REFUSED_BANK_FILE,
        /** A bank's entry whose remittance is not certain, or says another amount. */
        UNCERTAIN_EFT,
        /** Money has come and nobody explains it: the 835 is missing. */
        MISSING_ERA,
        /** An 835 has come and its money has not. */
        MISSING_EFT,
        /** Changed rules or edits that hold mistakes: the service goes on with those it has. */
        RULES_REFUSED,
        /** A webhook endpoint that failed for days, or said that it is gone: nothing is sent to it any more. */
        WEBHOOK_DISABLED
    }

    private Worklist() {}

    /** Puts something on the list, unless it is there; what was settled before and is wrong again comes back. */
    public static void put(
            Tx tx, Kind kind, String subject, String practiceId, String payerId, String message, Money amount)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into worklist (kind, subject, practice_id, payer_id, message, amount_cents, created_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, subject) do update set practice_id = excluded.practice_id,
                    payer_id = excluded.payer_id, message = excluded.message, amount_cents = excluded.amount_cents,
                    created_at = excluded.created_at, resolved_at = null, resolution = null
                where worklist.resolved_at is not null""",
                kind,
                subject,
                practiceId,
                payerId,
                message,
                amount == null ? null : amount.cents(),
                tx.now());
    }

    /** What is open of this kind. */
    public static Set<String> open(Tx tx, Kind kind) throws SQLException {
        return new HashSet<>(Sql.list(
                tx.connection(),
                "select subject from worklist where kind = ? and resolved_at is null",
                row -> row.getString(1),
                kind));
    }

    /** Takes something off the list, saying how it was settled. */
    public static void resolve(Tx tx, Kind kind, String subject, String resolution) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                update worklist set resolved_at = ?, resolution = ?
                where kind = ? and subject = ? and resolved_at is null""",
                tx.now(),
                resolution,
                kind,
                subject);
    }
}
