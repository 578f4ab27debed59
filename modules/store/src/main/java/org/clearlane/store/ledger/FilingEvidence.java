package org.clearlane.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;

/**
 * What the ledger knows of a claim's way to its payer. The claim and its file are read through the role that sees one
 * practice only, which decides whether there is anything to tell; interchanges and answers, which hold other practices'
 * claims too, through the one that reads all. Not safe for use by several threads.
 */
public final class FilingEvidence {

    private final Connection ofThePractice;
    private final Connection everything;

    /**
     * The two ways of reading.
     *
     * @param ofThePractice sees what the practice may see
     * @param everything sees interchanges and answers
     */
    public FilingEvidence(Connection ofThePractice, Connection everything) {
        this.ofThePractice = ofThePractice;
        this.everything = everything;
    }

    /**
     * The claim.
     *
     * @param practice the practice's name
     * @param number CLM01
     * @param patient last and first name; empty where they are not kept apart from the claim
     * @param service its dates in words
     */
    public record Claim(
            String id,
            String practice,
            String number,
            String patient,
            Money charge,
            String service,
            String npi,
            String taxId,
            String payer,
            String fileId,
            String state) {}

    /** The file it came with. */
    public record HandedIn(
            String id,
            String door,
            String sha256,
            long size,
            String archiveKey,
            Instant receivedAt,
            Instant judgedAt) {}

    /**
     * An interchange it was sent in.
     *
     * @param control ISA13
     * @param group GS06
     * @param set ST02 of the set it stands in
     * @param position where in that set
     * @param receipt what the connection said; null for nothing
     * @param sentAt when the payer had it for certain; null while that is not known
     */
    public record Sending(
            String id,
            String payer,
            long control,
            long group,
            String set,
            int position,
            String archiveKey,
            String sha256,
            Instant sentAt,
            String state,
            String name,
            String kind,
            long size,
            String payloadId,
            Instant createdAt,
            String receipt) {}

    /** One statement of the payer. */
    public record Said(
            String kind,
            String reference,
            String statement,
            String answerId,
            String archiveKey,
            String sha256,
            Instant at) {}

    /** The claim, or empty where the practice has no such one. */
    public Optional<Claim> claim(String id) throws SQLException {
        return Sql.first(
                ofThePractice,
                """
                select c.id, p.name, c.patient_control_number, c.charge_cents, c.service_from, c.service_to, c.billing_npi, c.tax_id,
                    coalesce(c.payer_id, c.payer_code) as payer, c.file_id, c.state,
                    coalesce((select w.last_name || ', ' || w.first_name from claim_people w
                        where w.claim_id = c.id and w.part = 'P'), '') as patient
                from claims c join practices p on p.id = c.practice_id where c.id = ?""",
                row -> {
                    String from = String.valueOf(row.getObject("service_from"));
                    String to = String.valueOf(row.getObject("service_to"));
                    return new Claim(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("patient_control_number"),
                            row.getString("patient"),
                            new Money(row.getLong("charge_cents")),
                            from.equals("null")
                                    ? "none given"
                                    : to.equals("null") || to.equals(from) ? from : from + " to " + to,
                            row.getString("billing_npi"),
                            row.getString("tax_id"),
                            row.getString("payer"),
                            row.getString("file_id"),
                            row.getString("state"));
                },
                id);
    }

    /** The file it came with. */
    public HandedIn handedIn(Claim claim) throws SQLException {
        return Sql.first(
                        ofThePractice,
                        """
                        select id, door, sha256, size_bytes, archive_key, received_at, judged_at from files where id = ?""",
                        row -> new HandedIn(
                                row.getString("id"),
                                row.getString("door"),
                                row.getString("sha256"),
                                row.getLong("size_bytes"),
                                row.getString("archive_key"),
                                Sql.instant(row, "received_at"),
                                Sql.instant(row, "judged_at")),
                        claim.fileId())
                .orElseThrow();
    }

    /** The interchanges it was sent in, in the order of their making. */
    public List<Sending> sendings(String claimId) throws SQLException {
        List<String[]> own = Sql.list(
                ofThePractice,
                "select outbound_id, set_control, position from submissions where claim_id = ? order by outbound_id",
                row -> new String[] {row.getString(1), row.getString(2), row.getString(3)},
                claimId);
        List<Sending> all = new ArrayList<>();
        for (String[] submission : own) {
            Sql.first(
                            everything,
                            """
                            select id, payer_id, control, group_control, archive_key, sha256, sent_at, state, name, kind, size_bytes,
                                payload_id, created_at, receipt
                            from outbound_interchanges where id = ?""",
                            row -> new Sending(
                                    row.getString("id"),
                                    row.getString("payer_id"),
                                    row.getLong("control"),
                                    row.getLong("group_control"),
                                    submission[1],
                                    Integer.parseInt(submission[2]),
                                    row.getString("archive_key"),
                                    row.getString("sha256"),
                                    Sql.instant(row, "sent_at"),
                                    row.getString("state"),
                                    row.getString("name"),
                                    row.getString("kind"),
                                    row.getLong("size_bytes"),
                                    row.getString("payload_id"),
                                    Sql.instant(row, "created_at"),
                                    row.getString("receipt")),
                            submission[0])
                    .ifPresent(all::add);
        }
        return all;
    }

    /** What the payer said about the envelope of a sending and about the claim in it, 50 statements at most. */
    public List<Said> said(Claim claim, Sending sending) throws SQLException {
        return Sql.list(
                everything,
                """
                select i.kind, i.reference, i.statement, i.answer_id, a.archive_key, a.sha256, a.received_at
                from answer_items i join answers a on a.id = i.answer_id
                where i.kind in ('TA1', '999', '277CA')
                    and (i.outbound_id = ? and i.claim_id is null and (i.kind <> '999' or i.reference in (?, ?)) or i.claim_id = ?)
                order by a.received_at, i.answer_id, i.ordinal limit 50""",
                row -> new Said(
                        row.getString("kind"),
                        row.getString("reference"),
                        row.getString("statement"),
                        row.getString("answer_id"),
                        row.getString("archive_key"),
                        row.getString("sha256"),
                        Sql.instant(row, "received_at")),
                sending.id(),
                "GS06 %d ST02 %s".formatted(sending.group(), sending.set()),
                "GS06 %d".formatted(sending.group()),
                claim.id());
    }

    /** Whether an answer moved the claim to being accepted. */
    public boolean isAcceptance(Claim claim, Said said) throws SQLException {
        return Sql.number(
                        ofThePractice,
                        "select count(*) from claim_events where claim_id = ? and evidence = ? and to_state = 'PAYER_ACCEPTED'",
                        claim.id(),
                        said.answerId())
                > 0;
    }
}
