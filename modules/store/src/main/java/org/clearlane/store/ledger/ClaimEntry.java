package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.webhooks.WebhookEvents;

/**
 * Enters the claims of one file in one transaction. Claims wait in a temporary table until their interchange is closed,
 * because only then is it known whether it, its groups and its sets can be trusted.
 */
public final class ClaimEntry {

    private static final String CLAIM_COLUMNS =
            "id, set_id, ordinal, kind, patient_control_number, charge_cents, frequency, "
                    + "payer_claim_number, billing_npi, tax_id, payer_code, payer_id, service_from, service_to, test, position, "
                    + "provider_offset, provider_length, subscriber_offset, subscriber_length, patient_offset, patient_length, "
                    + "claim_offset, claim_length, state, hold_reason";
    private static final String FINDING_COLUMNS = "ordinal, claim_id, set_id, code, snip, severity, loop, segment, "
            + "position, element, component, repeat, byte_offset, ik3, ik4, ik5, status, value, message, mend, "
            + "source_row, source_column, edit_version, code_sets";

    private static final String PEOPLE_COLUMNS = "claim_id, part, last_name, first_name, birth_date, member_id";

    /** The SNIP type from which on code sets have a say. */
    private static final int EDITS_FROM = 3;

    private final Tx tx;
    private final String practiceId;
    private final String fileId;
    private final JudgedBy by;
    private final CopyRows claims = new CopyRows("entering_claims", CLAIM_COLUMNS);
    private final CopyRows findings = new CopyRows("entering_findings", FINDING_COLUMNS);
    private final CopyRows people = new CopyRows("entering_people", PEOPLE_COLUMNS);
    private int findingOrdinal;

    /** Begins entering the claims of a file that is judged by nothing that is kept. */
    public ClaimEntry(Tx tx, String practiceId, String fileId) throws SQLException {
        this(tx, practiceId, fileId, JudgedBy.NOTHING_KEPT);
    }

    /** Begins entering the claims of a file. */
    public ClaimEntry(Tx tx, String practiceId, String fileId, JudgedBy by) throws SQLException {
        this.tx = tx;
        this.practiceId = practiceId;
        this.fileId = fileId;
        this.by = by;
        Sql.update(
                tx.connection(),
                "create temporary table if not exists entering_claims on commit delete rows as select " + CLAIM_COLUMNS
                        + " from claims with no data");
        Sql.update(
                tx.connection(),
                "create temporary table if not exists entering_findings on commit delete rows as select "
                        + FINDING_COLUMNS + " from findings with no data");
        Sql.update(
                tx.connection(),
                "create temporary table if not exists entering_people on commit delete rows as select " + PEOPLE_COLUMNS
                        + " from claim_people with no data");
    }

    /**
     * Reserves the keys of these claims and says which of them are taken already, by which claim.
     *
     * @param keys claim id to claim key
     * @return claim id to the id of the claim that holds its key
     */
    public Map<String, String> reserve(Map<String, String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return Map.of();
        }
        String[] claimIds = keys.keySet().toArray(String[]::new);
        String[] claimKeys = keys.values().toArray(String[]::new);
        Sql.update(
                tx.connection(),
                """
                insert into claim_keys (practice_id, claim_key, claim_id)
                select ?, k, c from unnest(?::text[], ?::text[]) as asked (k, c)
                on conflict (practice_id, claim_key) do nothing""",
                practiceId,
                claimKeys,
                claimIds);
        Map<String, String> taken = new HashMap<>();
        for (String[] pair : Sql.list(
                tx.connection(),
                """
                select asked.c, held.claim_id from unnest(?::text[], ?::text[]) as asked (k, c)
                join claim_keys held on held.practice_id = ? and held.claim_key = asked.k
                where held.claim_id <> asked.c""",
                row -> new String[] {row.getString(1), row.getString(2)},
                claimKeys,
                claimIds,
                practiceId)) {
            taken.put(pair[0], pair[1]);
        }
        return taken;
    }

    /** Adds a slice of claims of a set. */
    public void add(String setId, List<NewClaim> slice) throws SQLException {
        for (NewClaim claim : slice) {
            claims.text(claim.id())
                    .text(setId)
                    .number(claim.ordinal())
                    .text(claim.kind().transaction())
                    .text(claim.patientControlNumber())
                    .number(claim.chargeCents())
                    .text(claim.frequency())
                    .text(claim.payerClaimNumber())
                    .text(claim.billingNpi())
                    .text(claim.taxId())
                    .text(claim.payerCode())
                    .text(claim.payerId())
                    .text(
                            claim.serviceFrom() == null
                                    ? null
                                    : claim.serviceFrom().toString())
                    .text(claim.serviceTo() == null ? null : claim.serviceTo().toString())
                    .flag(claim.test())
                    .number(claim.position())
                    .number(claim.providerOffset())
                    .number(claim.providerLength())
                    .number(claim.subscriberOffset())
                    .number(claim.subscriberLength())
                    .numberOrNull(claim.patientOffset())
                    .numberOrNull(claim.patientLength())
                    .number(claim.claimOffset())
                    .number(claim.claimLength())
                    .text(claim.state().name())
                    .text(claim.holdReason())
                    .end();
        }
        claims.flush(tx.connection());
    }

    /** Adds whom claims are about, so that they can be found. They enter with their claims. */
    public void addPeople(List<ClaimPerson> slice) throws SQLException {
        for (ClaimPerson person : slice) {
            people.text(person.claimId())
                    .text(person.patient() ? "P" : "S")
                    .text(person.last())
                    .text(person.first())
                    .text(person.born() == null ? null : person.born().toString())
                    .text(person.memberId())
                    .end();
        }
        people.flush(tx.connection());
    }

    /** Adds a finding about a claim, or about a whole set or file when the ids are null. */
    public void add(Finding finding, String claimId, String setId) {
        Place place = finding.place();
        findings.number(++findingOrdinal)
                .text(claimId)
                .text(setId)
                .text(finding.code())
                .number(finding.snip())
                .text(finding.severity().name())
                .text(place.loop())
                .text(place.segment())
                .number(place.position())
                .number(place.element())
                .number(place.component())
                .number(place.repeat())
                .number(place.offset())
                .text(finding.ack().ik3())
                .text(finding.ack().ik4())
                .text(finding.ack().ik5())
                .text(finding.status() == null ? null : finding.status().toString())
                .text(finding.value())
                .text(finding.message())
                .text(finding.mend())
                .numberOrNull(finding.cell() == null ? null : finding.cell().row())
                .text(finding.cell() == null ? null : finding.cell().column())
                .number(by.versions().applyAsInt(finding.code()))
                .text(finding.snip() < EDITS_FROM ? "" : by.codeSets())
                .end();
    }

    /**
     * Refuses every claim of a set that cannot be trusted. Their keys are given back at once: a good copy of the same
     * claim may stand in a later set of the same file, and is no duplicate of one that was refused.
     */
    public void refuseSet(String setId) throws SQLException {
        Sql.update(
                tx.connection(),
                "update entering_claims set state = 'REJECTED_FILE', hold_reason = null where set_id = ?",
                setId);
        Sql.update(
                tx.connection(),
                """
                delete from claim_keys k using entering_claims e
                where k.claim_id = e.id and k.practice_id = ? and e.set_id = ?""",
                practiceId,
                setId);
    }

    /** Refuses every claim that has not entered yet: their interchange cannot be trusted. */
    public void refuseAll() throws SQLException {
        Sql.update(tx.connection(), "update entering_claims set state = 'REJECTED_FILE', hold_reason = null");
    }

    /** The waiting claims enter the ledger for good, each with its first event; refused ones give their keys back. */
    public void enterAll() throws SQLException {
        // Findings first: the event of a refusal looks for its reason.
        flushFindings();
        Sql.update(
                tx.connection(),
                """
                insert into claims (practice_id, file_id, received_at, state_since, %1$s)
                select ?, ?, ?, ?, %1$s from entering_claims order by ordinal"""
                        .formatted(CLAIM_COLUMNS),
                practiceId,
                fileId,
                tx.now(),
                tx.now());
        Sql.update(
                tx.connection(),
                """
                insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence, detail)
                select id, ?, ?, 'RECEIVED', state, 'judged', 'clearlane', ?, coalesce(hold_reason, '')
                from entering_claims order by ordinal""",
                practiceId,
                tx.now(),
                fileId);
        WebhookEvents.entering(tx, practiceId, fileId);
        Sql.update(
                tx.connection(),
                """
                delete from claim_keys k using entering_claims e
                where k.claim_id = e.id and k.practice_id = ? and e.state in ('%s', '%s')"""
                        .formatted(ClaimState.REJECTED_CLAIM, ClaimState.REJECTED_FILE),
                practiceId);
        Sql.update(
                tx.connection(),
                "insert into claim_people (practice_id, " + PEOPLE_COLUMNS + ") select ?, " + PEOPLE_COLUMNS
                        + " from entering_people",
                practiceId);
        Sql.update(tx.connection(), "truncate entering_claims, entering_people");
    }

    /** Writes what findings have gathered. */
    public void flushFindings() throws SQLException {
        findings.flush(tx.connection());
        Sql.update(
                tx.connection(),
                "insert into findings (file_id, practice_id, " + FINDING_COLUMNS + ") select ?, ?, " + FINDING_COLUMNS
                        + " from entering_findings",
                fileId,
                practiceId);
        Sql.update(tx.connection(), "truncate entering_findings");
    }

    /** Gives up the keys of claims that were refused after all. */
    public static void release(Tx tx, Collection<String> claimIds) throws SQLException {
        Sql.update(tx.connection(), "delete from claim_keys where claim_id = any(?)", (Object)
                claimIds.toArray(String[]::new));
    }
}
