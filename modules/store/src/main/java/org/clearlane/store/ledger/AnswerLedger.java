package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger.Tx;

/** Payers' answers, and every statement they make. */
public final class AnswerLedger {

    /** The queue of answers to apply. */
    public static final String QUEUE = "inbound.answer.apply";

    /** An answer as it was collected. */
    public record Answer(String id, String payerId, String originalName, String archiveKey, String state) {}

    /** What became of a statement. */
    public enum Outcome {
        /** It changed something. */
        APPLIED,
        /** It said what was known, or less. */
        KNOWN,
        /** It fits nothing we sent; it is on the worklist. */
        UNMATCHED
    }

    /** One statement of an answer. */
    public record Item(
            String kind,
            String reference,
            String statement,
            Outcome outcome,
            String claimId,
            String outboundId,
            String practiceId) {}

    /** A claim an answer may be about, locked. */
    public record KnownClaim(
            String id,
            String practiceId,
            String patientControlNumber,
            long chargeCents,
            String billingNpi,
            String taxId,
            java.time.LocalDate serviceFrom,
            java.time.LocalDate serviceTo,
            ClaimState state,
            String outboundId,
            String fileId,
            long claimOffset,
            int claimLength) {}

    private AnswerLedger() {}

    /** Enters an answer, unless the same bytes came before; then the repeat is noted. Returns the new id, or empty. */
    public static Optional<String> enter(Tx tx, String payerId, String originalName, Archive.Kept kept)
            throws SQLException {
        String id = tx.ids().next("ans_");
        int entered = Sql.update(
                tx.connection(),
                """
                insert into answers (id, payer_id, original_name, sha256, size_bytes, archive_key, state, received_at)
                values (?, ?, ?, ?, ?, ?, 'RECEIVED', ?) on conflict (payer_id, sha256) do nothing""",
                id,
                payerId,
                originalName,
                kept.sha256(),
                kept.size(),
                kept.key(),
                tx.now());
        if (entered == 1) {
            Outbox.put(tx, QUEUE, id);
            return Optional.of(id);
        }
        Sql.update(
                tx.connection(),
                """
                insert into answer_repeats (answer_id, original_name, received_at)
                select id, ?, ? from answers where payer_id = ? and sha256 = ?""",
                originalName,
                tx.now(),
                payerId,
                kept.sha256());
        return Optional.empty();
    }

    /** An answer by its id, locked. */
    public static Optional<Answer> lock(Tx tx, String id) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select * from answers where id = ? for update",
                row -> new Answer(
                        row.getString("id"),
                        row.getString("payer_id"),
                        row.getString("original_name"),
                        row.getString("archive_key"),
                        row.getString("state")),
                id);
    }

    /** Closes an answer. */
    public static void applied(Tx tx, String id, String kinds, boolean readable, String problem) throws SQLException {
        Sql.update(
                tx.connection(),
                "update answers set state = ?, kinds = ?, problem = ?, applied_at = ? where id = ?",
                readable ? "APPLIED" : "UNREADABLE",
                kinds,
                problem,
                tx.now(),
                id);
    }

    /** Writes statements, numbering them on from {@code first}. */
    public static void items(Tx tx, String answerId, int first, List<Item> items) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        int ordinal = first;
        List<Long> ordinals = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ordinals.add((long) ordinal++);
        }
        Sql.update(
                tx.connection(),
                """
                insert into answer_items (answer_id, ordinal, kind, reference, statement, outcome, claim_id, outbound_id,
                    practice_id)
                select ?, m.* from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[]) as m""",
                answerId,
                ordinals.toArray(Long[]::new),
                items.stream().map(Item::kind).toArray(String[]::new),
                items.stream().map(Item::reference).toArray(String[]::new),
                items.stream().map(Item::statement).toArray(String[]::new),
                items.stream().map(item -> item.outcome().name()).toArray(String[]::new),
                items.stream().map(Item::claimId).toArray(String[]::new),
                items.stream().map(Item::outboundId).toArray(String[]::new),
                items.stream().map(Item::practiceId).toArray(String[]::new));
    }

    private static final String KNOWN_CLAIM =
            """
            select id, practice_id, patient_control_number, charge_cents, billing_npi, tax_id, service_from, service_to,
                state, outbound_id, file_id, claim_offset, claim_length
            from claims""";

    /** Claims of this payer by our own numbers, locked in the order of their ids. */
    public static Map<String, KnownClaim> byId(Tx tx, String payerId, List<String> ids) throws SQLException {
        Map<String, KnownClaim> found = new HashMap<>();
        for (KnownClaim claim : Sql.list(
                tx.connection(),
                KNOWN_CLAIM + " where id = any(?) and payer_id = ? order by id for update",
                AnswerLedger::known,
                ids.toArray(String[]::new),
                payerId)) {
            found.put(claim.id(), claim);
        }
        return found;
    }

    /** Claims sent to this payer under these patient control numbers, locked in the order of their ids. */
    public static List<KnownClaim> byNumber(Tx tx, String payerId, List<String> patientControlNumbers)
            throws SQLException {
        return Sql.list(
                tx.connection(),
                KNOWN_CLAIM
                        + """
                         where patient_control_number = any(?) and payer_id = ? and outbound_id is not null
                        order by id for update""",
                AnswerLedger::known,
                patientControlNumbers.toArray(String[]::new),
                payerId);
    }

    /** Claims of an interchange that an answer moved to this state, in the order they travelled in. */
    public static List<KnownClaim> movedBy(Tx tx, String answerId, String outboundId, ClaimState state)
            throws SQLException {
        return Sql.list(
                tx.connection(),
                KNOWN_CLAIM
                        + """
                         c where outbound_id = ? and state = ? and exists (
                            select from claim_events e
                            where e.claim_id = c.id and e.evidence = ? and e.to_state = c.state and e.from_state <> e.to_state)
                        order by id""",
                AnswerLedger::known,
                outboundId,
                state,
                answerId);
    }

    private static KnownClaim known(java.sql.ResultSet row) throws SQLException {
        return new KnownClaim(
                row.getString("id"),
                row.getString("practice_id"),
                row.getString("patient_control_number"),
                row.getLong("charge_cents"),
                row.getString("billing_npi"),
                row.getString("tax_id"),
                Sql.date(row, "service_from"),
                Sql.date(row, "service_to"),
                ClaimState.valueOf(row.getString("state")),
                row.getString("outbound_id"),
                row.getString("file_id"),
                row.getLong("claim_offset"),
                row.getInt("claim_length"));
    }
}
